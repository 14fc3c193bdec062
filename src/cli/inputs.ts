import { type JsonInput, openInput } from "../sources";
import { showForeign, type Text, UserError } from "../text";

/** Opens a file, or the standard input for `-`, under a name that fits on one line. */
export function openFile(path: string, standardInput: AsyncIterable<Uint8Array>): JsonInput {
  const { name, chunks } = openInput(path, standardInput);
  return { name: { en: showForeign(name.en), fr: showForeign(name.fr) }, chunks };
}

/**
 * @param paths all the files of a command, those of options that were not given too
 * @throws {UserError} when the standard input is to be read as several of them: whoever reads it first takes it all
 */
export function refuseInputTwice(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === "-").length > 1) throw new UserError(GIVEN_TWICE);
}

const GIVEN_TWICE: Text = {
  en: "The standard input (`-`) can be given once.",
  fr: "L'entrée standard (`-`) ne peut être donnée qu'une fois.",
};
