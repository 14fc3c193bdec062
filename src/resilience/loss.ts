import {
  type Entry,
  entriesOf,
  holdsData,
  routersOfVm,
  type SharedSettings,
  subregionsOf,
  type Tier,
  tiersOf,
  type Vm,
  Volume,
} from "../outscale";
import { any, attempt, certainly, every, possibly, some, type Stack, type Undecided } from "../stack";

/** Yes, no, or what hides it. */
export type Answer = { readonly value: boolean } | { readonly why: Undecided };

/** What is left of a tier. */
export interface TierLoss {
  readonly tier: Tier;
  readonly runs: Answer;
  /** How many of its VMs are known to run in another Subregion, of how many. */
  readonly left: number;
  readonly of: number;
  /** Whether what is left still finds its way out: none of its own routers stood in the Subregion alone. */
  readonly findsItsWayOut: Answer;
  /** Whether its data, if it has any, are still on a VM that runs. */
  readonly reachesItsData: Answer;
}

export interface EntryLoss {
  readonly entry: Entry;
  readonly answers: Answer;
}

/** A production volume of no tier: attached to nothing, or to a VM that does not count. */
export interface VolumeLoss {
  readonly volume: Volume;
  readonly isReachable: Answer;
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
export function lossesOf(stack: Stack, shared: SharedSettings): Loss[] {
  const tiers = tiersOf(stack, shared);
  // An entry with nothing behind it loses nothing.
  const entries = entriesOf(stack, shared).filter((entry) => possibly(() => entry.answersWithout(undefined, shared)));
  const volumes = volumesOfNoTier(stack, shared, tiers);
  return subregionsOf(shared.region).map((subregion) => ({
    subregion,
    tiers: tiers.map((tier) => lossOfTier(tier, subregion, shared)),
    entries: entries.map((entry) => ({ entry, answers: attempt(() => entry.answersWithout(subregion, shared)) })),
    volumes: volumes.map((volume) => ({
      volume,
      isReachable: attempt(() => volume.subregion(shared.region) !== subregion),
    })),
  }));
}

function lossOfTier(tier: Tier, lost: string, shared: SharedSettings): TierLoss {
  const { region } = shared;
  const left = tier.members.filter((vm) => certainly(() => vm.subregion(region) !== lost));
  return {
    tier,
    runs: attempt(() => tier.runsWithout(lost, shared)),
    left: left.length,
    of: tier.members.length,
    findsItsWayOut: attempt(() => every(left, (vm) => keepsWayOut(vm, lost, region))),
    reachesItsData: attempt(() => keepsData(tier, left, shared)),
  };
}

/** A VM without a router of its own, or in a Subnet that has none, has no way out to lose. */
function keepsWayOut(vm: Vm, lost: string, region: string): boolean {
  const routers = routersOfVm(vm);
  return routers.length === 0 || some(routers, (router) => router().subregion(region) !== lost);
}

function keepsData({ members }: Tier, left: readonly Vm[], shared: SharedSettings): boolean {
  return any(
    () => !some(members, (vm) => holdsData(vm, shared)),
    () => some(left, (vm) => holdsData(vm, shared)),
  );
}

function volumesOfNoTier(stack: Stack, shared: SharedSettings, tiers: readonly Tier[]): Volume[] {
  const members = new Set(tiers.flatMap((tier) => tier.members));
  const isOfTier = (volume: Volume) => certainly(() => some(volume.links(), (link) => members.has(link.vm())));
  return stack.all(Volume).filter((volume) => possibly(() => volume.isProduction(shared)) && !isOfTier(volume));
}
