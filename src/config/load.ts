import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { showForeign, type Text, UserError } from "../text";
import { type Configurable, type Configuration, readConfiguration } from "./configuration";

/** The name of the configuration that is read without being asked for, where it stands in a program's folder. */
const OWN_CONFIGURATION = "pulumi-policy-outscale.json";

/** The configuration that a program has in its folder, if it has one. */
export function findConfiguration(program: string | undefined): string | undefined {
  if (program === undefined) return undefined;
  const isFolder = statSync(program, { throwIfNoEntry: false })?.isDirectory() === true;
  const own = join(isFolder ? program : dirname(program), OWN_CONFIGURATION);
  return existsSync(own) ? own : undefined;
}

/**
 * Reads a configuration file; without one, every default holds.
 * @throws {UserError} when it cannot be read, is not written in UTF-8, is no JSON, or holds what is not accepted
 */
export function loadConfiguration(file: string | undefined, configurable: Configurable): Configuration {
  if (file === undefined) return readConfiguration({}, configurable);
  return loadJson(file, (written) => readConfiguration(written, configurable));
}

/**
 * Reads a JSON file that a user wrote.
 * @param read what it means; what it throws names the file
 * @throws {UserError} when it cannot be read, is not written in UTF-8, is no JSON, or holds what is not accepted
 */
export function loadJson<T>(file: string, read: (written: unknown) => T): T {
  try {
    return read(parseJson(readText(file)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(prefixFile(file, error.text));
  }
}

/** The file's text. Read in another encoding its words would be others, without a sign. */
function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // UTF-16 of plain letters is UTF-8 too, with a nought beside each.
    if (!text.includes("\u0000")) return text;
  } catch {
    // It is not UTF-8, which is said below.
  }
  throw new UserError({
    en: "The file is not written in UTF-8. Accepted: JSON in UTF-8.",
    fr: "Le fichier n'est pas écrit en UTF-8. Accepté : du JSON en UTF-8.",
  });
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    throw new UserError({
      en: `The file cannot be read (${code}).`,
      fr: `Le fichier est illisible (${code}).`,
    });
  }
}

function parseJson(text: string): unknown {
  const written = parse(text);
  if (isDeeper(written, MOST_LEVELS)) throw new UserError(TOO_DEEP);
  return written;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError({ en: "The file is not valid JSON.", fr: "Le fichier n'est pas du JSON valide." });
  }
}

/** What a user writes is nested a few times; what is nested deep can be neither checked nor quoted. */
const MOST_LEVELS = 100;
const TOO_DEEP: Text = {
  en: `The file is nested more than ${String(MOST_LEVELS)} levels deep. Accepted: what is nested a few times.`,
  fr: `Le fichier est imbriqué sur plus de ${String(MOST_LEVELS)} niveaux. Accepté : ce qui l'est sur quelques niveaux.`,
};

function isDeeper(written: unknown, levels: number): boolean {
  if (typeof written !== "object" || written === null) return false;
  return levels === 0 || Object.values(written).some((each) => isDeeper(each, levels - 1));
}

function prefixFile(file: string, { en, fr }: Text): Text {
  return { en: showForeign(`${file}: ${en}`), fr: showForeign(`${file} : ${fr}`) };
}
