import { type ClauseId, COMMITMENTS } from "../contract";

/** What stands on the way of a request, as far as the convention has figures for it. */
export interface RequestPath {
  /** The Subregions in which something answers behind the entry. */
  readonly subregions: number;
  /** The Subregions in which a load balancer of the entry stands. */
  readonly loadBalancers: number;
  /** Whether the request comes from the Internet. */
  readonly facesInternet: boolean;
}

/** The clauses whose figures a path uses. */
export function figuresOf({ facesInternet }: RequestPath): ClauseId[] {
  return [...IN_ONE_SUBREGION, REGION, LOAD_BALANCER, ...ON_THE_WAY, ...(facesInternet ? [INTERNET] : [])];
}

const IN_ONE_SUBREGION: readonly ClauseId[] = ["SLA1.zone", "SLA9.vm", "SLA7.volume"];
const REGION: ClauseId = "SLA1.region";
const LOAD_BALANCER: ClauseId = "SLA5.lb";
const ON_THE_WAY: readonly ClauseId[] = ["SLA2.network", "SLA4.firewall"];
const INTERNET: ClauseId = "SLA4.internet";

/**
 * The share of a year, from 0 to 1, for which a request finds its way, by the figures of the convention. The convention
 * defines no such composition: an estimate, and no commitment.
 *
 * In one Subregion a request needs the Subregion, a VM and its volume. The VM's figure has its host in it, and several
 * VMs of one Subregion count as one: they may share what fails. What stands in several Subregions fails when all of
 * them do, if they fail independently, and is never better than the Region. Load balancers, firewalls, the network and
 * Internet access come in series. A monthly figure holds over the year too.
 */
export function availabilityOf({ subregions, loadBalancers, facesInternet }: RequestPath): number {
  const machines = Math.min(inParallel(inSeries(IN_ONE_SUBREGION), subregions), figureOf(REGION));
  const entry = inParallel(figureOf(LOAD_BALANCER), loadBalancers);
  return machines * entry * inSeries(ON_THE_WAY) * (facesInternet ? figureOf(INTERNET) : 1);
}

function inSeries(clauses: readonly ClauseId[]): number {
  return clauses.map(figureOf).reduce((product, probability) => product * probability, 1);
}

function inParallel(probability: number, number: number): number {
  return 1 - (1 - probability) ** number;
}

function figureOf(clause: ClauseId): number {
  const figure = COMMITMENTS.find((commitment) => commitment.clause === clause)?.figure;
  if (figure?.kind !== "availability") throw new Error(`${clause} has no availability.`);
  return figure.probability;
}
