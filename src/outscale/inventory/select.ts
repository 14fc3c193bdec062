import { type Inventory, type ListedBalancer, type ListedVm, membersOf, type Placed } from "./inventory";

/** What a proof is limited to; without a name, it lists everything. */
export interface Selection {
  /** The names of tiers and of entries, in any case. */
  readonly tiers: readonly string[];
  readonly entries: readonly string[];
  /** The names, urns or ids of resources: each brings the tier or the entry that it is of, a volume that of its VM. */
  readonly resources: readonly string[];
}

/** What may be selected in an inventory. */
export interface Selectable {
  readonly tiers: readonly string[];
  readonly entries: readonly string[];
  readonly resources: readonly string[];
}

/** Whether nothing is left out. */
export function isEverything({ tiers, entries, resources }: Selection): boolean {
  return tiers.length + entries.length + resources.length === 0;
}

/** The names by which one may select. */
export function listSelectable(inventory: Inventory): Selectable {
  const { natServices, subnets, securityGroups, nodePools } = inventory.infrastructure;
  const vms = [
    ...inventory.tiers.flatMap((tier) => membersOf(tier.vms)),
    ...inventory.stoppedVms,
    ...inventory.unsureVms,
  ];
  const members: readonly Named[] = [
    ...vms,
    ...vms.flatMap(({ volumes }) => volumes),
    ...inventory.looseVolumes,
    ...inventory.entries.flatMap(({ balancers }) => membersOf(balancers)),
    ...inventory.unsureBalancers,
    ...[...natServices, ...subnets, ...securityGroups],
  ];
  return {
    tiers: inventory.tiers.map(({ name }) => name),
    entries: inventory.entries.map(({ name }) => name),
    resources: [...members.flatMap(namesOf), ...nodePools.map(({ name }) => name)],
  };
}

/**
 * What is selected of an inventory, and no more: neither what else stands there, nor addresses, nor spare volumes. A page
 * goes to the other side of a dispute.
 */
export function selectFrom(inventory: Inventory, selection: Selection): Inventory {
  const { tiers, entries, resources } = selection;
  if (isEverything(selection)) return inventory;
  const isNamed = (names: readonly string[], name: string) => names.some((each) => isSame(each, name));
  const isChosen = (one: Named) => namesOf(one).some((name) => resources.includes(name));
  const isVmChosen = (vm: ListedVm) => isChosen(vm) || vm.volumes.some(isChosen);
  const { natServices, subnets, securityGroups, nodePools } = inventory.infrastructure;
  return {
    ...inventory,
    tiers: inventory.tiers
      .filter(({ name, vms }) => isNamed(tiers, name) || membersOf(vms).some(isVmChosen))
      .map((tier) => ({ ...tier, vms: mapPlaced(tier.vms, withoutAddresses) })),
    entries: inventory.entries
      .filter(({ name, balancers }) => isNamed(entries, name) || membersOf(balancers).some(isChosen))
      .map((entry) => ({ ...entry, balancers: mapPlaced(entry.balancers, withoutWays) })),
    stoppedVms: inventory.stoppedVms
      .filter((vm) => isVmChosen(vm) || (typeof vm.tier === "string" && isNamed(tiers, vm.tier)))
      .map((vm) => ({ ...vm, ...withoutAddresses(vm) })),
    unsureVms: inventory.unsureVms.filter(isVmChosen).map(withoutAddresses),
    unsureBalancers: inventory.unsureBalancers.filter(isChosen).map(withoutWays),
    looseVolumes: inventory.looseVolumes.filter(isChosen),
    infrastructure: {
      natServices: natServices.filter(isChosen),
      subnets: subnets.filter(isChosen),
      securityGroups: securityGroups.filter(isChosen),
      nodePools: nodePools.filter(({ name }) => resources.includes(name)),
    },
    leftOut: { vms: 0, ephemeralVms: 0, balancers: 0, volumes: 0, oksClusters: 0 },
  };
}

/** What the program and the provider call a resource, as far as they do. */
type Named = Readonly<Record<"urn" | "name", string | null>> & Pick<ListedVm, "id">;

function namesOf({ urn, name, id }: Named): string[] {
  return [name, urn, id].filter((each) => typeof each === "string");
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function mapPlaced<M>({ bySubregion, elsewhere }: Placed<M>, change: (member: M) => M): Placed<M> {
  return {
    bySubregion: bySubregion.map((place) => ({ ...place, members: place.members.map(change) })),
    elsewhere: elsewhere.map(change),
  };
}

function withoutAddresses<V extends ListedVm>(vm: V): V {
  return { ...vm, privateIps: [], publicIps: [] };
}

/** Without its addresses, and without what stands behind it, which is of a tier. */
function withoutWays(balancer: ListedBalancer): ListedBalancer {
  return { ...balancer, dnsName: null, publicIp: null, backends: [] };
}
