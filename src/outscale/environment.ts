import type { Resource, Stack } from "../stack";
import type { SharedSettings } from "./settings";
import { tagValue } from "./tags";

/**
 * Whether a resource counts as production: its own tag says, else those of the places it stands in
 * (its Subnet, its Net), else its parents', else the setting.
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

/** The environment's name: the value of the nearest tag, in lower case. */
export function environmentOf(
  stack: Stack,
  resource: Resource,
  { key, default: assumed }: SharedSettings["environment"],
  places: () => readonly Resource[],
): string {
  const own = tagValue(stack, resource, key);
  if (own !== undefined) return own.toLowerCase();
  for (const holder of [...places(), ...parents(stack, resource)]) {
    const value = tagValue(stack, holder, key);
    if (value !== undefined) return value.toLowerCase();
  }
  return assumed.toLowerCase();
}

function parents(stack: Stack, { parent }: Resource): Resource[] {
  const found = parent === undefined ? undefined : stack.get(parent);
  return found ? [found, ...parents(stack, found)] : [];
}
