import { OUTSCALE_PACKAGE } from "../outscale/provider/package";
import type { StackSource } from "../report";
import { joinStacks, readPreview, readProgram, type ReadStack, readState, withPinnedAnswers } from "../sources";
import { UserError } from "../text";
import { openFile, refuseInputTwice } from "./inputs";

/** The options that say what a command is about. */
export interface AskedOptions {
  readonly preview?: string;
  readonly state?: string;
  readonly withState?: readonly string[];
  readonly data?: string;
  readonly stack?: string;
  readonly timeout: number;
  readonly cleanEnv?: boolean;
  readonly env?: readonly string[];
}

/** What a command is asked about. */
export interface Asked extends ReadStack {
  readonly source: StackSource;
  /** The stacks given beside it, whose resources are among its own. */
  readonly others: readonly ReadStack[];
}

/** The files that say what a command is about. */
export function listInputs({ preview, state, withState = [], data }: AskedOptions): (string | undefined)[] {
  return [preview, state, data, ...withState];
}

/**
 * Reads what is asked about, together with the stacks given beside it.
 * @throws {UserError} when something given cannot be used
 */
export async function readAsked(
  program: string | undefined,
  options: AskedOptions,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Asked> {
  const path = pickDoor(program, options);
  refuseInputTwice(listInputs(options));
  const others: ReadStack[] = [];
  for (const file of options.withState ?? []) {
    others.push(await readState(openFile(file, standardInput), [OUTSCALE_PACKAGE]));
  }
  const asked = await readOne(path, options, standardInput, others);
  return { ...asked, ...joinStacks(asked, others), others };
}

/** The one of the three that is given. */
function pickDoor(program: string | undefined, { preview, state, data, cleanEnv, env }: AskedOptions): string {
  const [only, ...more] = [program, preview, state].filter((given) => given !== undefined);
  if (only === undefined || more.length > 0) throw new UserError(ONE_OF_THREE);
  if (program === undefined && data !== undefined) throw new UserError(FOR_PROGRAMS);
  if (cleanEnv !== true && env !== undefined) throw new UserError(NOT_CLEAN);
  if (program === undefined && cleanEnv === true) throw new UserError(NOTHING_RUN);
  return only;
}

/** @param path of the program, the preview or the state */
async function readOne(
  path: string,
  options: AskedOptions,
  standardInput: AsyncIterable<Uint8Array>,
  beside: readonly ReadStack[],
): Promise<Omit<Asked, "others">> {
  const { preview, state, stack, timeout, data, cleanEnv, env = [] } = options;
  const known = [OUTSCALE_PACKAGE];
  const packages = data === undefined ? known : await withPinnedAnswers(known, openFile(data, standardInput));
  if (preview !== undefined) {
    return { source: "preview", ...(await readPreview(openFile(preview, standardInput), packages)) };
  }
  if (state !== undefined) {
    return { source: "state", ...(await readState(openFile(state, standardInput), packages)) };
  }
  const others = beside.map((other) => other.stack);
  const how = {
    timeoutSeconds: timeout,
    packages,
    others,
    ...(stack !== undefined && { stackName: stack }),
    ...(cleanEnv === true && { variables: env }),
  };
  return { source: "program", ...(await readProgram({ path, ...how })) };
}

const FOR_PROGRAMS = {
  en: "`--data` is for programs: a preview and a state have real answers.",
  fr: "`--data` ne vaut que pour les programmes : un aperçu et un état ont déjà de vraies réponses.",
};

const NOT_CLEAN = {
  en: "`--env` needs `--clean-env`: without it the program gets the whole environment.",
  fr: "`--env` demande `--clean-env` : sans elle, le programme reçoit tout l'environnement.",
};

const NOTHING_RUN = {
  en: "`--clean-env` is for programs: a preview and a state run nothing.",
  fr: "`--clean-env` ne vaut que pour les programmes : un aperçu et un état n'exécutent rien.",
};

const ONE_OF_THREE = {
  en: "Give one of the three: the folder or the file of a Pulumi program, `--preview <file>` or `--state <file>`.",
  fr: "Donnez l'un des trois : le dossier ou le fichier d'un programme Pulumi, `--preview <file>` ou `--state <file>`.",
};
