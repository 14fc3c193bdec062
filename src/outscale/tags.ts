import {
  isValues,
  possibly,
  type Referrers,
  referrersOf,
  type Resource,
  type Stack,
  Unknown,
  UnknownValue,
  type Value,
  valueAt,
} from "../stack";

const TAG = "outscale:index/tag:Tag";

/**
 * The value of a resource's tag, written inline or set by a `Tag` resource; the inline one comes first.
 * Keys are compared whatever their case.
 * @throws {UnknownValue} when a key or the value is not known
 * @throws {NeedsStack} when it is not inline, and one resource alone is in sight
 */
export function tagValue(stack: Stack, resource: Resource, key: string): string | undefined {
  return stack.once(
    resource,
    `tag ${key}`,
    () => inlineTagValue(resource, key) ?? attachedTagValue(stack, resource, key),
  );
}

/**
 * Whether a resource has a tag whose value passes.
 * @throws {UnknownValue} when its key or value is not known
 */
export function tagPasses(stack: Stack, resource: Resource, key: string, passes: (value: string) => boolean): boolean {
  const value = tagValue(stack, resource, key);
  return value !== undefined && passes(value);
}

/** The first tag of several keys, in their order. */
export function firstTagValue(stack: Stack, resource: Resource, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = tagValue(stack, resource, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * The value of a tag among the tags written at a property: a list of keys and values, or a map (OKS).
 * @throws {UnknownValue} when a key or the value is not known
 */
export function inlineTagValue(resource: Resource, key: string, property = "tags"): string | undefined {
  const tags = valueAt(resource.inputs, property);
  if (tags === undefined) return undefined;
  if (tags instanceof Unknown) throw new UnknownValue(resource, property, { value: tags });
  const entries = isValues(tags)
    ? Object.entries(tags).map(([name, value]) => ({ path: `${property}["${name}"]`, name, value }))
    : listed(tags, property);
  let hidden: UnknownValue | undefined;
  for (const { path, name, value } of entries) {
    if (name instanceof Unknown) hidden ??= new UnknownValue(resource, path, { value: name });
    else if (typeof name === "string" && name.toLowerCase() === key.toLowerCase()) return text(resource, value, path);
  }
  if (hidden) throw hidden;
  return undefined;
}

interface Entry {
  readonly path: string;
  readonly name: Value;
  readonly value: Value;
}

function listed(tags: Value, property: string): Entry[] {
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

/** The `Tag`s that name a resource, which may be anything: an id made from a VM is no Subnet's. */
function tagsOf(stack: Stack, resource: Resource): Referrers {
  return stack.derive(TAG, () => {
    const types = new Set(stack.resources.map(({ type }) => type));
    types.delete(TAG);
    const outscale = [...types].filter((type) => type.startsWith("outscale:"));
    return referrersOf(stack, [TAG], { path: "resourceIds", types: outscale });
  })(resource);
}

function attachedTagValue(stack: Stack, resource: Resource, key: string): string | undefined {
  const { certain, possible } = tagsOf(stack, resource);
  for (const attached of certain) {
    const value = inlineTagValue(attached, key, "tag");
    if (value !== undefined) return value;
  }
  for (const { from, why } of possible) {
    if (possibly(() => inlineTagValue(from, key, "tag") !== undefined)) throw why;
  }
  return undefined;
}
