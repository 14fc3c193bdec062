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
  places: () => readonly Resource[],
): boolean {
  const production = environment.production.map((name) => name.toLowerCase());
  return production.includes(environmentOf(stack, resource, environment, places));
}

/** The environment's name in lower case; without a tag, the setting's. */
export function environmentOf(
  stack: Stack,
  resource: Resource,
  { key, default: assumed }: SharedSettings["environment"],
  places: () => readonly Resource[],
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
  places: () => readonly Resource[],
): string | undefined {
  const own = tagValue(stack, resource, key);
  if (own !== undefined) return own;
  // A resource stands in the same places whoever asks.
  return stack.once(resource, `nearest tag ${key}`, () => {
    for (const holder of [...places(), ...parentsOf(stack, resource)]) {
      const value = tagValue(stack, holder, key);
      if (value !== undefined) return value;
    }
    return undefined;
  });
}

/** The components that hold a resource, the nearest first. */
export function parentsOf(stack: Stack, { parent }: Resource): Resource[] {
  const found = parent === undefined ? undefined : stack.get(parent);
  return found ? [found, ...parentsOf(stack, found)] : [];
}
