import { Candidates } from "./candidates";
import { addTo } from "./multimap";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { UnknownValue } from "./undecided";
import { nameOfUrn } from "./urn";
import { Unknown, type Value, valueAt } from "./value";

/** What a property refers to: a resource of the stack, or something outside it that only its id or name tells. */
export type Target =
  { readonly resource: Resource } | { readonly outside: string } | { readonly unknown: UnknownValue };

/** How a reference is found. */
export interface Reference {
  /** The Pulumi property path on the referring resource, `subnetId` or `nics[0].subnetId`. */
  readonly path: string;
  /** The types of the resources it may lead to. */
  readonly types: readonly string[];
  /** The property of the target that the reference spells, when that is not its id: `loadBalancerName`. */
  readonly by?: string;
}

/**
 * What a property refers to, by the names or the id that the program gives it: no other resource has to be in sight, and
 * every door says the same.
 */
export function referredName({ inputs, propertyDependencies }: Resource, property: string): string | undefined {
  const names = (propertyDependencies[property] ?? []).map(nameOfUrn);
  if (names.length > 0) return names.sort().join();
  const id = inputs[property];
  return typeof id === "string" ? id : undefined;
}

/**
 * What a single-valued property refers to; `undefined` when the program leaves the property out.
 * @throws {UnknownValue} when the target is not known, or several are possible
 * @throws {NeedsStack} when one resource alone is in sight
 */
export function reference(
  stack: Stack,
  from: Resource,
  how: Reference,
): Exclude<Target, { unknown: unknown }> | undefined {
  const value = valueAt(from.inputs, how.path);
  if (value === undefined) return undefined;
  const target = resolveReference(stack, from, how, value, how.path);
  if ("unknown" in target) throw target.unknown;
  return target;
}

/**
 * What a list refers to, one target an element; order means nothing. An element or a list that is not known
 * stays in the answer as an unknown target.
 * @throws {NeedsStack} when one resource alone is in sight
 */
export function references(stack: Stack, from: Resource, how: Reference): Target[] {
  const value = valueAt(from.inputs, how.path);
  if (value === undefined) return [];
  if (!Array.isArray(value)) return listOfUnknownLength(stack, from, how, value);
  const elements = (value as readonly Value[]).map((element, index) => ({
    element,
    path: `${how.path}[${String(index)}]`,
  }));
  stack.needWhole();
  const named = elements.map(({ element }) =>
    typeof element === "string" ? byText(stack, how).get(element)?.[0] : undefined,
  );
  const found = named.filter((resource) => resource !== undefined);
  const candidates = candidatesOf(stack, from, how).filter((candidate) => !found.includes(candidate));
  const unknown = elements.flatMap(({ element, path }) =>
    element instanceof Unknown ? [{ path, value: element }] : [],
  );
  // Texts that no resource has for an id: they lead out of the stack, or to resources whose id is not told.
  const texts = elements.flatMap(({ element, path }, index) =>
    element instanceof Unknown || named[index] ? [] : [{ path, text: typeof element === "string" ? element : "" }],
  );
  const certain = found.map((resource) => ({ resource }));
  if (candidates.length <= unknown.length) {
    const leftOver = unknown.slice(candidates.length);
    return [
      ...certain,
      ...texts.map(({ text }) => ({ outside: text })),
      ...candidates.map((resource) => ({ resource })),
      // What the list is known to be made from is taken: these may lead anywhere.
      ...leftOver.map(({ path, value }) => ({ unknown: new UnknownValue(from, path, { value }) })),
    ];
  }
  if (candidates.length === unknown.length + texts.length) {
    return [...certain, ...candidates.map((resource) => ({ resource }))];
  }
  return [
    ...certain,
    ...unknown.map(({ path, value }) => ({ unknown: new UnknownValue(from, path, { value, candidates }) })),
    ...texts.map(({ path }) => ({ unknown: new UnknownValue(from, path, { candidates }) })),
  ];
}

/** The list as a whole is made from other values: its members are known, whether these are all is not. */
function listOfUnknownLength(stack: Stack, from: Resource, how: Reference, value: Value): Target[] {
  const candidates = candidatesOf(stack, from, how);
  const hidden = value instanceof Unknown ? value : undefined;
  return [{ unknown: new UnknownValue(from, how.path, { value: hidden, candidates }) }];
}

function resolveReference(stack: Stack, from: Resource, how: Reference, value: Value, path: string): Target {
  if (typeof value === "string") return resolveText(stack, from, how, value);
  if (!(value instanceof Unknown)) return { outside: JSON.stringify(value) };
  const candidates = candidatesOf(stack, from, how);
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { resource: only };
  return { unknown: new UnknownValue(from, path, { value, candidates }) };
}

function resolveText(stack: Stack, from: Resource, how: Reference, text: string): Target {
  stack.needWhole();
  const named = byText(stack, how).get(text);
  if (named?.length === 1 && named[0]) return { resource: named[0] };
  if (!named && how.by !== undefined) return resolveName(stack, from, how, text);
  const candidates = named ?? candidatesOf(stack, from, how).filter(({ id }) => id === undefined);
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { resource: only };
  if (others.length > 0) return { unknown: new UnknownValue(from, how.path, { candidates }) };
  return { outside: text };
}

