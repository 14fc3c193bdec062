import {
  referredType,
  type ObjectSchema,
  type PackageSchema,
  type PropertySchema,
  type ResourceSchema,
} from "./package";
import { isList, isPlainObject, UNKNOWN, unwrap, type WireObject, type WireValue } from "../stack/wire";

/** What a resource answers before deployment: what the program wrote, and everything else unknown. */
export function makePreviewOutputs(schema: PackageSchema, resource: ResourceSchema, inputs: WireObject): WireObject {
  const outputs: Record<string, WireValue> = { ...inputs };
  for (const [property, type] of Object.entries(resource.properties ?? {})) {
    const written = outputs[property] ?? null;
    outputs[property] = written === null ? UNKNOWN : completeValue(schema, type, written);
  }
  return outputs;
}

// The provider fills in nested properties too; a program that reads one must not take it for unset.
function completeValue(schema: PackageSchema, type: PropertySchema, written: WireValue): WireValue {
  const value = unwrap(written);
  if (isList(value)) {
    const elements = value.map((element) => completeValue(schema, type.items ?? {}, element));
    return elements.every((element, index) => element === value[index]) ? written : elements;
  }
  const referred = referredType(schema, type);
  return referred && isPlainObject(value) ? completeObject(schema, referred, value, written) : written;
}

function completeObject(schema: PackageSchema, type: ObjectSchema, value: WireObject, written: WireValue): WireValue {
  const outputs: Record<string, WireValue> = { ...value };
  let changed = false;
  for (const [property, inner] of Object.entries(type.properties ?? {})) {
    const before = value[property] ?? null;
    const after = before === null ? makeMissingOutput(type, property) : completeValue(schema, inner, before);
    if (after === before) continue;
    outputs[property] = after;
    changed = true;
  }
  return changed ? outputs : written;
}

function makeMissingOutput(type: ObjectSchema, property: string): WireValue {
  return type.language?.nodejs?.requiredOutputs?.includes(property) ? UNKNOWN : null;
}
