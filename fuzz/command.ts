import { check } from "../src/cli/check";
import { facts } from "../src/cli/facts";
import { prove } from "../src/cli/prove";
import { reach } from "../src/cli/reach";
import { type Language, UserError } from "../src/text";
import type { Dice } from "./dice";
import { bytesOf, isObject, type Json, type JsonObject } from "./json";
import type { Said } from "./reader";
import { ODD_TEXTS } from "./texts";

/** The evaluation date of all inputs. */
export const TODAY = "2026-01-31";

/** Which command reads an input, and how it reports. */
export interface Way {
  readonly command: string;
  readonly format: "text" | "json";
  readonly language: Language;
  readonly strict: boolean;
  readonly from: string;
}

/** A way to read a document, at random. */
export function anyWay(dice: Dice, commands: readonly [string, ...string[]]): JsonObject {
  return {
    command: dice.oneOf(commands),
    format: dice.oneOf(["text", "json"]),
    language: dice.oneOf(["en", "fr"]),
    strict: dice.oneIn(3),
    from: dice.oneIn(4) ? dice.oneOf(ODD_TEXTS) : dice.oneOf(["internet", "198.51.100.7", "web", "web-a"]),
  };
}

export function wayOf(input: Json): Way {
  const as = isObject(input) && isObject(input["as"]) ? input["as"] : {};
  const text = (name: string, otherwise: string) => (typeof as[name] === "string" ? as[name] : otherwise);
  return {
    command: text("command", "check"),
    format: text("format", "text") === "json" ? "json" : "text",
    language: text("language", "en") === "fr" ? "fr" : "en",
    strict: as["strict"] === true,
    from: text("from", "internet"),
  };
}

/** The files of a command, by option: a configuration, an earlier state, answers. */
export interface Files {
  readonly config?: string;
  readonly before?: string;
  readonly live?: readonly string[];
  readonly withState?: readonly string[];
}

/** Runs a command in this process, with a document on its standard input. */
export async function run(way: Way, door: "state" | "preview", document: Json, files: Files = {}): Promise<Said> {
  const { language, format } = way;
  return said(format, async (print) => {
    const standardInput = chunksOf(bytesOf(document));
    const around = { language, today: TODAY, colored: false, standardInput, print };
    const options = { timeout: 120, ...files, format, [door]: "-" };
    switch (way.command) {
      case "prove":
        return prove(undefined, options, around);
      case "facts":
        return facts({ ...files, state: "-" }, around);
      case "reach":
        return reach(undefined, { ...options, from: way.from }, around);
      default:
        return check(undefined, { ...options, failOn: "mandatory", strict: way.strict }, around);
    }
  });
}

/** Runs a command that prints, and tells what it printed and with which exit code or refusal it ended. */
export async function said(format: Said["format"], say: (print: (text: string) => void) => unknown): Promise<Said> {
  const printed: string[] = [];
  try {
    const exitCode = await say((text) => void printed.push(text));
    return { printed: printed.join(""), format, exitCode: typeof exitCode === "number" ? exitCode : 0 };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { printed: printed.join(""), format, exitCode: 2, refused: error.text };
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a pipe is asynchronous, these bytes are at hand
export async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024);
}
