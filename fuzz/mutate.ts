import { markSecret, UNKNOWN_VALUE } from "./marks";
import type { Dice } from "./dice";
import { isList, isObject, type Json, type JsonObject, MOST_SIGNS, rawNumber, sizeOf } from "./json";
import { longText, ODD_TEXTS, randomBytes, shortPiece } from "./texts";

/** A change of the value at some place of a document. */
type Change = (value: Json, dice: Dice, whole: Json) => Json;

const ODD_VALUES: readonly [Json, ...Json[]] = [
  ...([null, true, false, 0, -1, 1.5, 22, 65536, 2 ** 53, 5e-324, "", "22", [], {}] as const),
  ...["-0", "1e309", "-1e309", "9007199254740993", "1E400"].map(rawNumber),
  ...[[[]], [null], [[], {}], [1, "a", null, {}], { a: {} }, { "": "" }, { "a.b[0]": [0] }],
];
const DEPTHS: readonly [number, ...number[]] = [3, 30, 99, 101, 150, 199, 201, 3000];
const COUNTS: readonly [number, ...number[]] = [2, 10, 300, 2000];

const swapped: Change = (value) => {
  if (value === null) return {};
  if (typeof value === "string") return [value];
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
};
const wrapped: Change = (value, dice) => {
  const names = dice.oneIn(2);
  let nested = value;
  for (let depth = dice.oneOf(DEPTHS); depth > 0; depth -= 1) nested = names ? { a: nested } : [nested];
  return nested;
};
const repeatedValue: Change = (value, dice) => Array.from({ length: dice.oneOf(COUNTS) }, () => value);
const longList: Change = (value, dice) => {
  if (!isList(value) || value.length === 0) return repeatedValue(value, dice, null);
  const count = dice.oneOf(COUNTS);
  return Array.from({ length: count }, (_none, index) => value[index % value.length] ?? null);
};
const oddText: Change = (value, dice) => {
  const odd = dice.oneOf(ODD_TEXTS);
  return typeof value === "string" && dice.oneIn(2) ? value + odd : odd;
};
const damagedText: Change = (value, dice) =>
  typeof value === "string" ? damage(value, dice) : oddText(value, dice, 0);
const long: Change = (value, dice) =>
  typeof value === "string" && dice.oneIn(3) ? value + longText(dice) : longText(dice);
const copied: Change = (_value, dice, whole) => somewhere(whole, dice);
const renamed: Change = (value, dice) => {
  if (!isObject(value)) return oddText(value, dice, null);
  const names = Object.keys(value);
  const from = dice.anyOf(names);
  const to = dice.oneOf(ODD_TEXTS);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name === from ? to : name, each]));
};
const added: Change = (value, dice, whole) => {
  const more = somewhere(whole, dice);
  if (isList(value)) return [...value, more];
  if (!isObject(value)) return more;
  return Object.fromEntries([...Object.entries(value), [dice.oneOf(ODD_TEXTS), more]]);
};
const reordered: Change = (value, dice) => {
  if (isList(value)) return dice.shuffled(value);
  return isObject(value) ? Object.fromEntries(dice.shuffled(Object.entries(value))) : value;
};

const CHANGES: readonly [Change, ...Change[]] = [
  swapped,
  ...[swapped, wrapped, repeatedValue, longList, oddText, oddText, oddText, damagedText, long],
  ...[copied, copied, renamed, added, reordered],
  () => null,
  (_value, dice) => dice.oneOf(ODD_VALUES),
  (_value, dice) => dice.oneOf(ODD_VALUES),
  (value) => markSecret(value),
  () => UNKNOWN_VALUE,
];

/** A document that was changed at some places. */
export function mutated(document: Json, dice: Dice): Json {
  let changed = document;
  for (let times = 1 + dice.below(4); times > 0; times -= 1) {
    const more = changedSomewhere(changed, dice, (value) => dice.oneOf(CHANGES)(value, dice, document));
    if (sizeOf(more) <= MOST_SIGNS) changed = more;
  }
  return changed;
}

/** A document of which one value is changed, of a random place. */
function changedSomewhere(value: Json, dice: Dice, change: (value: Json) => Json | undefined): Json {
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (names.length === 0 || dice.oneIn(8)) return change(value) ?? null;
  const name = dice.anyOf(names) ?? "";
  const isLost = dice.oneIn(20);
  const entries = Object.entries(value as JsonObject).flatMap(([each, inner]): [string, Json][] => {
    if (each !== name) return [[each, inner]];
    return isLost ? [] : [[each, changedSomewhere(inner, dice, change)]];
  });
  return isList(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** A value at a random place of a document. */
function somewhere(value: Json, dice: Dice): Json {
  const inner: readonly Json[] = typeof value === "object" && value !== null ? Object.values(value) : [];
  if (inner.length === 0 || dice.oneIn(4)) return value;
  return somewhere(dice.anyOf(inner) ?? null, dice);
}

/** A text that was cut, doubled, or has something else in it. */
export function damage(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (dice.below(9)) {
    case 0:
      return before;
    case 1:
      return after;
    case 2:
      return before + after.slice(1 + dice.below(40));
    case 3:
      return before + before.slice(-dice.below(200)) + after;
    case 4:
      return before + randomBytes(dice, 1 + dice.below(30)) + after;
    case 5:
      return before.split("\n").reverse().join("\n") + after;
    case 6:
      return before + dice.oneOf(ODD_TEXTS) + after;
    default:
      return before + shortPiece(dice) + after;
  }
}
