import { isUnknownText, joinedPath, UNKNOWN, Unknown, type Value, type Values } from "./value";

/** A value as Pulumi's protocol carries it. */
export type WireValue = null | boolean | number | string | readonly WireValue[] | WireObject;

/** Properties as Pulumi's protocol carries them. */
export interface WireObject {
  readonly [property: string]: WireValue;
}

export { UNKNOWN };

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Tells the texts that stand for a value nobody knows, beside Pulumi's own. */
export interface Marks {
  find(text: string): Unknown | undefined;
}

export const NO_MARKS: Marks = { find: () => undefined };

/** Where Pulumi shows a text in place of a secret: in a preview, and in a state that it cannot decrypt. */
export const SECRET_MARKS: Marks = {
  find: (text) => (text === "[secret]" ? new Unknown(undefined, true) : undefined),
};

/** What the program wrote: secrets plain, unknowns as {@link Unknown}, what is not set not there. */
export function readValues(object: WireObject, marks = NO_MARKS): Values {
  const values: Record<string, Value> = {};
  for (const [property, wire] of Object.entries(object)) {
    const value = readValue(wire, marks);
    if (value !== undefined) values[property] = value;
  }
  return values;
}

/** One value of them; `undefined` where none is set. */
export function readValue(wire: WireValue, marks = NO_MARKS): Value | undefined {
  if (wire === null) return undefined;
  if (typeof wire === "string") return isUnknownText(wire) ? new Unknown() : (marks.find(wire) ?? wire);
  // A number made from an unknown one, which the program got as NaN.
  if (typeof wire === "number") return Number.isNaN(wire) ? new Unknown() : wire;
  if (typeof wire === "boolean") return wire;
  if (isList(wire)) return wire.map((element) => readValue(element, marks)).filter((value) => value !== undefined);
  if (SIGNATURE in wire) return readSpecial(wire, marks);
  const key = Object.keys(wire)
    .map((name) => marks.find(name))
    .find((found) => found !== undefined);
  return key ?? readValues(wire, marks);
}

function readSpecial({ [SIGNATURE]: signature, ...rest }: WireObject, marks: Marks): Value | undefined {
  const { value = null, id, urn = null } = rest;
  if (signature === SECRET) return readSecret(rest, marks);
  if (signature === OUTPUT) return "value" in rest ? readValue(value, marks) : new Unknown();
  // A resource stands for its id, a component, which has none, for its urn.
  if (signature === RESOURCE) return id === "" ? new Unknown() : readValue(id ?? urn, marks);
  return readValues(rest, marks);
}

/** A program sends its secrets as they are; a state has them encrypted, or as JSON text when that was asked for. */
function readSecret({ value, plaintext }: WireObject, marks: Marks): Value | undefined {
  if (value !== undefined) return readValue(value, marks);
  if (typeof plaintext !== "string") return new Unknown(undefined, true);
  try {
    return readValue(JSON.parse(plaintext) as WireValue, marks);
  } catch {
    return new Unknown(undefined, true);
  }
}

/** The property paths of what is marked as secret, in an object that carries the marks. */
export function secretPathsOf(object: WireObject): string[] {
  return Object.entries(object).flatMap(([property, wire]) => secretPathsAt(wire, joinedPath("", property)));
}

function secretPathsAt(wire: WireValue, path: string): string[] {
  if (wire === null || typeof wire !== "object") return [];
  if (isList(wire)) {
    // What is not set is no element of the list that is read.
    const elements = wire.filter((element) => element !== null);
    return elements.flatMap((element, index) => secretPathsAt(element, `${path}[${String(index)}]`));
  }
  if (wire[SIGNATURE] === SECRET || (wire[SIGNATURE] === OUTPUT && wire["secret"] === true)) return [path];
  if (wire[SIGNATURE] === OUTPUT) return secretPathsAt(wire["value"] ?? null, path);
  return Object.entries(wire).flatMap(([property, value]) => secretPathsAt(value, joinedPath(path, property)));
}

/** The urns that the output values inside a property carry. */
export function carriedDependencies(wire: WireValue): string[] {
  if (wire === null || typeof wire !== "object") return [];
  if (isList(wire)) return wire.flatMap(carriedDependencies);
  const own = wire[SIGNATURE] === OUTPUT && isList(wire["dependencies"] ?? null) ? wire["dependencies"] : [];
  return [
    ...(own as readonly WireValue[]).filter((urn) => typeof urn === "string"),
    ...Object.values(wire).flatMap(carriedDependencies),
  ];
}

/** The value inside a secret or a known output value. */
export function unwrap(wire: WireValue): WireValue {
  if (wire === null || typeof wire !== "object" || isList(wire)) return wire;
  if (wire[SIGNATURE] === SECRET) return unwrap(wire["value"] ?? null);
  if (wire[SIGNATURE] === OUTPUT) return "value" in wire ? unwrap(wire["value"] ?? null) : UNKNOWN;
  return wire;
}

export function isList(wire: WireValue): wire is readonly WireValue[] {
  return Array.isArray(wire);
}

/** Whether a value is an object of the program's own, not a secret, an asset or a reference in an object's clothing. */
export function isPlainObject(wire: WireValue): wire is WireObject {
  return typeof wire === "object" && wire !== null && !isList(wire) && !(SIGNATURE in wire);
}
