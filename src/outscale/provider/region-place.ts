import { type Resource, Unknown, UnknownValue, UnreadableValue, type Values, valueAt } from "../../stack";
import { isRegionName, regionOfEndpoint, regionOfSubregion } from "./region";

/** One place where a program says in which region something lies. */
export interface RegionPlace {
  readonly path: string;
  /**
   * The region's name.
   * @throws {UnknownValue} when it is not known
   * @throws {UnreadableValue} when what is written names none
   */
  region(): string;
}

/** How a place names its region. */
export type Spelling = "region" | "Subregion" | "endpoint";

const READ: Readonly<Record<Spelling, (text: string) => string | undefined>> = {
  region: (text) => (isRegionName(text) ? text : undefined),
  Subregion: regionOfSubregion,
  endpoint: regionOfEndpoint,
};

const NAMES_NONE: Readonly<Record<Spelling, UnreadableValue["what"]>> = {
  region: { en: "text that is no region's name", fr: "un texte qui n'est pas un nom de région" },
  Subregion: { en: "text that is no Subregion's name", fr: "un texte qui n'est pas un nom de Sous-région" },
  endpoint: { en: "an endpoint whose host names no region", fr: "un endpoint dont l'hôte ne nomme aucune région" },
};

/** The place at a property, when something is written there. */
export function regionPlace(resource: Resource, inputs: Values, path: string, spelling: Spelling): RegionPlace[] {
  const value = valueAt(inputs, path);
  if (value === undefined || value === "") return [];
  const region = () => {
    if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
    const found = typeof value === "string" ? READ[spelling](value) : undefined;
    if (found === undefined) throw new UnreadableValue(resource, path, NAMES_NONE[spelling]);
    return found;
  };
  return [{ path, region }];
}
