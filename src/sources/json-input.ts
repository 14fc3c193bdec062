import { JSONParser, TokenType } from "@streamparser/json";
import { createReadStream } from "node:fs";
import { sameInEach, type Text, UserError } from "../text";

/** A JSON document that is read piece by piece: a state may be larger than what fits in one text. */
export interface JsonInput {
  /** How errors name it. */
  readonly name: Text;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A file, or the standard input for `-`. */
export function openInput(path: string, standardInput: AsyncIterable<Uint8Array>): JsonInput {
  if (path === "-") return { name: STANDARD_INPUT, chunks: standardInput };
  return { name: sameInEach(path), chunks: createReadStream(path, { highWaterMark: 1024 * 1024 }) };
}

const STANDARD_INPUT = { en: "The standard input", fr: "L'entrée standard" };

/** A value in a document, and the names and numbers on the way to it, `["steps", 3]`. */
export interface Found {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/**
 * Hands over the values at some paths (`$.steps.*`) in the order of the document, and keeps none of them.
 * @throws {UserError} when the document cannot be read, is not JSON, or breaks off
 */
export async function readJson(
  { name, chunks }: JsonInput,
  paths: readonly string[],
  take: (found: Found) => void,
): Promise<void> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false, stringBufferSize: 64 * 1024 });
  parser.onValue = ({ value, key, stack }) => {
    const keys = [...stack.map((above) => above.key), key];
    take({ value, path: keys.filter((each) => each !== undefined) });
  };
  let depth = 0;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > MOST_LEVELS) throw tooDeep(name);
  };
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      if (bytes === 0 && isUtf16(chunk)) throw inUtf16(name);
      bytes += chunk.length;
      parser.write(chunk);
    }
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(name, error);
  }
  if (!parser.isEnded) throw brokenOff(name, bytes);
}

/** What Pulumi writes is nested as deep as what a provider takes, and some levels more. */
const MOST_LEVELS = 200;

function tooDeep(name: Text): UserError {
  return new UserError({
    en: `${name.en} is nested more than ${String(MOST_LEVELS)} levels deep. Accepted: what Pulumi writes.`,
    fr: `${name.fr} est imbriqué sur plus de ${String(MOST_LEVELS)} niveaux. Accepté : ce qu'écrit Pulumi.`,
  });
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** What `>` of Windows PowerShell writes. */
function inUtf16(name: Text): UserError {
  return new UserError({
    en: `${name.en} is in UTF-16. Accepted: UTF-8; in PowerShell, \`| Out-File -Encoding utf8\`.`,
    fr: `${name.fr} est en UTF-16. Accepté : UTF-8 ; dans PowerShell, \`| Out-File -Encoding utf8\`.`,
  });
}

function brokenOff(name: Text, bytes: number): UserError {
  if (bytes === 0) return new UserError({ en: `${name.en} is empty.`, fr: `${name.fr} est vide.` });
  return new UserError({
    en: `${name.en} is not whole: the JSON breaks off after ${String(bytes)} bytes.`,
    fr: `${name.fr} n'est pas entier : le JSON s'interrompt après ${String(bytes)} octets.`,
  });
}

function unreadable(name: Text, error: unknown): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code !== undefined) {
    return new UserError({
      en: `${name.en} cannot be read (${code}).`,
      fr: `${name.fr} ne peut pas être lu (${code}).`,
    });
  }
  const at = /absolute position "(\d+)"/.exec(error instanceof Error ? error.message : "")?.[1];
  return new UserError({
    en: `${name.en} is not JSON${at === undefined ? "" : `: byte ${at} is not expected there`}.`,
    fr: `${name.fr} n'est pas du JSON${at === undefined ? "" : ` : l'octet ${at} n'y est pas attendu`}.`,
  });
}
