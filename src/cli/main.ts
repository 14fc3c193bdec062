#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isColorSupported } from "picocolors";
import { version } from "../../package.json";
import { DryRunError } from "../sources";
import { SERVICES } from "../claim";
import { chooseLanguage, type Language, LANGUAGES, showForeign, showForeignLines, type Text, UserError } from "../text";
import { findAskedLanguage } from "./asked-language";
import { claim, type ClaimOptions } from "./claim";
import { check, type CheckOptions, FORMATS } from "./check";
import { FAIL_ON } from "./exit-code";
import { formatCommandError } from "./command-error";
import { commandText, judgedDoors, provedDoors } from "./command-text";
import { explain } from "./explain";
import { facts, type FactsOptions } from "./facts";
import { list, LISTED_BY } from "./list";
import { prove, type ProveOptions } from "./prove";
import { reach, REACH_FORMATS, type ReachOptions } from "./reach";

const WRONG_INPUT = 2;

async function main(argv: readonly string[]): Promise<void> {
  const language = chooseLanguage(findAskedLanguage(argv), process.env);
  watchOutput(language);
  try {
    await makeCommand(language).parseAsync(argv, { from: "user" });
  } catch (error) {
    process.exitCode = reportError(error, language, argv.includes("--debug"));
  }
}

/** The command line: each command adds itself, its options, and what it runs. */
function makeCommand(language: Language): Command {
  const program = new Command("pulumi-policy-outscale")
    .description(commandText.description[language])
    .version(version)
    .exitOverride()
    // Errors are said once, in the user's language, where they are caught.
    .configureOutput({ outputError: () => undefined });
  addCheck(program, language);
  addProve(program, language);
  addClaim(program, language);
  addReach(program, language);
  addFacts(program, language);
  addList(program, language);
  addExplain(program, language);
  for (const command of program.commands) refuseRepetition(command);
  return program;
}

/** Refuses an option that takes one value and is given twice: the last would win without a word. */
function refuseRepetition(command: Command): void {
  for (const option of command.options.filter(takesOneValue)) {
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) throw new UserError(formatRepeated(`--${option.name()}`));
      isGiven = true;
    });
  }
}

function takesOneValue({ required, variadic, parseArg }: Option): boolean {
  return required && !variadic && parseArg !== collectValues && parseArg !== collectNames;
}

function formatRepeated(option: string): Text {
  return {
    en: `${option} is given twice. Accepted: once, with one value.`,
    fr: `${option} est donné deux fois. Accepté : une fois, avec une valeur.`,
  };
}

function addCheck(program: Command, language: Language): void {
  addInputOptions(program.command("check"), language)
    .description(commandText.check[language])
    .option("--data <file>", commandText.data[language])
    .option("--policy <name>", commandText.policy[language], collectValues)
    .option("--without <what...>", commandText.without[language])
    .addOption(new Option("--format <format>", commandText.format[language]).choices(FORMATS).default("text"))
    .option("--output <file>", commandText.output[language])
    .addOption(makeLangOption(language))
    .addOption(new Option("--fail-on <level>", commandText.failOn[language]).choices(FAIL_ON).default("mandatory"))
    .option("--strict", commandText.strict[language])
    .option("--allow-empty", commandText.allowEmpty[language])
    .option("--debug", commandText.debug[language])
    .action(async (path: string | undefined, options: CheckOptions) => {
      const today = new Date().toISOString().slice(0, 10);
      const around = { language, today, colored: isColorSupported, standardInput: process.stdin, print };
      process.exitCode = await check(path, options, around);
    });
}

function addProve(program: Command, language: Language): void {
  addInputOptions(program.command("prove"), language, provedDoors)
    .description(commandText.prove[language])
    .addOption(new Option("--format <format>", commandText.proveFormat[language]).choices(FORMATS).default("text"))
    .option("--output <file>", commandText.proveOutput[language])
    .addOption(makeLangOption(language))
    .option("--debug", commandText.debug[language])
    .option("--before <file>", commandText.before[language])
    .option("--live <file...>", commandText.live[language])
    .option("--tier <name...>", commandText.proveTier[language])
    .option("--entry <name...>", commandText.proveEntry[language])
    .option("--resource <name...>", commandText.proveResource[language])
    .action(async (path: string | undefined, options: ProveOptions) => {
      const today = new Date().toISOString().slice(0, 10);
      await prove(path, options, { language, today, standardInput: process.stdin, print });
    });
}

