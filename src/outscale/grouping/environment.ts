import { type Resource, UnreadableValue } from "../../stack";
import type { Text } from "../../text";
import type { System } from "../provider/system";
import { matchesGlob } from "./names";
import { tagValue, tagValues } from "./tags";

/** What an environment is for, by the lists of the setting `environment`. One that is in neither counts as production. */
export type Purpose = "production" | "non-production" | "not listed";

/**
 * Whether a resource counts as production.
 * @throws {Undecided} when a tag that would say is not known, or its tags contradict each other
 */
export function isProduction(system: System, resource: Resource, places: () => Iterable<Resource>): boolean {
  return purposeOf(environmentOf(system, resource, places), system) !== "non-production";
}

/** @param environment in lower case, without blanks around it */
export function purposeOf(environment: string, { settings }: System): Purpose {
  const { production, nonProduction } = settings.environment;
  if (production.some((each) => matchesGlob(environment, each))) return "production";
  return nonProduction.some((each) => matchesGlob(environment, each)) ? "non-production" : "not listed";
}

/**
 * The environment's name in lower case; without a tag, the setting's.
 * @throws {Undecided} when a tag that would say is not known, or its tags contradict each other
 */
export function environmentOf(system: System, resource: Resource, places: () => Iterable<Resource>): string {
  return nearestEnvironment(system, resource, places) ?? readName(system.settings.environment.default);
}

/**
 * The environment that the nearest tag names: the resource's own, else that of the places it stands in, else that of its
 * parents. A tag without a value is none.
 * @throws {Undecided} when a tag that would say is not known, or its tags contradict each other
 */
export function nearestEnvironment(
  system: System,
  resource: Resource,
  places: () => Iterable<Resource>,
): string | undefined {
  const own = ownEnvironment(system, resource);
  if (own !== undefined) return own;
  return system.memo("nearest environment", resource, () => {
    for (const holder of holdersOf(system, resource, places)) {
      const environment = ownEnvironment(system, holder);
      if (environment !== undefined) return environment;
    }
    return undefined;
  });
}

/** The environment that a resource's own tags name, where they agree on what it is for. */
export function ownEnvironment(system: System, resource: Resource): string | undefined {
  return system.memo("own environment", resource, () => {
    const { key } = system.settings.environment;
    const names = tagValues(system, resource, key)
      .map(readName)
      .filter((name) => name !== "");
    const isProductive = names.map((name) => purposeOf(name, system) !== "non-production");
    if (new Set(isProductive).size > 1 || names.some((name) => namesBoth(name, system)))
      throw new UnreadableValue(resource, "tags", CONTRADICTORY);
    return names[0];
  });
}

/**
 * Whether a name is one of no production by its beginning alone, and has a word of production beside it: `dev-prod`, or
 * `dev, prod`. What the list itself says, `pre-prod*`, is meant so.
 */
function namesBoth(name: string, { settings }: System): boolean {
  const { production, nonProduction } = settings.environment;
  const wordsOf = (text: string) => text.split(/[^\p{L}\d]+/u).filter((word) => word !== "");
  return nonProduction
    .filter((glob) => matchesGlob(name, glob))
    .some((glob) =>
      wordsOf(name).some((word) => production.includes(word) && !wordsOf(glob).some((meant) => word.startsWith(meant))),
    );
}

function readName(written: string): string {
  return written.trim().toLowerCase();
}

const CONTRADICTORY: Text = {
  en: "tags that name both an environment of production and another",
  fr: "des tags qui nomment à la fois un environnement de production et un autre",
};

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
export function parentsOf(system: System, resource: Resource): Resource[] {
  const parents: Resource[] = [];
  const parentOf = ({ parent }: Resource) => (parent === undefined ? undefined : system.get(parent));
  for (let found = parentOf(resource); found; found = parentOf(found)) parents.push(found);
  return parents;
}
