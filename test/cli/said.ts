import { check } from "../../src/cli/check";
import { facts } from "../../src/cli/facts";
import { prove } from "../../src/cli/prove";
import { reach } from "../../src/cli/reach";
import { type Language, UserError } from "../../src/text";
import { TODAY } from "../support/judgement";

/** A command as it is asked in one language and format. */
export interface Asking {
  readonly command: "check" | "prove" | "facts" | "reach";
  readonly format: "text" | "json";
  readonly language: Language;
}

/** Every command in every format and language that it has. */
export const ASKINGS: readonly Asking[] = (["en", "fr"] as const).flatMap((language) => [
  ...(["check", "prove", "reach"] as const).flatMap((command) =>
    (["text", "json"] as const).map((format) => ({ command, format, language })),
  ),
  { command: "facts", format: "json", language } as const,
]);

/** The files beside a document, by the options that name them. */
export interface Beside {
  readonly config?: string;
  readonly before?: string;
  readonly live?: readonly string[];
  readonly withState?: readonly string[];
}

/** All that a command writes about a document in this process: its report, or what it refuses. */
export async function said(
  { command, format, language }: Asking,
  door: "state" | "preview",
  document: unknown,
  { config, before, live, withState }: Beside = {},
): Promise<string> {
  let written = "";
  const standardInput = inOneChunk(JSON.stringify(document));
  const around = { language, today: TODAY, colored: false, standardInput, print: (text: string) => (written += text) };
  const options = {
    timeout: 60,
    format,
    [door]: "-",
    ...(config !== undefined && { config }),
    ...(withState && { withState }),
  };
  const asked = {
    check: () => check(undefined, { ...options, failOn: "mandatory", strict: false }, around),
    prove: () =>
      prove(undefined, { ...options, ...(before !== undefined && { before }), ...(live && { live }) }, around),
    reach: () => reach(undefined, { ...options, from: "internet" }, around),
    facts: () => facts({ state: "-", ...(config !== undefined && { config }) }, around),
  };
  try {
    await asked[command]();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    written += error.text[language];
  }
  return written;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a pipe is asynchronous, this text is at hand
async function* inOneChunk(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