function addClaim(program: Command, language: Language): void {
  const span = (flags: string, description: Text) => new Option(`${flags} <from/to...>`, description[language]);
  program
    .command("claim")
    .description(commandText.claim[language])
    .addOption(
      new Option("--service <service>", commandText.service[language])
        .choices(Object.keys(SERVICES))
        .makeOptionMandatory(),
    )
    .addOption(span("--incident", commandText.incident).makeOptionMandatory())
    .addOption(new Option("--severity <severity>", commandText.severity[language]).choices(["1", "2", "3"]))
    .option("--answered <time...>", commandText.answered[language])
    .option("--working-day <hours>", commandText.workingDay[language])
    .addOption(span("--maintenance", commandText.maintenance))
    .addOption(span("--restart", commandText.restart))
    .addOption(span("--throttled", commandText.throttled))
    .addOption(span("--blocked", commandText.blocked))
    .addOption(span("--waiting", commandText.waiting))
    .option("--penalties <file>", commandText.penalties[language])
    .addOption(new Option("--format <format>", commandText.claimFormat[language]).choices(FORMATS).default("text"))
    .option("--output <file>", commandText.claimOutput[language])
    .addOption(makeLangOption(language))
    .option("--debug", commandText.debug[language])
    .action((options: ClaimOptions) => {
      claim(options, { language, print });
    });
}

function addReach(program: Command, language: Language): void {
  addInputOptions(program.command("reach"), language)
    .description(commandText.reach[language])
    .requiredOption("--from <where>", commandText.reachFrom[language])
    .option("--to <name>", commandText.reachTo[language])
    .addOption(
      new Option("--format <format>", commandText.reachFormat[language]).choices(REACH_FORMATS).default("text"),
    )
    .option("--output <file>", commandText.output[language])
    .addOption(makeLangOption(language))
    .option("--debug", commandText.debug[language])
    .action(async (path: string | undefined, options: ReachOptions) => {
      await reach(path, options, { language, colored: isColorSupported, standardInput: process.stdin, print });
    });
}

function addFacts(program: Command, language: Language): void {
  program
    .command("facts")
    .description(commandText.facts[language])
    .requiredOption("--state <file>", commandText.factsState[language])
    .option("--config <file>", commandText.config[language])
    .option("--output <file>", commandText.factsOutput[language])
    .addOption(makeLangOption(language))
    .option("--debug", commandText.debug[language])
    .action(async (options: FactsOptions) => {
      await facts(options, { standardInput: process.stdin, print });
    });
}

function addList(program: Command, language: Language): void {
  program
    .command("list")
    .description(commandText.list[language])
    .addOption(new Option("--by <what>", commandText.by[language]).choices(LISTED_BY).default("policy"))
    .addOption(makeLangOption(language))
    .action(({ by }: { readonly by: (typeof LISTED_BY)[number] }) => {
      print(list(by, language));
    });
}

function addExplain(program: Command, language: Language): void {
  program
    .command("explain")
    .description(commandText.explain[language])
    .argument("<name>", commandText.explained[language])
    .addOption(makeLangOption(language))
    .action((name: string) => {
      print(explain(name, language));
    });
}

/**
 * Fails when the standard output cannot be written, such as on a full disk. That its reader stops before the end is no
 * failure. When the standard error cannot be written, there is nowhere to say so.
 */
function watchOutput(language: Language): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    console.error(formatUnprintable(error)[language]);
    // The command may not have ended yet, and says by then how it ended.
    process.once("exit", () => {
      process.exitCode = WRONG_INPUT;
    });
  });
  process.stderr.on("error", () => undefined);
}

