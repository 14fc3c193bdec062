import type { ClauseId } from "../contract";
import type { System } from "../outscale";
import { entriesOf, type Entry, subregionsOf, type Tier } from "../outscale";
import type { CommitmentLine } from "../policy";
import { attempt, type Reading } from "../stack";
import { availabilityOf, figuresOf, type RequestPath, type Spread } from "./availability";
import { findNeeds, type Needs } from "./needs";

/** How available an entry is by the figures of the convention, and whether these can be claimed. */
export interface Estimate {
  readonly entry: Entry;
  /** What a request meets on its way, or what hides it. */
  readonly path: Reading<RequestPath>;
  /** The tiers that it cannot answer without, in the figure, and those that may be called and are in none. */
  readonly needs: Needs;
  /** From 0 to 1; absent where the path is not known, or leads to nothing. */
  readonly availability?: number;
  /** The clauses of figures that enter the estimate and cannot be claimed, or perhaps not. */
  readonly forfeited: readonly ClauseId[];
  readonly undetermined: readonly ClauseId[];
}

/**
 * Estimates the availability of each entry of the stack.
 * @param lines the lines of the ledger, which say what can be claimed for the entries and for the tiers behind them
 */
export function estimateAvailability(system: System, lines: readonly CommitmentLine[]): Estimate[] {
  return entriesOf(system).map((entry) => {
    const needs = findNeeds(entry);
    const path = attempt(() => readRequestPath(entry, needs));
    const isComplete = !path.why && path.value.subregions > 0 && path.value.loadBalancers > 0;
    const own = selectLines(entry, needs, lines);
    const figures = figuresOf(path.why ? WIDEST : path.value);
    const clauses = (...statuses: readonly CommitmentLine["status"][]) =>
      figures.filter((clause) =>
        own.some((line) => line.commitment.clause === clause && statuses.includes(line.status)),
      );
    return {
      entry,
      path,
      needs,
      forfeited: clauses("forfeited", "accepted"),
      undetermined: clauses("undetermined"),
      ...(isComplete && { availability: availabilityOf(path.value) }),
    };
  });
}

const WIDEST: RequestPath = { subregions: 1, needed: [], loadBalancers: 1, facesInternet: true };

function readRequestPath(entry: Entry, { behind, called }: Needs): RequestPath {
  const all = subregionsOf(entry.system.settings.region).length;
  const voting = behind.filter((tier) => tier.needsMajority());
  return {
    subregions: all - entry.subregionsWithoutBackend().length,
    needed: [...voting, ...called].map(spreadOf),
    loadBalancers: all - entry.missingSubregions().length,
    facesInternet: entry.isInternetFacing(),
  };
}

function spreadOf(tier: Tier): Spread {
  const needsMajority = tier.needsMajority();
  // A witness votes, and answers nobody.
  const bySubregion = needsMajority ? tier.membersBySubregion() : tier.workersBySubregion();
  return { machines: [...bySubregion.values()].map((vms) => vms.length), needsMajority };
}

/** The lines about the entry, what is behind it and what that calls, and what these stand in. */
function selectLines(entry: Entry, { called }: Needs, lines: readonly CommitmentLine[]): CommitmentLine[] {
  const behind = entry.backends().flatMap(({ machine }) => (machine ? [machine.resource] : []));
  const needed = called.flatMap(({ related }) => related);
  const urns = new Set([...entry.related, ...behind, ...needed].map(({ urn }) => urn));
  return lines.filter(({ asset }) => asset?.parts.some(({ urn }) => urns.has(urn)) === true);
}
