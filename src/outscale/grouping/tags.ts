import {
  type Candidates,
  any,
  ifKnown,
  isValues,
  type Possible,
  possibly,
  type Reference,
  referrersOf,
  type Resource,
  some,
  type Undecided,
  Unknown,
  UnknownValue,
  UnreadableValue,
  type Value,
  valueAt,
} from "../../stack";
import type { Text } from "../../text";
import type { System } from "../provider/system";

const TAG = "outscale:index/tag:Tag";

/**
 * The value of a resource's tag, written inline or set by a `Tag` resource; the inline one comes first.
 * Keys are compared whatever their case.
 * @throws {UnknownValue} when a key or the value is not known
 * @throws {UnreadableValue} when it has two values, or a key that is this one but for blanks
 * @throws {NeedsStack} when it is not inline, and one resource alone is in sight
 */
export function tagValue(system: System, resource: Resource, key: string): string | undefined {
  return system.memo(`tag ${key}`, resource, () => {
    const inline = inlineTagValue(resource, key);
    const value = inline ?? attachedTagValue(system, resource, key);
    if (value !== undefined && listKnownValues(system, resource, key).some((other) => !isSame(other, value))) {
      throw new UnreadableValue(resource, "tags", contradictory(key));
    }
    return value;
  });
}

/** Every value that a resource is certainly given for a tag, as far as it is in sight. */
function listKnownValues(system: System, resource: Resource, key: string): string[] {
  const attached = system.alone ? [] : tagsOf(system, resource).certain.map((tag) => [tag, "tag"] as const);
  return [[resource, "tags"] as const, ...attached].flatMap(
    ([from, property]) => ifKnown(() => inlineTagValues(from, key, property)) ?? [],
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function contradictory(key: string): Text {
  return {
    en: `tags that contradict each other: \`${key}\` has two values`,
    fr: `des tags qui se contredisent : \`${key}\` a deux valeurs`,
  };
}

/**
 * Every value that a resource is given for a tag: the inline ones, whatever the case of their keys, and that of each `Tag`
 * resource. Where one resource alone is in sight, its inline ones say enough.
 * @throws {UnknownValue} when a key or a value is not known
 * @throws {NeedsStack} when none is inline, and one resource alone is in sight
 */
export function tagValues(system: System, resource: Resource, key: string): string[] {
  const inline = inlineTagValues(resource, key);
  if (system.alone && inline.length > 0) return inline;
  const { certain, possible } = tagsOf(system, resource);
  assertNoneSets(possible, key);
  return [...inline, ...certain.flatMap((tag) => inlineTagValues(tag, key, "tag"))];
}

/** @throws {UnknownValue} when a value is not known, or none is found beside a key that may be this one */
function inlineTagValues(resource: Resource, key: string, property = "tags"): string[] {
  const entries = entriesOf(resource, property);
  const own = entries.filter(({ name }) => isNamed(name, key));
  // It throws where the key of another may be this one.
  if (own.length === 0) inlineTagValue(resource, key, property);
  const almost = entries.filter(({ name }) => isAllBut(name, key));
  return [...own, ...almost].map(({ path, value }) => text(resource, value, path));
}

/**
 * Whether a resource has a tag whose value passes.
 * @throws {UnknownValue} when its key or value is not known
 */
export function tagPasses(
  system: System,
  resource: Resource,
  key: string,
  passes: (value: string) => boolean,
): boolean {
  const value = tagValue(system, resource, key);
  return value !== undefined && passes(value);
}

/** The first tag of several keys, in their order. */
export function firstTagValue(system: System, resource: Resource, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = tagValue(system, resource, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * The value of a tag among the tags written at a property: a list of keys and values, or a map (OKS).
 * @throws {UnknownValue} when a key or the value is not known
 */
export function inlineTagValue(resource: Resource, key: string, property = "tags"): string | undefined {
  let hidden: Undecided | undefined;
  for (const { path, name, value } of entriesOf(resource, property)) {
    if (name instanceof Unknown) hidden ??= new UnknownValue(resource, path, { value: name });
    else if (isNamed(name, key)) return text(resource, value, path);
    else if (isAllBut(name, key)) hidden ??= new UnreadableValue(resource, path, WITH_BLANKS);
  }
  if (hidden) throw hidden;
  return undefined;
}

/**
 * Whether a resource has a tag, written inline or set by a `Tag` resource, whatever its value.
 * @throws {UnknownValue} when a key that may be this one is not known
 * @throws {NeedsStack} when it is not inline, and one resource alone is in sight
 */
export function hasTag(system: System, resource: Resource, key: string): boolean {
  return any(
    () => hasInlineTag(resource, key),
    () => tagsOf(system, resource).some((tag) => hasInlineTag(tag, key, "tag")),
  );
}

/**
 * Whether a tag is among the tags written at a property, whatever its value.
 * @throws {UnknownValue} when a key that may be this one is not known
 */
export function hasInlineTag(resource: Resource, key: string, property = "tags"): boolean {
  return some(entriesOf(resource, property), ({ path, name }) => {
    if (name instanceof Unknown) throw new UnknownValue(resource, path, { value: name });
    if (isAllBut(name, key)) throw new UnreadableValue(resource, path, WITH_BLANKS);
    return isNamed(name, key);
  });
}

/**
 * Whether the key of a resource's tag passes, of one that is written inline or set by a `Tag` resource.
 * @param passes is given the key, known or not, with the resource that writes it and where
 * @throws {NeedsStack} when none is inline, and one resource alone is in sight
 */
export function hasTagKey(
  system: System,
  resource: Resource,
  passes: (key: Value, from: Resource, path: string) => boolean,
): boolean {
  const somePass = (from: Resource, property: string) =>
    some(entriesOf(from, property), ({ path, name }) => passes(name, from, path));
  return any(
    () => somePass(resource, "tags"),
    () => tagsOf(system, resource).some((tag) => somePass(tag, "tag")),
  );
}

function isNamed(name: Value, key: string): boolean {
  return typeof name === "string" && name.toLowerCase() === key.toLowerCase();
}

/** Whether a key is another one for the provider, and the same for whoever reads it. */
function isAllBut(name: Value, key: string): boolean {
  return typeof name === "string" && !isNamed(name, key) && isNamed(name.trim(), key);
}

const WITH_BLANKS: Text = {
  en: "a tag whose key begins or ends with blanks",
  fr: "un tag dont la clé commence ou finit par des blancs",
};

function entriesOf(resource: Resource, property: string): TagEntry[] {
  const tags = valueAt(resource.inputs, property);
  if (tags === undefined) return [];
  if (tags instanceof Unknown) throw new UnknownValue(resource, property, { value: tags });
  return isValues(tags)
    ? Object.entries(tags).map(([name, value]) => ({ path: `${property}["${name}"]`, name, value }))
    : readTagList(tags, property);
}

interface TagEntry {
  readonly path: string;
  readonly name: Value;
  readonly value: Value;
}

function readTagList(tags: Value, property: string): TagEntry[] {
  if (!Array.isArray(tags)) return [];
  return (tags as readonly Value[]).map((tag, index) => {
    const path = `${property}[${String(index)}]`;
    if (tag instanceof Unknown) return { path, name: tag, value: tag };
    const name = valueAt(tag, "key") ?? "";
    return { path: `${path}.${name instanceof Unknown ? "key" : "value"}`, name, value: valueAt(tag, "value") ?? "" };
  });
}

function text(resource: Resource, value: Value, path: string): string {
  if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The `Tag`s that name a resource. */
export function tagsOf(system: System, resource: Resource): Candidates<Resource> {
  return system.memo(TAG, system, () => referrersOf(system, [TAG], toTagged(system)))(resource);
}

/** How a `Tag` refers to what it tags, which may be anything: an id made from a VM is no Subnet's. */
export function toTagged(system: System): Reference {
  const types = new Set(system.resources.map(({ type }) => type));
  types.delete(TAG);
  return { path: "resourceIds", types: [...types].filter((type) => type.startsWith("outscale:")) };
}

function attachedTagValue(system: System, resource: Resource, key: string): string | undefined {
  const { certain, possible } = tagsOf(system, resource);
  for (const attached of certain) {
    const value = inlineTagValue(attached, key, "tag");
    if (value !== undefined) return value;
  }
  assertNoneSets(possible, key);
  return undefined;
}

/** @throws {UnknownValue} when one of several `Tag`s that may be a resource's sets a key, or may */
function assertNoneSets(tags: readonly Possible<Resource>[], key: string): void {
  for (const { value: tag, why } of tags) {
    if (possibly(() => inlineTagValue(tag, key, "tag") !== undefined)) throw why;
  }
}
