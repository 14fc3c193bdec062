import { refusals, type Failure } from "./refusals";
import { referredType, type ObjectSchema, type PropertySchema, type ResourceSchema } from "./schema";
import { isList, isObject, isSet, plainObject, UNKNOWN, type WireObject, type WireValue } from "./wire";

/** What the provider refuses in the inputs of a resource, before it asks the cloud anything. */
export function check(type: string, resource: ResourceSchema, inputs: WireObject): Failure[] {
  const written = plainObject(inputs);
  const expected: ObjectSchema = {
    properties: resource.inputProperties,
    required: resource.requiredInputs ?? [],
  };
  const failures = [...objectFailures(expected, written, "")];
  return failures.length > 0 ? failures : refusals(type, written);
}

function* objectFailures(expected: ObjectSchema, values: WireObject, path: string): Generator<Failure> {
  const properties = expected.properties ?? {};
  for (const [name, value] of Object.entries(values)) {
    // The engine's and the bridge's own notes begin so.
    if (name.startsWith("__")) continue;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property) yield* valueFailures(property, value, join(path, name));
    else yield { property: join(path, name), reason: `An argument named "${name}" is not expected here.` };
  }
  for (const name of expected.required ?? []) {
    if (!isSet(values[name])) {
      yield { property: join(path, name), reason: `The argument "${name}" is required, but no definition was found.` };
    }
  }
}

function* valueFailures(expected: PropertySchema, value: WireValue, path: string): Generator<Failure> {
  if (value === UNKNOWN || value === null) return;
  const referred = referredType(expected);
  const kind = referred ? "object" : (expected.type ?? "any");
  if (!isOfKind(kind, value)) {
    yield {
      property: path,
      reason: `Inappropriate value: expected ${kind}, got ${isList(value) ? "array" : typeof value}.`,
    };
  } else if (isList(value)) {
    for (const [index, element] of value.entries()) {
      yield* valueFailures(expected.items ?? {}, element, `${path}[${String(index)}]`);
    }
  } else if (isObject(value) && referred) {
    yield* objectFailures(referred, value, path);
  }
}

// Text that reads as a number or a flag is taken for one, and a number or a flag for its text.
function isOfKind(kind: string, value: WireValue): boolean {
  switch (kind) {
    case "array":
      return isList(value);
    case "object":
      return isObject(value);
    case "number":
      return typeof value === "number" || (typeof value === "string" && value !== "" && !Number.isNaN(Number(value)));
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "string":
      return typeof value !== "object";
    default:
      return true;
  }
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
