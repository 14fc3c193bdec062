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

type Written = boolean | number | string | Unknown | From | readonly Written[] | { readonly [name: string]: Written };

/** A resource of the provider as a program writes it, `resource("vm:Vm", "web-a", { subnetId: from(subnet) })`. */
export function resource(
  type: string,
  name: string,
  inputs: Readonly<Record<string, Written>> = {},
  options: Partial<Resource> = {},
): Resource {
  const token = type.includes(":providers:") || type.split(":").length === 3 ? type : `outscale:index/${type}`;
  return {
    urn: `urn:pulumi:test::unit::${token}::${name}`,
    type: token,
    name,
    inputs: Object.fromEntries(Object.entries(inputs).map(([property, value]) => [property, valueOf(value)])),
    written: true,
    dependencies: [],
    propertyDependencies: Object.fromEntries(
      Object.entries(inputs).map(([property, value]) => [property, urnsIn(value)]),
    ),
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
