import { isValues, type Value, type Values } from "../../stack";

/** Stands before a name that an object has already: readers keep the first or the last of them, or refuse both. */
const REPEATED = "\u0000";

/** What JSON holds: nulls too, which no value of Pulumi is. */
type Json = Value | null;

/**
 * What a text says in JSON, dressed in blanks or a byte-order mark or not; `undefined` where it is no JSON. A name that one
 * object has twice is kept apart, for {@link hasTwice} to tell.
 */
export function parseDocument(text: string): Json | undefined {
  const json = text.trim();
  try {
    JSON.parse(json);
  } catch {
    return undefined;
  }
  return JSON.parse(markRepeatedNames(json)) as Json;
}

/** What an object has under a name; nothing where that is null. */
export function memberOf(object: Values, name: string): Value | undefined {
  return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
}

/** Whether an object has a name more than once; without one, any name. */
export function hasTwice(object: Values, name?: string): boolean {
  if (name !== undefined) return Object.hasOwn(object, REPEATED + name);
  return Object.keys(object).some((each) => each.startsWith(REPEATED));
}

/** Whether a part of a document is an object: JSON may hold nulls, which no value of Pulumi's is. */
export function isObject(value: Json | undefined): value is Values {
  return value !== null && isValues(value);
}

/** A text of JSON with every name that its object has already written as another. */
function markRepeatedNames(json: string): string {
  /** The names so far of each object that is open; nothing stands for a list. */
  const open: (Set<string> | undefined)[] = [];
  let marked = "";
  let copied = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === "{" || character === "[") open.push(character === "{" ? new Set() : undefined);
    else if (character === "}" || character === "]") open.pop();
    else if (character === '"') {
      const end = endOfText(json, at);
      const names = isName(json, end) ? open.at(-1) : undefined;
      const name = names && (JSON.parse(json.slice(at, end)) as string);
      if (name !== undefined && names?.has(name) === true) {
        marked += json.slice(copied, at) + JSON.stringify(REPEATED + name);
        copied = end;
      } else if (name !== undefined) names?.add(name);
      at = end - 1;
    }
  }
  return marked + json.slice(copied);
}

/** Where a text in JSON ends, after its quote. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Whether the text that ends here is a name: in JSON, what a colon follows. */
function isName(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json[at] ?? "")) at += 1;
  return json[at] === ":";
}
