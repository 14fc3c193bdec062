import { showForeign } from "../src/text";
import { isList, isObject, type Json, parseJson } from "./json";
import { isMarkedSecret, SECRET } from "./marks";
import type { Said } from "./reader";

/** A promise that an input broke. */
export interface Broken {
  readonly promise: string;
  /** What was seen, on one line. Of several findings with the same promise and the same text here, one is reported. */
  readonly what: string;
  /** All that was seen. */
  readonly details: string;
}

/** What a line of a report, or a message, must not have in it. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const COMMAND = /^\s*::[a-z-]+(\s.*)?::|##\w*\[/im;
const EXIT_CODES = [0, 1, 2, 3, 4];
/** A message of the command is one sentence, which is cut where it is longer. */
const PARTS_OF_OBJECT = Object.getOwnPropertyNames(Object.prototype).length;

/** What was said of an input against what is promised of everything that is said. */
export function findBroken(said: Said, input: Json): Broken[] {
  const { printed, refused, exitCode, format, lost } = said;
  const shown = refused === undefined ? printed : `${showForeign(refused.en)}\n${showForeign(refused.fr)}`;
  const found: Broken[] = [];
  const add = (promise: string, what: string, details = "") => found.push({ promise, what, details });
  if (!EXIT_CODES.includes(exitCode)) add("exit code", String(exitCode));
  if (refused !== undefined && (refused.en === "" || refused.fr === "")) add("says what is refused", "nothing said");
  if (/\n\s+at .*\d+:\d+\)?/.test(shown) || /erreur :|our mistake/.test(shown)) add("no stack trace", "one", shown);
  for (const line of shown.split("\n")) {
    if (CONTROLS.test(line)) add("no control characters", place(line), line.slice(0, 2000));
    if (COMMAND.test(line)) add("no pipeline command", place(line), line.slice(0, 2000));
  }
  if (format === "json" && refused === undefined && parseJson(printed) === undefined)
    add("JSON parses", "it does not", printed);
  if (shown.toLowerCase().includes(SECRET.toLowerCase()) && !isOpen(input)) {
    const line = shown.split("\n").find((each) => each.toLowerCase().includes(SECRET.toLowerCase())) ?? "";
    add("no secret", place(line), line.slice(0, 2000));
  }
  if (lost !== undefined) add("no violation is lost", lost.slice(0, lost.indexOf(" of [")), lost);
  if (Object.getOwnPropertyNames(Object.prototype).length !== PARTS_OF_OBJECT) {
    add("objects inherit nothing new", Object.getOwnPropertyNames(Object.prototype).slice(PARTS_OF_OBJECT).join(", "));
  }
  return found;
}

/** What a line has round that which is different each time. */
function place(line: string): string {
  return line.replaceAll(/[^a-zA-Z" ]+/g, "").slice(0, 40);
}

/** Whether a secret stands in an input without being marked as one: made smaller, an input may lose the mark. */
function isOpen(input: Json): boolean {
  if (typeof input === "string") return input.toLowerCase().includes(SECRET.toLowerCase());
  if (isList(input)) return input.some(isOpen);
  if (!isObject(input) || isMarkedSecret(input)) return false;
  return Object.entries(input).some(([name, value]) => isOpen(name) || isOpen(value));
}
