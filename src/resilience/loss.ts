import type { System } from "../outscale";
import {
  entriesOf,
  type Entry,
  holdsData,
  subregionsOf,
  type Tier,
  tiersOf,
  type Vm,
  Volume,
  waysOutOf,
} from "../outscale";
import { any, attempt, certainly, every, possibly, type Reading, some } from "../stack";
import { findNeeds } from "./needs";

/** Yes, no, or what hides it. */
export type LossAnswer = Reading<boolean>;

/** What is left of a tier. */
export interface TierLoss {
  readonly tier: Tier;
  readonly runs: LossAnswer;
  /** How many of its VMs are known to run in another Subregion, of how many. */
  readonly left: number;
  readonly of: number;
  /** Whether what is left still finds its way out: none of its own routers stood in the Subregion alone. */
  readonly findsItsWayOut: LossAnswer;
  /** Whether its data, if it has any, are still on a VM that runs. */
  readonly reachesItsData: LossAnswer;
}

/** What is left of an entry. */
export interface EntryLoss {
  readonly entry: Entry;
  readonly answers: LossAnswer;
}

/** A production volume of no tier: attached to nothing, or to a VM that does not count. */
export interface VolumeLoss {
  readonly volume: Volume;
  readonly isReachable: LossAnswer;
}

/** What is lost at once. */
export interface Lost {
  /** With all that stands in them. */
  readonly subregions: readonly string[];
  /** Wherever they stand. */
  readonly tiers: readonly Tier[];
}

/** What becomes of a stack when something is lost. */
export interface Loss {
  readonly lost: Lost;
  readonly tiers: readonly TierLoss[];
  readonly entries: readonly EntryLoss[];
  readonly volumes: readonly VolumeLoss[];
}

/** Simulates the loss of each Subregion in turn. */
export function simulateLosses(system: System): Loss[] {
  return subregionsOf(system.settings.region).map((subregion) =>
    simulateLoss(system, { subregions: [subregion], tiers: [] }),
  );
}

/**
 * Simulates a loss over what the program connects: VMs, load balancers, NAT services and volumes go with their Subregion;
 * Nets, InternetServices, snapshots and buckets belong to the Region and stay.
 */
export function simulateLoss(system: System, lost: Lost): Loss {
  const tiers = tiersOf(system);
  // An entry with nothing behind it loses nothing.
  const entries = entriesOf(system).filter((entry) => possibly(() => entry.answersWithout({ subregions: [] })));
  return {
    lost,
    tiers: tiers.map((tier) => simulateTierLoss(tier, lost)),
    entries: entries.map((entry) => ({ entry, answers: attempt(() => answersWithout(entry, lost)) })),
    volumes: volumesOfNoTier(system, tiers).map((volume) => ({
      volume,
      isReachable: attempt(() => !lost.subregions.includes(volume.subregion())),
    })),
  };
}

/** An entry answers while a load balancer leads on, and every tier that it cannot answer without goes on. */
function answersWithout(entry: Entry, lost: Lost): boolean {
  const { behind, called } = findNeeds(entry);
  const needed = [...behind.filter((tier) => certainly(() => tier.needsMajority())), ...called];
  const machines = new Set(lost.tiers.flatMap(({ related }) => related.map(({ urn }) => urn)));
  return every(
    [
      () => entry.answersWithout({ subregions: lost.subregions, machines }),
      ...needed.map((tier) => () => runsWithout(tier, lost)),
    ],
    (answers) => answers(),
  );
}

function runsWithout(tier: Tier, { subregions, tiers }: Lost): boolean {
  return !tiers.includes(tier) && tier.runsWithout(subregions);
}

function simulateTierLoss(tier: Tier, lost: Lost): TierLoss {
  const isLeft = (vm: Vm) => certainly(() => !lost.subregions.includes(vm.subregion()));
  const left = lost.tiers.includes(tier) ? [] : tier.members.filter(isLeft);
  return {
    tier,
    runs: attempt(() => runsWithout(tier, lost)),
    left: left.length,
    of: tier.members.length,
    findsItsWayOut: attempt(() => every(left, (vm) => keepsWayOut(vm, lost.subregions))),
    reachesItsData: attempt(() => keepsData(tier, left)),
  };
}

/** A VM without a way out has none to lose. */
function keepsWayOut(vm: Vm, lost: readonly string[]): boolean {
  const ways = waysOutOf(vm);
  if (ways.length === 0) return true;
  return some(ways, ({ subregion, why }) => {
    if (lost.includes(subregion())) return false;
    if (why) throw why;
    return true;
  });
}

function keepsData({ members }: Tier, left: readonly Vm[]): boolean {
  return any(
    () => !some(members, (vm) => holdsData(vm)),
    () => some(left, (vm) => holdsData(vm)),
  );
}

function volumesOfNoTier(system: System, tiers: readonly Tier[]): Volume[] {
  const members = new Set(tiers.flatMap((tier) => tier.members));
  const isOfTier = (volume: Volume) => certainly(() => some(volume.links(), (link) => members.has(link.vm())));
  return system.all(Volume).filter((volume) => possibly(() => volume.isProduction()) && !isOfTier(volume));
}
