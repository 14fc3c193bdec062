import type { NodePoolEvidence } from "./infrastructure";
import { type Inventory, membersOf } from "./inventory";
import type { KnownValue } from "./known-values";

/** All that is looked up by its id in two inventories. */
export const SEEN_KINDS = [
  "vm",
  "load balancer",
  "volume",
  "subnet",
  "NAT service",
  "security group",
  "node pool",
] as const;

/** What can be looked up by its id, in two inventories or in the answers of the API. */
export type SeenKind = (typeof SEEN_KINDS)[number];

/** A resource as it is seen once. */
export interface Seen {
  readonly kind: SeenKind;
  readonly id: string;
  /** What the program calls it, where it does. */
  readonly name: string | undefined;
  readonly state: string | undefined;
  /** Those of a node pool, which may be several. */
  readonly subregion: string | undefined;
  /** How many nodes a node pool asks for. */
  readonly nodes?: string;
}

/** What is seen otherwise, where both tell of it. */
export interface Difference {
  readonly seen: Seen;
  readonly property: "state" | "subregion" | "nodes";
  readonly here: string;
  readonly there: string;
}

/** How what is seen here compares with what is seen there. */
export interface Comparison {
  /** How many are seen alike in both. */
  readonly alike: number;
  readonly differences: readonly Difference[];
  /** What is here and not there. */
  readonly missing: readonly Seen[];
  /** What is there and not here. */
  readonly others: readonly Seen[];
}

/** Compares what is seen here with what is seen there, for the kinds that are asked of both. */
export function compareSeen(here: readonly Seen[], there: readonly Seen[], kinds: readonly SeenKind[]): Comparison {
  const ours = here.filter(({ kind }) => kinds.includes(kind));
  const theirs = new Map(there.map((seen) => [seenKey(seen), seen]));
  const pairs = ours.flatMap((seen) => {
    const other = theirs.get(seenKey(seen));
    return other ? [{ seen, differences: listDifferences(seen, other) }] : [];
  });
  const known = new Set(ours.map(seenKey));
  return {
    alike: pairs.filter(({ differences }) => differences.length === 0).length,
    differences: pairs.flatMap(({ differences }) => differences),
    missing: ours.filter((seen) => !theirs.has(seenKey(seen))),
    others: there.filter((seen) => kinds.includes(seen.kind) && !known.has(seenKey(seen))),
  };
}

/** What is the same wherever one resource is seen. */
export function seenKey({ kind, id }: Seen): string {
  return `${kind} ${id}`;
}

function listDifferences(seen: Seen, other: Seen): Difference[] {
  return (["state", "subregion", "nodes"] as const).flatMap((property) => {
    const [here, there] = [seen[property], other[property]];
    return here === undefined || there === undefined || here === there ? [] : [{ seen, property, here, there }];
  });
}

/** All of an inventory that has an id. */
export function listSeen(inventory: Inventory): Seen[] {
  const vms = [
    ...inventory.tiers.flatMap((tier) => membersOf(tier.vms)),
    ...inventory.stoppedVms,
    ...inventory.unsureVms,
  ];
  const balancers = [...inventory.entries.flatMap((entry) => membersOf(entry.balancers)), ...inventory.unsureBalancers];
  const volumes = [...vms.flatMap((vm) => vm.volumes), ...inventory.looseVolumes];
  return [
    ...vms.flatMap((vm) => see("vm", vm)),
    ...balancers.flatMap((balancer) => see("load balancer", balancer)),
    ...volumes.flatMap((volume) => see("volume", { ...volume, state: null })),
    ...inventory.infrastructure.subnets.flatMap((subnet) => see("subnet", { ...subnet, state: null })),
    ...inventory.infrastructure.natServices.flatMap((nat) => see("NAT service", { ...nat, state: null })),
    ...inventory.infrastructure.securityGroups.flatMap((group) =>
      see("security group", { ...group, state: null, subregion: null }),
    ),
    ...inventory.infrastructure.nodePools.map(seePool),
  ];
}

/** A node pool has no id of the provider's: its name is the same in every state. */
function seePool({ name, zones, nodes }: NodePoolEvidence): Seen {
  return {
    ...{ kind: "node pool", id: name, name: undefined, state: undefined, subregion: zones.join(", ") },
    ...(nodes !== null && { nodes: String(nodes) }),
  };
}

interface Told {
  readonly id: KnownValue;
  readonly name: string | null;
  readonly state: KnownValue;
  readonly subregion: KnownValue;
}

function see(kind: SeenKind, { id, name, state, subregion }: Told): Seen[] {
  if (typeof id !== "string") return [];
  return [{ kind, id, name: name ?? undefined, state: textOf(state), subregion: textOf(subregion) }];
}

function textOf(value: KnownValue): string | undefined {
  return typeof value === "string" ? value : undefined;
}
