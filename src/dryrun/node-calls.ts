import { WORDS } from "./harmless-names";
import { closingOf, openingOf } from "./source-text";

/** A call in code: the names that lead to it, the called one last, and what it is given. */
export interface Call {
  /** Begins with an empty name where something else leads to it: a literal, or the result of an expression. */
  readonly path: readonly string[];
  readonly given: readonly string[];
  readonly isNew: boolean;
}

const CALL = /(?<![\w$#])(#?[A-Za-z_$][\w$]*)!?\s*(?:\?\.\s*)?(?:<[^<>()=;&]*(?:<[^<>()]*>[^<>()=;&]*)?>\s*)?\(/g;
const TAG = /(?<![\w$#])(#?[A-Za-z_$][\w$]*)\s*`/g;
const NEW = /(?<![\w$.])new\s+(?:([A-Za-z_$][\w$]*(?:\s*\.\s*[\w$]+)*)(?!\s*[.[]|[\w$]))?/g;

/** Every call of something that has a name, templates with a tag among them. */
export function listCalls(code: string): Call[] {
  const calls = [...code.matchAll(CALL)].map((found) => ({
    found,
    given: listGiven(code, found.index + found[0].length),
  }));
  const tags = [...code.matchAll(TAG)].map((found) => ({ found, given: [] }));
  return [...calls, ...tags].flatMap(({ found: { index, 1: name = "" }, given }) => {
    const before = namesBefore(code, index);
    if (before.names.length === 0 && (WORDS.has(name) || name === "import")) return [];
    if (/\bfunction\s*\*?\s*$/.test(before.rest)) return [];
    return [{ path: [...before.names, name], given, isNew: /(?<![\w$.])new\s+$/.test(before.rest) }];
  });
}

/** The classes that something is made of, by the names that lead to them; an empty list where these are computed. */
export function listMade(code: string): string[][] {
  return [...code.matchAll(NEW)]
    .filter(({ index, 0: found }) => !/^\s*\./.test(code.slice(index + found.length)))
    .map(([, path]) => path?.split(".").map((name) => name.trim()) ?? []);
}

/** Whether something is called that has no name: `table[key]()`, `find(key)()`. */
export function callsResults(code: string): boolean {
  return [...code.matchAll(/([)\]])\s*!?\s*(?:(?:\?\.\s*)?\(|`)/g)].some(({ index, 1: bracket = "" }) => {
    if (bracket === "]") return true;
    const opening = openingOf(code, index);
    const isOfStatement = /(?<![\w$.])(?:if|for|while|with|switch|catch)\s*$/.test(
      code.slice(Math.max(0, opening - 20), opening),
    );
    // A function that is called where it is written.
    return !isOfStatement && !isInline(code.slice(opening + 1, index));
  });
}

/** Whether an expression is a function, written where it is used. */
export function isInline(expression: string): boolean {
  return /^\s*(?:async\b\s*)?(?:function\b|(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[\w$]+)\s*(?::[^=]*)?=>)/.test(
    expression,
  );
}

/** The names that an expression consists of: `a.b`; `undefined` where it is anything else. */
export function namesOf(expression: string): string[] | undefined {
  const isPath = /^\s*(?:\.\.\.\s*)?[A-Za-z_$][\w$]*(?:\s*[?!]?\.\s*#?[A-Za-z_$][\w$]*)*\s*$/.test(expression);
  return isPath
    ? expression
        .replace("...", "")
        .split(".")
        .map((name) => name.replaceAll(/[\s?!]/g, ""))
    : undefined;
}

/** Names that a function in this code has for what it is given, or a loop for what it is at. */
export function isBoundIn(code: string, name: string): boolean {
  const bindings = [
    ...code.matchAll(/\(([^()]*)\)\s*(?::[^=()]*)?=>/g),
    ...code.matchAll(/(?<![\w$.])([\w$]+)\s*=>/g),
    ...code.matchAll(/\bfunction\b[^(]*\(([^()]*)\)/g),
    ...code.matchAll(/\b(?:const|let|var)\s+([^;=()]*?)\s+(?:of|in)\b/g),
  ];
  return bindings.some(([, bound = ""]) => bound.match(/[\w$]+/g)?.includes(name));
}

/** The names of what settles the promises that this code makes: `new Promise((resolve, reject) => ...)`. */
export function listSettling(code: string): string[] {
  const executors = code.matchAll(
    /\bnew\s+Promise\s*(?:<[^(]*>\s*)?\(\s*(?:async\b\s*)?(?:function\b[^(]*)?\(?\s*([\w$]+)\s*(?::[^,()]*(?:\([^()]*\)[^,()]*)?)?(?:,\s*([\w$]+))?/g,
  );
  return [...executors].flatMap(([, resolve = "", reject = ""]) => [resolve, reject]).filter((name) => name !== "");
}

function listGiven(code: string, start: number): string[] {
  const end = closingOf(code, start);
  const given: string[] = [];
  let from = start;
  for (let index = start; index < end; index += 1) {
    if ("([{".includes(code[index] ?? "")) index = closingOf(code, index + 1);
    else if (code[index] === ",") {
      given.push(code.slice(from, index));
      from = index + 1;
    }
  }
  return [...given, code.slice(from, end)].map((each) => each.trim());
}

const NEARBY = 200;

/** The names that lead to the one that begins here, and what stands before them. */
function namesBefore(code: string, index: number): { readonly names: string[]; readonly rest: string } {
  const names: string[] = [];
  let at = index;
  for (;;) {
    const dot = /\s*[?!]?\.\s*$/.exec(near(code, at));
    if (!dot || dot[0].includes("..")) break;
    at -= dot[0].length;
    while (")]".includes(code[at - 1] ?? " ")) at = openingOf(code, at - 1);
    const word = /#?[\w$]+$/.exec(near(code, at))?.[0];
    const isProperty = /\.\s*#?[\w$]+$/.test(near(code, at));
    if (word === undefined || (WORDS.has(word) && !isProperty)) {
      names.unshift("");
      break;
    }
    at -= word.length;
    names.unshift(word);
  }
  return { names, rest: near(code, at) };
}

function near(code: string, end: number): string {
  return code.slice(Math.max(0, end - NEARBY), end);
}