function formatUnprintable({ code = "" }: NodeJS.ErrnoException): Text {
  return {
    en: `The standard output cannot be written (${code}).`,
    fr: `La sortie standard ne peut pas être écrite (${code}).`,
  };
}

function print(text: string): void {
  process.stdout.write(text);
}

/** Gives a command what says which program, preview or state it reads, and how. */
function addInputOptions(command: Command, language: Language, doors = judgedDoors): Command {
  return command
    .argument("[program]", doors.program[language])
    .option("--preview <file>", doors.preview[language])
    .option("--state <file>", doors.state[language])
    .option("--with-state <file>", commandText.withState[language], collectValues)
    .option("--config <file>", commandText.config[language])
    .option("--stack <name>", commandText.stack[language])
    .option("--timeout <seconds>", commandText.timeout[language], parseSeconds, 120)
    .option("--clean-env", commandText.cleanEnv[language])
    .option("--env <name>", commandText.env[language], collectNames);
}

function makeLangOption(language: Language): Option {
  return new Option("--lang <language>", commandText.lang[language]).choices(LANGUAGES);
}

function collectValues(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

function collectNames(value: string, previous?: readonly string[]): string[] {
  // The value is not shown: it may be a secret.
  if (!/^[^\s,=]+$/.test(value)) throw new UserError(NAME_ALONE);
  return collectValues(value, previous);
}

const NAME_ALONE: Text = {
  en: "`--env` takes the name of one variable, without its value, and is given once for each.",
  fr: "`--env` prend le nom d'une seule variable, sans sa valeur, et se répète pour chacune.",
};

function parseSeconds(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("");
}

/** Says what went wrong, in one line unless `--debug` asks for more. */
function reportError(error: unknown, language: Language, debug: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  for (const text of formatError(error)) console.error(cutMessage(showForeign(text[language]), language, debug));
  if (debug && error instanceof Error) {
    console.error(showForeignLines(error.stack ?? ""));
    if (error instanceof DryRunError) showPrinted(error.details, language);
  }
  return WRONG_INPUT;
}

/** Shows what the program printed: its last lines, and the first where there was too much between them to keep. */
function showPrinted({ opening, output }: DryRunError["details"], language: Language): void {
  if (opening) console.error(`${showForeignLines(opening.text)}\n${formatLeftOut(opening.printed)[language]}`);
  if (output !== undefined) console.error(showForeignLines(output));
}

function formatLeftOut(printed: number): Text {
  return {
    en: `[... the program printed ${String(printed)} characters: what lies between is left out ...]`,
    fr: `[... le programme a écrit ${String(printed)} caractères : le milieu est laissé de côté ...]`,
  };
}

/** How many characters of a message are shown: a program may stop with one of any length. */
const SHOWN = 2000;

const CUT: Text = { en: "cut: `--debug` shows all of it", fr: "coupé : `--debug` montre le tout" };

function cutMessage(message: string, language: Language, debug: boolean): string {
  if (debug || message.length <= SHOWN) return message;
  return `${message.slice(0, SHOWN)}... [${CUT[language]}]`;
}

/** The codes of a full disk, a quota that is used up, a read-only disk, and too many open files. */
const REFUSED: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EROFS", "EMFILE", "ENFILE"]);

function formatError(error: unknown): Text[] {
  if (error instanceof CommanderError) return [formatCommandError(error)];
  if (error instanceof UserError) return error.texts();
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && REFUSED.has((error as NodeJS.ErrnoException).code ?? "")) {
    return [
      {
        en: `The system has no room for what the command needs: ${message}.`,
        fr: `Le système n'a pas de place pour ce dont la commande a besoin : ${message}.`,
      },
    ];
  }
  return [
    {
      en: `This should not happen, and is our mistake: ${message}. \`--debug\` shows where.`,
      fr: `Ceci ne devrait pas arriver, et c'est notre erreur : ${message}. \`--debug\` montre où.`,
    },
  ];
}

void main(process.argv.slice(2));
