import { WITHHELD, type KnownValue } from "./known-values";
import {
  type Inventory,
  type ListedBalancer,
  type ListedVm,
  listedBalancersOf,
  listedVmsOf,
  membersOf,
  type Placed,
} from "./inventory";
import type { Selectable } from "./selectable";

/** What a page is limited to, by name; without a name, it lists everything. */
export interface Selection {
  /** The names of tiers and of entries, in any case. */
  readonly tiers: readonly string[];
  readonly entries: readonly string[];
  /** The names, urns or ids of resources: each brings the tier or the entry that it is of, a volume that of its VM. */
  readonly resources: readonly string[];
}

/** Whether nothing is left out. */
export function isEverything({ tiers, entries, resources }: Selection): boolean {
  return tiers.length + entries.length + resources.length === 0;
}

/** The urns of all that a selection names in a stack. */
export function chooseFrom(selectable: Selectable, { tiers, entries, resources }: Selection): ReadonlySet<string> {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const chosen = [
    ...selectable.tiers.filter(({ names }) => names.some((name) => tiers.some((tier) => isSame(tier, name)))),
    ...selectable.entries.filter(({ names }) => names.some((name) => entries.some((entry) => isSame(entry, name)))),
    ...selectable.resources.filter(({ names }) => names.some((name) => resources.includes(name))),
  ];
  return new Set(chosen.flatMap(({ urns }) => urns));
}

/**
 * What is chosen of an inventory, and no more: neither what else stands there, nor addresses, nor spare volumes. A page
 * goes to the other side of a dispute.
 * @param chosen the urns of what the page is about
 */
export function selectFrom(inventory: Inventory, chosen: ReadonlySet<string>): Inventory {
  const isChosen = ({ urn }: { readonly urn: string | null }) => urn !== null && chosen.has(urn);
  const { natServices, subnets, securityGroups, nodePools, nets, publicIps } = inventory.infrastructure;
  return {
    ...inventory,
    tiers: inventory.tiers
      .filter(({ vms }) => membersOf(vms).some(isChosen))
      .map((tier) => ({ ...tier, vms: mapPlaced(tier.vms, withoutAddresses) })),
    entries: inventory.entries
      .filter(({ balancers }) => membersOf(balancers).some(isChosen))
      .map((entry) => ({ ...entry, balancers: mapPlaced(entry.balancers, withoutWays) })),
    stoppedVms: inventory.stoppedVms.filter(isChosen).map(withoutAddresses),
    unsureVms: inventory.unsureVms.filter(isChosen).map(withoutAddresses),
    unsureBalancers: inventory.unsureBalancers.filter(isChosen).map(withoutWays),
    looseVolumes: inventory.looseVolumes.filter(isChosen),
    infrastructure: {
      natServices: natServices.filter(isChosen),
      subnets: subnets.filter(isChosen),
      securityGroups: securityGroups.filter(isChosen),
      nodePools: nodePools.filter(({ urns }) => urns.some((urn) => chosen.has(urn))),
      nets: nets.filter(isChosen),
      publicIps: publicIps.filter(isChosen),
    },
    leftOut: { vms: 0, ephemeralVms: 0, balancers: 0, volumes: 0, oksClusters: 0 },
  };
}

/** The urns of all that an inventory lists by name. */
export function listedUrns(inventory: Inventory): ReadonlySet<string> {
  const vms = listedVmsOf(inventory);
  const { natServices, subnets, securityGroups, nodePools, nets, publicIps } = inventory.infrastructure;
  const listed: readonly { readonly urn: string | null }[] = [
    ...vms,
    ...vms.flatMap(({ volumes }) => volumes),
    ...listedBalancersOf(inventory),
    ...inventory.looseVolumes,
    ...[...natServices, ...subnets, ...securityGroups, ...nets, ...publicIps],
  ];
  const urns = [...listed.map(({ urn }) => urn), ...nodePools.flatMap((pool) => pool.urns)];
  return new Set(urns.filter((urn) => urn !== null));
}

function mapPlaced<M>({ bySubregion, elsewhere }: Placed<M>, change: (member: M) => M): Placed<M> {
  return {
    bySubregion: bySubregion.map((place) => ({ ...place, members: place.members.map(change) })),
    elsewhere: elsewhere.map(change),
  };
}

function withoutAddresses<V extends ListedVm>(vm: V): V {
  return { ...vm, privateIps: withholdAll(vm.privateIps), publicIps: withholdAll(vm.publicIps) };
}

/** Without its addresses, and without what stands behind it, which is of a tier. */
function withoutWays(balancer: ListedBalancer): ListedBalancer {
  const { dnsName, publicIp, backends } = balancer;
  return {
    ...balancer,
    ...{ dnsName: withhold(dnsName), publicIp: withhold(publicIp) },
    ...{ backends: [], withheldBackends: backends.length },
  };
}

/** That there is a value; where there is none, that is no secret. */
function withhold(value: KnownValue): KnownValue {
  return value === null ? null : WITHHELD;
}

function withholdAll(values: readonly KnownValue[]): readonly KnownValue[] {
  return values.length === 0 ? [] : [WITHHELD];
}
