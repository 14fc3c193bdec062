import { Unknown, type Value, type Values } from "../stack";

/** The texts that stand for an unknown value of each kind in Pulumi's protocol. */
const UNKNOWN = [
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/** The properties as the engine sent them. The SDK's own view of them throws where a value is not known. */
export function readProperties(properties: object): Values {
  const values: Record<string, Value> = {};
  for (const [name, { value: sent }] of Object.entries(Object.getOwnPropertyDescriptors(properties))) {
    const value = readValue(sent);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readValue(sent: unknown): Value | undefined {
  if (sent === null || sent === undefined) return undefined;
  // Text that holds an unknown, such as a list that Pulumi hands to a provider as JSON, is not known either.
  if (typeof sent === "string") return UNKNOWN.some((mark) => sent.includes(mark)) ? new Unknown() : sent;
  if (typeof sent === "boolean") return sent;
  if (typeof sent === "number") return Number.isNaN(sent) ? new Unknown() : sent;
  if (Array.isArray(sent)) return sent.map(readValue).filter((value) => value !== undefined);
  return typeof sent === "object" ? readProperties(sent) : undefined;
}
