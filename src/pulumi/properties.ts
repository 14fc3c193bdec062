import type { Value, Values } from "../stack";
import { readValue, readValues, SECRET_MARKS, type WireValue } from "../stack/wire";

/** What the engine sent of a resource. The SDK's own view of it throws where a value is not known. */
export function readProperties(properties: object): Values {
  const sent = Object.entries(Object.getOwnPropertyDescriptors(properties));
  return readValues(Object.fromEntries(sent.map(([name, { value }]) => [name, sentValue(value)])), SECRET_MARKS);
}

/** One property of it. */
export function readProperty(properties: object, name: string): Value | undefined {
  return readValue(sentValue(Object.getOwnPropertyDescriptor(properties, name)?.value), SECRET_MARKS);
}

/** Pulumi's SDK unpacks secrets, and leaves the rest as it came. */
function sentValue(value: unknown): WireValue {
  return (value ?? null) as WireValue;
}
