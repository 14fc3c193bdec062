import { compare, possibly } from "../../stack";
import type { Text } from "../../text";
import { listUnseenParts } from "../grouping/part-of-system";
import { OksCluster } from "../kubernetes/oks-cluster";
import { subregionsOf } from "../provider/region";
import type { System } from "../provider/system";
import type { LoadBalancer } from "../resources/load-balancer";
import type { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { describeGrouping } from "../tiers/job";
import type { Tier } from "../tiers/tiers";
import { type BalancerEvidence, describeBalancer } from "./balancers";
import { censusOfBalancers, censusOfVms } from "./census";
import { type Infrastructure, listInfrastructure } from "./infrastructure";
import { isKnown, type KnownValue } from "./known-values";
import { isTerminated } from "./terminated";
import { type VmEvidence, describeVm } from "./vms";
import { type LooseVolume, describeLooseVolume } from "./volumes";

/** What stands where: the facts that a proof of deployment in every Subregion is made of. */
export interface Inventory {
  readonly region: string;
  /** Of the region, and any other in which something lies. */
  readonly subregions: readonly string[];
  readonly tiers: readonly TierEvidence[];
  readonly entries: readonly EntryEvidence[];
  /** The production VMs that the program stops, and those that the provider has terminated. */
  readonly stoppedVms: readonly StoppedVm[];
  /** The VMs and load balancers of which it is not known whether they serve production, or with which others. */
  readonly unsureVms: readonly ListedVm[];
  readonly unsureBalancers: readonly ListedBalancer[];
  readonly looseVolumes: readonly LooseVolume[];
  readonly infrastructure: Infrastructure;
  /** How many are not listed: what does not serve production, and what is told of by no more than its number. */
  readonly leftOut: LeftOut;
  /** The parts of the same system that were not given. */
  readonly unseenParts: readonly string[];
}

/** What an operation was cut off on may have become anything. */
interface Interruptible {
  readonly isCutOff: boolean;
}

/** A VM of an inventory. */
export interface ListedVm extends VmEvidence, Interruptible {}

/** A load balancer of an inventory. */
export interface ListedBalancer extends BalancerEvidence, Interruptible {
  /** How many backends it has that an inventory leaves out, since these are of tiers that it is not about. */
  readonly withheldBackends: number;
}

/** A tier, and its VMs by Subregion. */
export interface TierEvidence {
  readonly name: string;
  readonly by: Tier["by"];
  readonly groupedBy: Text;
  readonly isDeclared: boolean;
  readonly vms: Placed<ListedVm>;
  /** How many of its VMs only take part in votes, in each of the inventory's Subregions: a presence, and no equivalent. */
  readonly witnesses: readonly number[];
}

/** An entry, and its load balancers by Subregion. */
export interface EntryEvidence {
  readonly name: string;
  readonly balancers: Placed<ListedBalancer>;
}

/** A production VM that is not meant to run, or is no more. */
export interface StoppedVm extends ListedVm {
  /** The tier it is or would be of, where that is declared or it was found in one. */
  readonly tier: KnownValue;
  /** Whether the provider has terminated it: else the program stops it. */
  readonly isTerminated: boolean;
}

/** The members of a group by where they lie. */
export interface Placed<M> {
  /** One for each of the inventory's Subregions. */
  readonly bySubregion: readonly {
    readonly subregion: string;
    readonly counted: number;
    readonly members: readonly M[];
  }[];
  /** Those whose Subregion is not known. */
  readonly elsewhere: readonly M[];
}

/** All the VMs that an inventory lists, whether they count or not. */
export function listedVmsOf({ tiers, stoppedVms, unsureVms }: Inventory): ListedVm[] {
  return [...tiers.flatMap(({ vms }) => membersOf(vms)), ...stoppedVms, ...unsureVms];
}

/** All the load balancers that an inventory lists, whether they count or not. */
export function listedBalancersOf({ entries, unsureBalancers }: Inventory): ListedBalancer[] {
  return [...entries.flatMap(({ balancers }) => membersOf(balancers)), ...unsureBalancers];
}

/** All the members of a group, wherever they lie. */
export function membersOf<M>({ bySubregion, elsewhere }: Placed<M>): M[] {
  return [...bySubregion.flatMap(({ members }) => members), ...elsewhere];
}

/** How many resources an inventory leaves out, by why. */
export interface LeftOut {
  readonly vms: number;
  readonly ephemeralVms: number;
  readonly balancers: number;
  readonly volumes: number;
  readonly oksClusters: number;
}

/** How a stack stands. */
export interface InventoryState {
  /** Whether it is deployed: what then lacks an id is not counted. */
  readonly isDeployed: boolean;
  /** The urns of what an operation was cut off on: what became of it is not known, and it is not counted. */
  readonly cutOff: ReadonlySet<string>;
}

/** Lists what a stack has in each Subregion. */
export function inventoryOf(system: System, { isDeployed, cutOff }: InventoryState): Inventory {
  const interrupted = ({ resource }: Vm | LoadBalancer) => ({ isCutOff: cutOff.has(resource.urn) });
  const vm = (view: Vm) => ({ ...describeVm(view, isDeployed), ...interrupted(view) });
  const balancer = (view: LoadBalancer) => ({
    ...describeBalancer(view, isDeployed),
    ...interrupted(view),
    withheldBackends: 0,
  });
  const vms = censusOfVms(system);
  const balancers = censusOfBalancers(system);

  const tiers = vms.tiers.map(({ tier, vms: members }) => ({ tier, members: members.map(vm) }));
  const entries = balancers.entries.map(({ name, balancers: members }) => ({ name, members: members.map(balancer) }));
  const stoppedVms = vms.stopped.map(({ vm: view, tier }) => ({
    ...vm(view),
    tier,
    isTerminated: isTerminated(view.resource),
  }));
  const unsureVms = vms.unsure.map(vm);

  const places = [...tiers, ...entries].flatMap(({ members }) => members.map(({ subregion }) => subregion));
  const subregions = [...new Set([...subregionsOf(system.settings.region), ...places.filter(isKnown).sort(compare)])];
  const listedVms = [...tiers.flatMap(({ members }) => members), ...stoppedVms, ...unsureVms];
  const attached = new Set(listedVms.flatMap(({ volumes }) => volumes.map(({ urn }) => urn)));
  const free = system.all(Volume).filter(({ resource }) => !attached.has(resource.urn));
  const loose = free.filter((volume) => possibly(() => volume.isProduction()));

  return {
    region: system.settings.region,
    subregions,
    tiers: tiers.map(({ tier: { name, by, isDeclared }, members }) => ({
      ...{ name, by, groupedBy: describeGrouping(by), isDeclared },
      vms: placed(subregions, members, (member) => isCounted(member, isDeployed)),
      witnesses: countWitnesses(subregions, members),
    })),
    entries: entries.map(({ name, members }) => ({
      name,
      balancers: placed(subregions, members, ({ id, isCutOff }) => !isCutOff && (!isDeployed || isKnown(id))),
    })),
    stoppedVms,
    unsureVms,
    unsureBalancers: balancers.unsure.map(balancer),
    looseVolumes: loose.map((volume) => describeLooseVolume(volume)),
    infrastructure: listInfrastructure(system),
    leftOut: {
      vms: vms.notProduction.length,
      ephemeralVms: vms.ephemeral.length,
      balancers: balancers.notProduction.length,
      volumes: free.length - loose.length,
      oksClusters: system.all(OksCluster).length,
    },
    unseenParts: listUnseenParts(system),
  };
}

/** Whether a VM is deployed and carries load, for certain; what state it is in stands beside it. */
function isCounted({ id, isWitness, isCutOff }: ListedVm, isDeployed: boolean): boolean {
  return isWitness === false && !isCutOff && (!isDeployed || isKnown(id));
}

function countWitnesses(subregions: readonly string[], members: readonly ListedVm[]): number[] {
  return subregions.map(
    (subregion) => members.filter((vm) => vm.subregion === subregion && vm.isWitness === true && !vm.isCutOff).length,
  );
}

function placed<M extends { readonly subregion: KnownValue }>(
  subregions: readonly string[],
  members: readonly M[],
  counts: (member: M) => boolean,
): Placed<M> {
  return {
    bySubregion: subregions.map((subregion) => {
      const here = members.filter((member) => member.subregion === subregion);
      return { subregion, counted: here.filter(counts).length, members: here };
    }),
    elsewhere: members.filter(({ subregion }) => !isKnown(subregion)),
  };
}
