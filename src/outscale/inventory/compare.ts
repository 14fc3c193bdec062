import { type Inventory, listedBalancersOf, listedVmsOf } from "./inventory";
import type { KnownValue } from "./known-values";
import {
  type Seen,
  SEEN_PROPERTIES,
  type SeenFacts,
  seenKey,
  type SeenKind,
  type SeenName,
  type SeenProperty,
  type SeenValue,
} from "./seen";

/** What is seen of a stack or of an account, and which part of it a page is about. */
export interface Sight {
  /** All that is seen: what a page leaves out is there all the same. */
  readonly seen: readonly Seen[];
  /** The keys of what the page is about. */
  readonly listed: ReadonlySet<string>;
}

/** What is seen otherwise, where both tell of it; `null` where the page does not show what is seen. */
export interface Difference {
  readonly seen: SeenName;
  readonly property: SeenProperty;
  readonly here: SeenValue | null;
  readonly there: SeenValue | null;
}

/** By what resources of one kind were compared, each as far as both tell of it. */
export interface ComparedKind {
  readonly kind: SeenKind;
  readonly properties: readonly SeenProperty[];
}

/** How what is seen here compares with what is seen there. */
export interface Comparison {
  readonly compared: readonly ComparedKind[];
  /** How many are seen in both, and alike in all that both tell of them. */
  readonly alike: number;
  /** How many are seen in both, and neither alike nor otherwise: nothing of them is told by both. */
  readonly presentOnly: number;
  readonly differences: readonly Difference[];
  /** What the page lists and is not there. */
  readonly missing: readonly SeenName[];
  /** What is there and not here. */
  readonly others: readonly SeenName[];
  /** What was on the page there, and is still here, but not on the page. */
  readonly unlisted: readonly SeenName[];
}

/** What is asked of a comparison. */
export interface ComparisonRange {
  readonly kinds: readonly SeenKind[];
  /** What is compared, and not shown: it names what the page is not about. */
  readonly hidden?: readonly SeenProperty[];
}

/** Compares what is seen here with what is seen there, for the kinds that are asked of both. */
export function compareSeen(here: Sight, there: Sight, { kinds, hidden = [] }: ComparisonRange): Comparison {
  const isAsked = ({ kind }: Seen) => kinds.includes(kind);
  const ours = new Map(here.seen.filter(isAsked).map((seen) => [seenKey(seen), seen]));
  const theirs = new Map(there.seen.filter(isAsked).map((seen) => [seenKey(seen), seen]));
  const onPage = [...ours].filter(([key]) => here.listed.has(key));
  const onTheirPage = [...theirs].filter(([key]) => there.listed.has(key));
  const pairs = onPage.flatMap(([key, seen]) => {
    const other = theirs.get(key);
    return other ? [comparePair(seen, other, hidden)] : [];
  });
  const namesOf = (found: readonly (readonly [string, Seen])[]) => found.map(([, seen]) => nameOf(seen));
  return {
    compared: addUpProperties(pairs),
    alike: pairs.filter(({ properties, differences }) => properties.length > 0 && differences.length === 0).length,
    presentOnly: pairs.filter(({ properties }) => properties.length === 0).length,
    differences: pairs.flatMap(({ differences }) => differences),
    missing: namesOf(onPage.filter(([key]) => !theirs.has(key))),
    others: namesOf(onTheirPage.filter(([key]) => !ours.has(key))),
    unlisted: namesOf(onTheirPage.filter(([key]) => ours.has(key) && !here.listed.has(key))),
  };
}

/** One resource that is seen in both. */
interface Pair {
  readonly kind: SeenKind;
  /** What both tell of it. */
  readonly properties: readonly SeenProperty[];
  readonly differences: readonly Difference[];
}

function comparePair(seen: Seen, other: Seen, hidden: readonly SeenProperty[]): Pair {
  const properties = SEEN_PROPERTIES.filter((property) => isComparable(property, seen.facts, other.facts));
  const differing = properties.filter((property) => !isAlike(property, seen.facts, other.facts));
  const show = (property: SeenProperty, facts: SeenFacts) =>
    hidden.includes(property) ? null : (facts[property] ?? null);
  return {
    kind: seen.kind,
    properties,
    differences: differing.map((property) => ({
      ...{ seen: nameOf(seen), property },
      ...{ here: show(property, seen.facts), there: show(property, other.facts) },
    })),
  };
}

/** What two sights tell of one resource, and tell otherwise: such a resource has changed, or one of them is wrong. */
export function contradict(one: Seen, other: Seen): boolean {
  return comparePair(one, other, []).differences.length > 0;
}

/** Whether both tell of a property. The performance is a part of the type where both types name it. */
function isComparable(property: SeenProperty, here: SeenFacts, there: SeenFacts): boolean {
  if (here[property] === undefined || there[property] === undefined) return false;
  return property !== "performance" || !(namesPerformance(here.type) && namesPerformance(there.type));
}

/** Two types are alike, too, where only one of them names a performance: that is compared by itself. */
function isAlike(property: SeenProperty, here: SeenFacts, there: SeenFacts): boolean {
  const values = [here[property], there[property]];
  const isTypeOfOne = property === "type" && namesPerformance(values[0]) !== namesPerformance(values[1]);
  const [one, other] = values.map((value) => JSON.stringify(isTypeOfOne ? withoutPerformance(value) : value));
  return one === other;
}

/** What the name of a type ends with where it names its performance, `p2`. */
const PERFORMANCE = /p[1-3]$/;

function namesPerformance(type: SeenValue | undefined): boolean {
  return typeof type === "string" && PERFORMANCE.test(type);
}

function withoutPerformance(type: SeenValue | undefined): SeenValue | undefined {
  return typeof type === "string" ? type.replace(PERFORMANCE, "") : type;
}

/** By what the resources of each kind were compared, all together. */
function addUpProperties(pairs: readonly Pair[]): ComparedKind[] {
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const told = new Set(pairs.filter((pair) => pair.kind === kind).flatMap(({ properties }) => properties));
    const properties = SEEN_PROPERTIES.filter((property) => told.has(property));
    return properties.length === 0 ? [] : [{ kind, properties }];
  });
}

function nameOf({ kind, id, name }: Seen): SeenName {
  return { kind, id, name };
}

/** The keys of all that an inventory lists. */
export function listedKeys(inventory: Inventory): ReadonlySet<string> {
  const vms = listedVmsOf(inventory);
  const volumes = [...vms.flatMap((vm) => vm.volumes), ...inventory.looseVolumes];
  const { natServices, subnets, securityGroups, nodePools } = inventory.infrastructure;
  return new Set([
    ...keysOf("vm", vms),
    ...keysOf("load balancer", listedBalancersOf(inventory)),
    ...keysOf("volume", volumes),
    ...keysOf("subnet", subnets),
    ...keysOf("NAT service", natServices),
    ...keysOf("security group", securityGroups),
    ...keysOf(
      "node pool",
      nodePools.map(({ name }) => ({ id: name })),
    ),
  ]);
}

function keysOf(kind: SeenKind, listed: readonly { readonly id: KnownValue }[]): string[] {
  return listed.flatMap(({ id }) => (typeof id === "string" ? [seenKey({ kind, id, name: null })] : []));
}
