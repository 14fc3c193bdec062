import type { Value, Values } from "../stack";
import { readValue, readValues, SECRET_MARKS, type WireValue } from "../stack/wire";

/** Reads what the engine sent of a resource, past the SDK's own view of it, which throws where a value is not known. */
export function readProperties(properties: object): Values {
  const sent = Object.entries(Object.getOwnPropertyDescriptors(properties));
  return readValues(Object.fromEntries(sent.map(([name, { value }]) => [name, sentValue(value)])), SECRET_MARKS);
}

/** Reads one property of a resource. */
export function readProperty(properties: object, name: string): Value | undefined {
  return readValue(sentValue(Object.getOwnPropertyDescriptor(properties, name)?.value), SECRET_MARKS);
}

/** A value as the engine sent it: Pulumi's SDK unpacks secrets only. A property that is not there counts as null. */
function sentValue(value: unknown): WireValue {
  return (value ?? null) as WireValue;
}
