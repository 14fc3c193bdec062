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

/** What becomes of a stack when one Subregion is lost with all that stands in it. */
export interface Loss {
  readonly subregion: string;
  readonly tiers: readonly TierLoss[];
  readonly entries: readonly EntryLoss[];
  readonly volumes: readonly VolumeLoss[];
}

/**
 * Simulates the loss of each Subregion in turn, over what the program connects: VMs, load balancers, NAT services and
 * volumes go with their Subregion; Nets, InternetServices, snapshots and buckets belong to the Region and stay.
 */
export function simulateLosses(system: System): Loss[] {
  const tiers = tiersOf(system);
  // An entry with nothing behind it loses nothing.
  const entries = entriesOf(system).filter((entry) => possibly(() => entry.answersWithout(undefined)));
  const volumes = volumesOfNoTier(system, tiers);
  return subregionsOf(system.settings.region).map((subregion) => ({
    subregion,
    tiers: tiers.map((tier) => simulateTierLoss(tier, subregion)),
    entries: entries.map((entry) => ({
      entry,
      answers: attempt(() => answersWithout(entry, subregion)),
    })),
    volumes: volumes.map((volume) => ({
      volume,
      isReachable: attempt(() => volume.subregion() !== subregion),
    })),
  }));
}

/** An entry answers while a load balancer leads on, and every tier that it cannot answer without goes on. */
function answersWithout(entry: Entry, lost: string): boolean {
  const { behind, called } = findNeeds(entry);
  return every(
    [
      () => entry.answersWithout(lost),
      ...[...behind.filter((tier) => certainly(() => tier.needsMajority())), ...called].map(
        (tier) => () => tier.runsWithout(lost),
      ),
    ],
    (answers) => answers(),
  );
}

function simulateTierLoss(tier: Tier, lost: string): TierLoss {
  const left = tier.members.filter((vm) => certainly(() => vm.subregion() !== lost));
  return {
    tier,
    runs: attempt(() => tier.runsWithout(lost)),
    left: left.length,
    of: tier.members.length,
    findsItsWayOut: attempt(() => every(left, (vm) => keepsWayOut(vm, lost))),
    reachesItsData: attempt(() => keepsData(tier, left)),
  };
}

/** A VM without a way out has none to lose. */
function keepsWayOut(vm: Vm, lost: string): boolean {
  const ways = waysOutOf(vm);
  if (ways.length === 0) return true;
  return some(ways, ({ subregion, why }) => {
    if (subregion() === lost) return false;
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
