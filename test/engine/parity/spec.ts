/** A generated program: its resources in the order in which it makes them. */
export type Program = readonly ResourceSpec[];

export interface ResourceSpec {
  /** The class of the provider's SDK, `Net`. */
  readonly kind: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, Written>>;
  /** The component it is made in. */
  readonly component?: string;
  /** The name of an explicit provider. */
  readonly provider?: string;
  readonly protect?: boolean;
}

/** What a program writes at a property. */
export type Written =
  boolean | number | string | OutputOf | readonly Written[] | { readonly [property: string]: Written };

/** An output of a resource made before, `{ of: "net", output: "netId" }`. */
export interface OutputOf {
  readonly of: string;
  readonly output: string;
  /** Whether the program computes something from it, so that what comes out is not known to be that output. */
  readonly computed: boolean;
}
