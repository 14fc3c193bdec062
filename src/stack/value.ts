/** The value of an input that nobody knows before deployment, or that is kept from who reads it. */
export class Unknown {
  /** Where the value comes from, when that can be told: a data source, an encrypted setting. */
  readonly origin: string | undefined;
  /** Whether it is known and a secret, which what was read does not show. */
  readonly isSecret: boolean;
  /** Whether it is known, and of another shape than the provider takes: what comes of it is not known. */
  readonly isMisshapen: boolean;

  constructor(origin?: string, isSecret = false, isMisshapen = false) {
    this.origin = origin;
    this.isSecret = isSecret;
    this.isMisshapen = isMisshapen;
  }
}

/** The text that stands for an unknown value in Pulumi's protocol. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The texts that stand for one of each kind. */
const UNKNOWN_TEXTS = [
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/** Whether a text stands for an unknown value, or holds one: a list that Pulumi hands to a provider as JSON may. */
export function isUnknownText(text: string): boolean {
  return UNKNOWN_TEXTS.some((mark) => text.includes(mark));
}

export type Value = boolean | number | string | Unknown | readonly Value[] | Values;

/** Properties by name; one that is not set is not there. */
export interface Values {
  readonly [property: string]: Value;
}

export function isValues(value: Value | undefined): value is Values {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Unknown);
}

/** Adds a property to a Pulumi property path, quoting what such paths quote. */
export function joinedPath(path: string, property: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(property)) return `${path}["${property.replaceAll('"', '\\"')}"]`;
  return path === "" ? property : `${path}.${property}`;
}

/** The value at a Pulumi property path, or the unknown on the way to it. */
export function valueAt(value: Value, path: string): Value | undefined {
  // Most paths are one name, and most of the work is reading values.
  if (isValues(value) && !/[.[]/.test(path)) return value[path];
  let here: Value | undefined = value;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
    if (here instanceof Unknown) return here;
    if (Array.isArray(here)) here = (here as readonly Value[])[Number(step)];
    else if (isValues(here)) here = here[step];
    else return undefined;
  }
  return here;
}
