import { isUnknownText, Unknown, type Value, type Values } from "../stack";

/** The properties as the engine sent them. The SDK's own view of them throws where a value is not known. */
export function readProperties(properties: object): Values {
  const values: Record<string, Value> = {};
  for (const [name, { value: sent }] of Object.entries(Object.getOwnPropertyDescriptors(properties))) {
    const value = readValue(sent);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** One property, as the engine sent it. */
export function readProperty(properties: object, name: string): Value | undefined {
  return readValue(Object.getOwnPropertyDescriptor(properties, name)?.value);
}

function readValue(sent: unknown): Value | undefined {
  if (sent === null || sent === undefined) return undefined;
  if (typeof sent === "string") return isUnknownText(sent) ? new Unknown() : sent;
  if (typeof sent === "boolean") return sent;
  if (typeof sent === "number") return Number.isNaN(sent) ? new Unknown() : sent;
  if (Array.isArray(sent)) return sent.map(readValue).filter((value) => value !== undefined);
  return typeof sent === "object" ? readProperties(sent) : undefined;
}