/** A name that no resource is known to have may be that of one whose name is not known. */
function resolveName(stack: Stack, from: Resource, { path, types, by = "" }: Reference, name: string): Target {
  const candidates = stack.ofTypes(types).filter(({ inputs }) => inputs[by] instanceof Unknown);
  return candidates.length === 0 ? { outside: name } : { unknown: new UnknownValue(from, path, { candidates }) };
}

function byText(stack: Stack, { types, by }: Reference): ReadonlyMap<string, readonly Resource[]> {
  return stack.memo(`by text: ${types.join()} ${by ?? ""}`, stack, () => {
    const found = new Map<string, Resource[]>();
    for (const resource of stack.ofTypes(types)) {
      const text = by === undefined ? resource.id : (resource.inputs[by] ?? resource.outputs?.[by]);
      if (typeof text === "string") addTo(found, text, resource);
    }
    return found;
  });
}

/** The resources of the wanted types that the property's value was made from. */
function candidatesOf(stack: Stack, from: Resource, how: Reference): Resource[] {
  stack.needWhole();
  const [top = ""] = how.path.split(/[.[]/);
  const last = how.path.split(".").at(-1)?.replace(/\[.*$/, "") ?? top;
  const found = new Map<string, Resource>();
  const seen = new Set<string>();
  const open = [...dependenciesOf(from, top)];
  // Resources may depend on each other in a ring, and in a row of any length.
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    if (seen.has(urn)) continue;
    seen.add(urn);
    const dependency = stack.get(urn);
    if (!dependency) continue;
    if (how.types.includes(dependency.type)) found.set(urn, dependency);
    // `netId: subnet.netId` depends on the Subnet; the Net is one step further, under the same name.
    else open.push(...throughSameName(dependency, last));
  }
  return [...found.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));

  function throughSameName(dependency: Resource, property: string): readonly string[] {
    const value = dependency.inputs[property];
    if (value === undefined) return [];
    const [only, ...others] = typeof value === "string" ? (byText(stack, how).get(value) ?? []) : [];
    if (only && others.length === 0) found.set(only.urn, only);
    return dependenciesOf(dependency, property);
  }
}

function dependenciesOf({ propertyDependencies }: Resource, property: string): readonly string[] {
  return propertyDependencies[property] ?? [];
}

/**
 * The resources a single-valued property may lead to: one when it is known, several when the program leaves several
 * possible. Empty when the program leaves the property out.
 * @throws {UnknownValue} when it leads out of the stack, or anywhere
 * @throws {NeedsStack} when one resource alone is in sight
 */
export function possibleTargets(stack: Stack, from: Resource, how: Reference): readonly Resource[] {
  const value = valueAt(from.inputs, how.path);
  if (value === undefined) return [];
  const target = resolveReference(stack, from, how, value, how.path);
  if ("resource" in target) return [target.resource];
  if ("unknown" in target && target.unknown.candidates.length > 0) return target.unknown.candidates;
  throw "unknown" in target ? target.unknown : new UnknownValue(from, how.path, { outside: true });
}

/**
 * The resources of some types whose property refers to `to`, single-valued or a list.
 * @throws {NeedsStack} when one resource alone is in sight
 */
export function referrers(stack: Stack, to: Resource, from: readonly string[], how: Reference): Candidates<Resource> {
  return stack.memo(`referrers: ${from.join()} ${how.path} ${how.types.join()} ${how.by ?? ""}`, stack, () =>
    referrersOf(stack, from, how),
  )(to);
}

/**
 * Finds the referrers of any resource, having followed every reference once.
 * @throws {NeedsStack} when one resource alone is in sight
 */
export function referrersOf(
  stack: Stack,
  from: readonly string[],
  how: Reference,
): (to: Resource) => Candidates<Resource> {
  stack.needWhole();
  const { certain, possible } = indexReferrers(stack, from, how);
  return (to) =>
    new Candidates(
      certain.get(to.urn) ?? [],
      possible.filter(({ why }) => why.mayLeadTo(to)),
    );
}

function indexReferrers(stack: Stack, from: readonly string[], how: Reference) {
  const certain = new Map<string, Resource[]>();
  const possible: { value: Resource; why: UnknownValue }[] = [];
  for (const resource of stack.ofTypes(from)) {
    for (const target of targetsOf(stack, resource, how)) {
      if ("resource" in target) addTo(certain, target.resource.urn, resource);
      else if ("unknown" in target) possible.push({ value: resource, why: target.unknown });
    }
  }
  return { certain, possible };
}

function targetsOf(stack: Stack, from: Resource, how: Reference): Target[] {
  const value = valueAt(from.inputs, how.path);
  if (value === undefined) return [];
  return Array.isArray(value) ? references(stack, from, how) : [resolveReference(stack, from, how, value, how.path)];
}
