import { readPackSettings } from "../../src/config";
import type { Inputs } from "../../src/outscale/provider/inputs";
import { System } from "../../src/outscale/provider/system";
import { type Resource, Stack, Unknown, type Value, type Values } from "../../src/stack";

/** Stands, in a builder's inputs, for a value made from another resource: unknown before deployment, but traced. */
export class From {
  readonly resources: readonly Resource[];

  constructor(resources: readonly Resource[]) {
    this.resources = resources;
  }
}

/** An output of other resources, such as their id. */
export function from(...resources: Resource[]): From {
  return new From(resources);
}

export type Written =
  boolean | number | string | Unknown | From | readonly Written[] | { readonly [name: string]: Written };

/** What a program may write where the provider takes a value: numbers and booleans as text too, one in place of a list. */
export type WrittenAs<T> =
  | Unknown
  | From
  | (T extends readonly (infer E)[]
      ? readonly WrittenAs<E>[] | WrittenAs<E>
      : T extends number | boolean
        ? T | string
        : T extends object
          ? { readonly [Name in keyof T]: WrittenAs<NonNullable<T[Name]>> }
          : T);

type OfProvider<T extends string> = T extends keyof Inputs ? T : `outscale:index/${T}`;
/** A type of the provider's, as the tests write it: `vm:Vm`. */
export type ShortType = keyof Inputs extends infer T ? (T extends `outscale:index/${infer Short}` ? Short : T) : never;
/** What a program may write for a resource of the provider, `InputsOf<"vm:Vm">`. */
export type InputsOf<T extends ShortType> = {
  readonly [Name in keyof Inputs[OfProvider<T>]]: WrittenAs<NonNullable<Inputs[OfProvider<T>][Name]>> | undefined;
};

/** What a program may write for a resource of any other type. */
export type AnyInputs = Readonly<Record<string, Written | undefined>>;

/**
 * A resource as a program writes it, `resource("vm:Vm", "web-a", { subnetId: from(subnet) })`; of another provider by its
 * whole type. What is `undefined` is left out.
 */
export function resource<T extends ShortType | `${string}:${string}:${string}`>(
  type: T,
  name: string,
  inputs?: T extends ShortType ? InputsOf<T> : AnyInputs,
  options?: Partial<Resource>,
): Resource {
  return untyped(type, name, inputs, options);
}

/** The same where a test writes what the provider does not take, or one of several types. */
export function untyped(type: string, name: string, inputs: AnyInputs = {}, options: Partial<Resource> = {}): Resource {
  const token = type.split(":").length === 3 ? type : `outscale:index/${type}`;
  const written = Object.entries(inputs).filter((entry): entry is [string, Written] => entry[1] !== undefined);
  return {
    urn: `urn:pulumi:test::unit::${token}::${name}`,
    type: token,
    name,
    inputs: Object.fromEntries(written.map(([property, value]) => [property, valueOf(value)])),
    written: true,
    dependencies: [],
    propertyDependencies: Object.fromEntries(written.map(([property, value]) => [property, urnsIn(value)])),
    protect: false,
    ...options,
  };
}

function valueOf(written: Written): Value {
  if (written instanceof From) return new Unknown();
  if (written instanceof Unknown || typeof written !== "object") return written;
  if (isList(written)) return written.map(valueOf);
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, valueOf(value)]));
}

function urnsIn(written: Written): string[] {
  if (written instanceof From) return written.resources.map(({ urn }) => urn);
  if (written instanceof Unknown || typeof written !== "object") return [];
  return (isList(written) ? written : Object.values(written)).flatMap(urnsIn);
}

function isList(written: Written): written is readonly Written[] {
  return Array.isArray(written);
}

/** The same under settings that policies share, as users write them under `pack-settings`. */
export function systemOf(resources: readonly Resource[], settings: object = {}): System {
  return new System(stackOf(resources), readPackSettings(settings).shared);
}

export function stackOf(resources: readonly Resource[]): Stack {
  return Stack.of(resources, { project: "unit", name: "test" });
}

/** Tags as the provider takes them. */
export function tags(values: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}

/** Every path of a resource's inputs at which a value is known, parents before children. */
export function knownPaths(values: Values | readonly Value[], at = ""): string[] {
  return Object.entries(values).flatMap(([name, value]: [string, Value]) => {
    if (value instanceof Unknown) return [];
    const path = Array.isArray(values) ? `${at}[${name}]` : at === "" ? name : `${at}.${name}`;
    return typeof value === "object" ? [path, ...knownPaths(value, path)] : [path];
  });
}

/** The same resource with one value unknown. */
export function withUnknown(made: Resource, path: string): Resource {
  return { ...made, inputs: hidden(made.inputs, path, "") as Values };
}

function hidden(value: Value, path: string, at: string): Value {
  if (at === path) return new Unknown();
  if (value instanceof Unknown || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    return (value as readonly Value[]).map((each, index) => hidden(each, path, `${at}[${String(index)}]`));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, hidden(each, path, at === "" ? name : `${at}.${name}`)]),
  );
}
