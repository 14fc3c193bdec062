/** The value of an input that nobody knows before deployment. */
export class Unknown {
  /** Where the value comes from, when that can be told: a data source, an encrypted setting. */
  readonly origin: string | undefined;

  constructor(origin?: string) {
    this.origin = origin;
  }
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
  let here: Value | undefined = value;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
    if (here instanceof Unknown) return here;
    if (Array.isArray(here)) here = (here as readonly Value[])[Number(step)];
    else if (isValues(here)) here = here[step];
    else return undefined;
  }
  return here;
}
