/** A value as JSON has it, which mutations take apart. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Stands for a number that JavaScript does not write as it is meant: `-0`, `1e309`. */
export function rawNumber(written: string): string {
  return `${RAW}${written}`;
}

const RAW = "\u0001number:";

/** Writes a document. A text is one already. */
export function writeJson(value: Json): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value).replaceAll(/"\\u0001number:(-?\d+(?:\.\d+)?(?:[eE]\d+)?)"/g, "$1");
}

/** The value that a text has as JSON; `undefined` when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The bytes of a document: a text whose signs are all bytes may be none of UTF-8. */
export function bytesOf(value: Json): Buffer {
  const text = writeJson(value);
  const isBytes = typeof value === "string" && /[\u0080-\u00ff]/.test(text) && !/[^\0-\u00ff]/.test(text);
  return Buffer.from(text, isBytes ? "latin1" : "utf8");
}

/** The object with one property replaced or added. Made by `fromEntries`, for which `__proto__` is a name like any other. */
export function withEntry(object: JsonObject, name: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(object).filter(([each]) => each !== name), [name, value]]);
}

/** As large as an input may be, in signs. */
export const MOST_SIGNS = 250_000;

/** Deeper values are more than the fuzzer itself could write. */
const MOST_LEVELS = 3500;

/** About how many signs a value has, counted no further than what is too many; infinitely many where it is too deep. */
export function sizeOf(value: Json, mostLevels = MOST_LEVELS): number {
  let signs = 0;
  const left: [value: Json, level: number][] = [[value, 0]];
  for (let next = left.pop(); next !== undefined && signs <= MOST_SIGNS; next = left.pop()) {
    const [each, level] = next;
    signs += typeof each === "string" ? each.length : 4;
    if (level > mostLevels) return Infinity;
    if (typeof each !== "object" || each === null) continue;
    for (const [name, inner] of Object.entries<Json>(each as JsonObject)) {
      signs += name.length;
      left.push([inner, level + 1]);
    }
  }
  return signs;
}
