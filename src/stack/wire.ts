import { type Text, UserError } from "../text";
import { MISSHAPEN } from "./shape";
import { isUnknownText, isValues, joinedPath, UNKNOWN, Unknown, type Value, valueAt, type Values } from "./value";

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
/** Of an asset, and of an archive of them. */
const ASSETS = ["c44067f5952c0a294b673a41bacd8c17", "0def7320c3a5731c473e5ecbe6d01bc7"];
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

/** How deep values may be nested: what a provider takes is nested a few times, a manifest of Kubernetes some more. */
const MOST_LEVELS = 100;

/**
 * What the program wrote: secrets plain, unknowns as {@link Unknown}, what is not set not there.
 * @throws {UserError} when values are nested deeper than any provider takes them
 */
export function readValues(object: WireObject, marks = NO_MARKS, level = 0): Values {
  if (level > MOST_LEVELS) throw new UserError(TOO_DEEP);
  const values: Record<string, Value> = {};
  for (const [property, wire] of Object.entries(object)) {
    const value = readValue(wire, marks, level + 1);
    // A property of this name would be taken for what an object inherits from, and no provider has one.
    if (value !== undefined && property !== "__proto__") values[property] = value;
  }
  return values;
}

const TOO_DEEP: Text = {
  en: `A value is nested more than ${String(MOST_LEVELS)} levels deep. Accepted: what a provider takes, which is nested a few times.`,
  fr: `Une valeur est imbriquée sur plus de ${String(MOST_LEVELS)} niveaux. Accepté : ce que prend un fournisseur, imbriqué sur quelques niveaux.`,
};

/**
 * One value of them; `undefined` where none is set.
 * @throws {UserError} when it is nested deeper than any provider takes it
 */
export function readValue(wire: WireValue, marks = NO_MARKS, level = 0): Value | undefined {
  if (wire === null) return undefined;
  if (typeof wire === "string") return isUnknownText(wire) ? new Unknown() : (marks.find(wire) ?? wire);
  // A number made from an unknown one, which the program got as NaN.
  if (typeof wire === "number") return Number.isNaN(wire) ? new Unknown() : wire;
  if (typeof wire === "boolean") return wire;
  if (isList(wire)) return readList(wire, marks, level);
  if (SIGNATURE in wire) return readSpecial(wire, marks, level);
  const key = Object.keys(wire)
    .map((name) => marks.find(name))
    .find((found) => found !== undefined);
  return key ?? readValues(wire, marks, level);
}

/** An element that is not set is none of the program's meaning: what a provider makes of it is not known. */
function readList(list: readonly WireValue[], marks: Marks, level: number): Value[] {
  if (level > MOST_LEVELS) throw new UserError(TOO_DEEP);
  return list.map((element) => readValue(element, marks, level + 1) ?? MISSHAPEN);
}

function readSpecial(wire: WireObject, marks: Marks, level: number): Value | undefined {
  const { [SIGNATURE]: signature, ...rest } = wire;
  const { value = null, id, urn = null } = rest;
  if (signature === SECRET) return readSecret(rest, marks, level);
  if (signature === OUTPUT) return "value" in rest ? readValue(value, marks, level + 1) : new Unknown();
  // A resource stands for its id, a component, which has none, for its urn.
  if (signature === RESOURCE) return id === "" ? new Unknown() : readValue(id ?? urn, marks, level + 1);
  return typeof signature === "string" && ASSETS.includes(signature) ? readValues(rest, marks, level) : MISSHAPEN;
}

/** A program sends its secrets as they are; a state has them encrypted, or as JSON text when that was asked for. */
function readSecret({ value, plaintext }: WireObject, marks: Marks, level: number): Value | undefined {
  if (value !== undefined) return readValue(value, marks, level + 1);
  if (typeof plaintext !== "string") return new Unknown(undefined, true);
  try {
    return readValue(JSON.parse(plaintext) as WireValue, marks, level + 1);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return new Unknown(undefined, true);
  }
}

/** The property paths of what is marked as secret, in an object that carries the marks. */
export function secretPathsOf(object: WireObject): string[] {
  return Object.entries(object).flatMap(([property, wire]) => secretPathsAt(wire, joinedPath("", property)));
}

/**
 * The texts of what is marked as secret.
 * @param values the same object as it is read
 */
export function secretTextsOf(object: WireObject, values: Values): string[] {
  return secretPathsOf(object).flatMap((path) => textsIn(valueAt(values, path)));
}

function textsIn(value: Value | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((each: Value) => textsIn(each));
  return isValues(value) ? Object.values(value).flatMap(textsIn) : [];
}

function secretPathsAt(wire: WireValue, path: string): string[] {
  if (wire === null || typeof wire !== "object") return [];
  if (isList(wire)) return wire.flatMap((element, index) => secretPathsAt(element, `${path}[${String(index)}]`));
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
