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
