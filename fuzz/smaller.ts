import { isList, isObject, type Json, type JsonObject, withEntry } from "./json";

/** What stands under these names says how an input is read, and stays. */
const KEPT = ["as"];

/** What is nested deeper is made smaller as a whole only. */
const MOST_LEVELS = 100;

/**
 * The smallest input that could be reached which is still of use.
 * @param isOfUse whether an input shows what is looked for
 * @param mayGoOn whether there is time for another try
 */
export async function makeSmaller(
  input: Json,
  isOfUse: (smaller: Json) => Promise<boolean>,
  mayGoOn: () => boolean,
): Promise<Json> {
  let smallest = input;
  let next: Json | undefined = input;
  while (next !== undefined) {
    smallest = next;
    next = undefined;
    for (const candidate of candidatesOf(smallest)) {
      if (!mayGoOn()) return smallest;
      if (!(await isOfUse(candidate))) continue;
      next = candidate;
      break;
    }
  }
  return smallest;
}

/** Inputs that are a little smaller, those that are much smaller first. */
function* candidatesOf(value: Json, level = 0): Generator<Json> {
  if (level > MOST_LEVELS) return;
  if (typeof value === "string") yield* shorterTexts(value);
  else if (isList(value)) yield* shorterLists(value, level + 1);
  else if (isObject(value)) yield* smallerObjects(value, level + 1);
}

function* shorterTexts(text: string): Generator<string> {
  for (let length = Math.ceil(text.length / 2); length >= 1 && text.length > 0; length = Math.floor(length / 2)) {
    const steps = Math.min(12, Math.ceil(text.length / length));
    for (let step = 0; step < steps; step += 1) yield text.slice(0, step * length) + text.slice((step + 1) * length);
  }
}

function* shorterLists(list: readonly Json[], level: number): Generator<Json> {
  for (let length = Math.ceil(list.length / 2); length >= 1 && list.length > 0; length = Math.floor(length / 2)) {
    for (let at = 0; at < list.length; at += length) yield [...list.slice(0, at), ...list.slice(at + length)];
  }
  for (const [index, each] of list.entries()) {
    for (const smaller of candidatesOf(each, level)) yield list.map((other, at) => (at === index ? smaller : other));
  }
}

function* smallerObjects(object: JsonObject, level: number): Generator<Json> {
  const names = Object.keys(object).filter((name) => !KEPT.includes(name));
  for (const name of names) yield Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
  for (const name of names) {
    for (const smaller of candidatesOf(object[name] ?? null, level)) yield withEntry(object, name, smaller);
  }
}
