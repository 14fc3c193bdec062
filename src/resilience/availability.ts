import { type ClauseId, commitmentOf } from "../contract";

/** Where machines stand of which one has to answer, or a majority. */
export interface Spread {
  /** How many of them there are in each Subregion in which there are any. */
  readonly machines: readonly number[];
  /** Whether they go on only while more than half of them are left. */
  readonly needsMajority: boolean;
}

/** What stands on the way of a request, as far as the convention has figures for it. */
export interface RequestPath {
  /** The Subregions in which something answers behind the entry. */
  readonly subregions: number;
  /** The tiers that this cannot answer without. */
  readonly needed: readonly Spread[];
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
 * them do, or a majority is lost where one is needed, if they fail independently. What is needed together comes in series,
 * and all of it is never better than the Region. Load balancers, firewalls, the network and Internet access come in
 * series. A monthly figure holds over the year too.
 */
export function availabilityOf({ subregions, needed, loadBalancers, facesInternet }: RequestPath): number {
  const behind: Spread = { machines: Array.from({ length: subregions }, () => 1), needsMajority: false };
  const together = [behind, ...needed].map(availabilityOfSpread).reduce((product, each) => product * each, 1);
  const machines = Math.min(together, figureOf(REGION));
  const entry = inParallel(figureOf(LOAD_BALANCER), loadBalancers);
  return machines * entry * inSeries(ON_THE_WAY) * (facesInternet ? figureOf(INTERNET) : 1);
}

/** The probability that enough machines are left, over every way in which Subregions may be lost. */
function availabilityOfSpread({ machines, needsMajority }: Spread): number {
  const one = inSeries(IN_ONE_SUBREGION);
  const all = machines.reduce((sum, number) => sum + number, 0);
  const isEnough = (left: number) => (needsMajority ? left * 2 > all : left > 0);
  const ways = machines.reduce<readonly { readonly probability: number; readonly left: number }[]>(
    (known, number) =>
      known.flatMap(({ probability, left }) => [
        { probability: probability * one, left: left + number },
        { probability: probability * (1 - one), left },
      ]),
    [{ probability: 1, left: 0 }],
  );
  return ways.filter(({ left }) => isEnough(left)).reduce((sum, { probability }) => sum + probability, 0);
}

function inSeries(clauses: readonly ClauseId[]): number {
  return clauses.map(figureOf).reduce((product, probability) => product * probability, 1);
}

function inParallel(probability: number, number: number): number {
  return 1 - (1 - probability) ** number;
}

function figureOf(clause: ClauseId): number {
  const { figure } = commitmentOf(clause);
  if (figure.kind !== "availability") throw new Error(`${clause} has no availability.`);
  return figure.probability;
}
