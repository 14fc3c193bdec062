import type { Resource, Stack } from "../../stack";
import type { SharedSettings } from "../provider/settings";
import { tagValue } from "./tags";

/**
 * Whether a resource counts as production.
 * @throws {Undecided} when a tag that would say is not known
 */
export function isProduction(
  stack: Stack,
  resource: Resource,
  { environment }: SharedSettings,
  places: () => Iterable<Resource>,
): boolean {
  const production = environment.production.map((name) => name.toLowerCase());
  return production.includes(environmentOf(stack, resource, environment, places));
}

/** The environment's name in lower case; without a tag, the setting's. */
export function environmentOf(
  stack: Stack,
  resource: Resource,
  { key, default: assumed }: SharedSettings["environment"],
  places: () => Iterable<Resource>,
): string {
  return (nearestTagValue(stack, resource, key, places) ?? assumed).toLowerCase();
}

/**
 * The nearest value of a tag: the resource's own, else that of the places it stands in (its Subnet, its Net), else
 * that of its parents.
 * @throws {Undecided} when a tag that would say is not known
 */
export function nearestTagValue(
  stack: Stack,
  resource: Resource,
  key: string,
  places: () => Iterable<Resource>,
): string | undefined {
  const own = tagValue(stack, resource, key);
  if (own !== undefined) return own;
  // A resource stands in the same places whoever asks.
  return stack.once(resource, `nearest tag ${key}`, () => {
    for (const holder of holdersOf(stack, resource, places)) {
      const value = tagValue(stack, holder, key);
      if (value !== undefined) return value;
    }
    return undefined;
  });
}

/** Where it stands, then what it is a part of. One after the other: what the nearest says needs no other to be known. */
function* holdersOf(stack: Stack, resource: Resource, places: () => Iterable<Resource>): Iterable<Resource> {
  yield* places();
  yield* parentsOf(stack, resource);
}

/** The components that hold a resource, the nearest first. */
export function parentsOf(stack: Stack, { parent }: Resource): Resource[] {
  const found = parent === undefined ? undefined : stack.get(parent);
  return found ? [found, ...parentsOf(stack, found)] : [];
}
