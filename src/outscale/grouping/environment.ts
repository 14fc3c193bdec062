import type { Resource } from "../../stack";
import type { System } from "../provider/system";
import { tagValue } from "./tags";

/**
 * Whether a resource counts as production.
 * @throws {Undecided} when a tag that would say is not known
 */
export function isProduction(system: System, resource: Resource, places: () => Iterable<Resource>): boolean {
  return system.settings.environment.production.includes(environmentOf(system, resource, places));
}

/** The environment's name in lower case; without a tag, the setting's. */
export function environmentOf(system: System, resource: Resource, places: () => Iterable<Resource>): string {
  const { key, default: assumed } = system.settings.environment;
  return (nearestTagValue(system, resource, key, places) ?? assumed).toLowerCase();
}

/**
 * The nearest value of a tag: the resource's own, else that of the places it stands in (its Subnet, its Net), else
 * that of its parents.
 * @throws {Undecided} when a tag that would say is not known
 */
export function nearestTagValue(
  system: System,
  resource: Resource,
  key: string,
  places: () => Iterable<Resource>,
): string | undefined {
  const own = tagValue(system, resource, key);
  if (own !== undefined) return own;
  // A resource stands in the same places whoever asks.
  return system.memo(`nearest tag ${key}`, resource, () => {
    for (const holder of holdersOf(system, resource, places)) {
      const value = tagValue(system, holder, key);
      if (value !== undefined) return value;
    }
    return undefined;
  });
}

/** Where it stands, then what it is a part of. One after the other: what the nearest says needs no other to be known. */
function* holdersOf(system: System, resource: Resource, places: () => Iterable<Resource>): Iterable<Resource> {
  yield* places();
  yield* parentsOf(system, resource);
}

/** The components that hold a resource, the nearest first. */
export function parentsOf(system: System, { parent }: Resource): Resource[] {
  const found = parent === undefined ? undefined : system.get(parent);
  return found ? [found, ...parentsOf(system, found)] : [];
}
