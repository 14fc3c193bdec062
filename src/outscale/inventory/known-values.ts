import {
  attempt,
  type Resource,
  type Undecided,
  Unknown,
  UnknownValue,
  UnseenPart,
  type Value,
  valueAt,
} from "../../stack";

/** Why evidence lacks a value: it comes later, is a secret, is another stack's, nothing tells it, or a page keeps it back. */
export interface UnknownReason {
  readonly unknown: "later" | "secret" | "outside" | "untold" | "withheld";
}

/** A value as evidence has it; `null` where there is nothing to know. */
export type KnownValue<T extends string | number = string> = T | UnknownReason | null;

export const LATER: UnknownReason = { unknown: "later" };
/** There is a value, and a page that is limited does not show it. */
export const WITHHELD: UnknownReason = { unknown: "withheld" };
const SECRET: UnknownReason = { unknown: "secret" };
const OUTSIDE: UnknownReason = { unknown: "outside" };
/** There is a value, and it is none that says anything. */
export const UNTOLD: UnknownReason = { unknown: "untold" };

export function isKnown<T extends string | number>(told: KnownValue<T>): told is T {
  return typeof told === "string" || typeof told === "number";
}

/** What the provider answered for a property. */
export function readOutput({ outputs }: Resource, path: string): Value | undefined {
  return outputs && valueAt(outputs, path);
}

/** A property as text: the provider's answer where there is one, else what the program wrote. */
export function readWritten(resource: Resource, path: string): KnownValue {
  return textOf(readOutput(resource, path), valueAt(resource.inputs, path));
}

/** What the program or the provider says of a number. */
export function readWrittenNumber(resource: Resource, path: string): KnownValue<number> {
  return numberOf(readOutput(resource, path), valueAt(resource.inputs, path));
}

/** The first of some values that is known; else why the first is not that is there at all. */
export function textOf(...values: (Value | undefined)[]): KnownValue {
  return first(values, (value) => (typeof value === "object" ? undefined : String(value)));
}

export function numberOf(...values: (Value | undefined)[]): KnownValue<number> {
  return first(values, (value) =>
    typeof value === "object" || !Number.isFinite(Number(value)) ? undefined : Number(value),
  );
}

/** The texts of lists, each once; a list that is not known stands as one. */
export function textsOf(...lists: (Value | undefined)[]): KnownValue[] {
  const elements = lists.flatMap((list): readonly (Value | undefined)[] => (isList(list) ? list : [list]));
  const told = elements.map((element) => textOf(element)).filter((each) => each !== null);
  const known = new Set(told.filter(isKnown));
  return [...known, ...told.filter((each) => !isKnown(each)).slice(0, 1)];
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** What a view reads, or what hides it. */
export function readKnown<T extends string | number>(what: () => T | undefined): KnownValue<T> {
  const found = attempt(what);
  return !found.why ? (found.value ?? null) : explainUnknown(found.why);
}

/** What hides a value. */
export function explainUnknown(why: Undecided): UnknownReason {
  if (why instanceof UnknownValue) return REASONS[why.why];
  return why instanceof UnseenPart ? OUTSIDE : UNTOLD;
}

const REASONS: Readonly<Record<UnknownValue["why"], UnknownReason>> = {
  later: LATER,
  secret: SECRET,
  outside: OUTSIDE,
  shape: UNTOLD,
};

function first<T extends string | number>(
  values: readonly (Value | undefined)[],
  convert: (value: Value) => T | undefined,
): KnownValue<T> {
  const given = values.filter((value) => value !== undefined && value !== "");
  const [known] = given.filter((value) => !(value instanceof Unknown));
  if (known !== undefined) return convert(known) ?? UNTOLD;
  const [unknown] = given;
  if (!(unknown instanceof Unknown)) return null;
  return unknown.isMisshapen ? UNTOLD : unknown.isSecret ? SECRET : LATER;
}
