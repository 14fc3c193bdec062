/** A value as Pulumi's protocol carries it. */
export type WireValue = null | boolean | number | string | readonly WireValue[] | WireObject;

export interface WireObject {
  readonly [property: string]: WireValue;
}

/** The text that stands for an unknown value. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function secret(value: WireValue): WireObject {
  return { [SIGNATURE]: SECRET, value };
}

/** The value inside a secret, or nothing when it is none. */
export function revealed(value: WireValue | undefined): WireValue | undefined {
  return isObject(value) && value[SIGNATURE] === SECRET ? (value["value"] ?? null) : undefined;
}

/** A value with no secret left around it or in it. */
function plain(value: WireValue): WireValue {
  if (isList(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const inner = revealed(value);
  return inner === undefined ? plainObject(value) : plain(inner);
}

export function plainObject(object: WireObject): WireObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, plain(value)]));
}

export function isList(value: WireValue | undefined): value is readonly WireValue[] {
  return Array.isArray(value);
}

export function isObject(value: WireValue | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** The objects of a list, without those that are not known yet. */
export function objectsOf(value: WireValue | undefined): readonly WireObject[] {
  return isList(value) ? value.filter((element) => isObject(element)) : [];
}

/** Whether a property has a value, known or not. */
export function isSet(value: WireValue | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Whether a property has a value that can be judged already. */
export function isKnown(value: WireValue | undefined): boolean {
  return isSet(value) && value !== UNKNOWN;
}
