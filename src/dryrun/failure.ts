import { stripVTControlCharacters } from "node:util";
import { placeText, type Position } from "../stack";
import { DryRunError, type DryRunErrorDetails } from "./error";
import type { SourcePlaces } from "./position";
import type { Ended } from "./process";

/** What is known of a program that did not end well. */
export interface Failing {
  readonly ended: Ended;
  /** The errors it logged, in order. */
  readonly logged: readonly string[];
  /** The names of the calls that were answered with placeholders. */
  readonly unansweredCalls: readonly string[];
  /** The encrypted settings it was given placeholders for. */
  readonly encryptedKeys: readonly string[];
  readonly timeoutSeconds: number;
}

const UNHANDLED = /^Running program '.*' failed with an unhandled exception:\n/;
const NO_ENTRY = /^We failed to locate the entry point/m;
const LINES_KEPT = 20;

/** Why a program did not end well, in one sentence; `undefined` when it did. */
export function failureOf(failing: Failing, places: SourcePlaces): DryRunError | undefined {
  const { ended, logged, timeoutSeconds } = failing;
  const output = stripVTControlCharacters(ended.output).trimEnd().split("\n").slice(-LINES_KEPT).join("\n");
  const details = output === "" ? {} : { output };
  if (ended.timedOut) return timedOut(timeoutSeconds, details);
  const [said] = logged;
  if (said !== undefined) return explained(stripVTControlCharacters(said), failing, places, details);
  if (ended.exitCode === 0) return undefined;
  if (NO_ENTRY.test(output)) return noEntry(details);
  return explained(lastLine(output) ?? `exit code ${String(ended.exitCode)}`, failing, places, details);
}

function explained(said: string, failing: Failing, places: SourcePlaces, details: DryRunErrorDetails): DryRunError {
  const text = said.replace(UNHANDLED, "").trim();
  return (
    compilerError(text, places, details) ??
    missingModule(text, places, details) ??
    thrown(text, failing, places, details)
  );
}

const COMPILER_ERROR = /^(.+?)(?:\((\d+),(\d+)\): |:(\d+):(\d+) - )error TS(\d+): (.*)$/m;
const CANNOT_FIND_MODULE = "2307";

function compilerError(text: string, places: SourcePlaces, details: DryRunErrorDetails): DryRunError | undefined {
  const found = COMPILER_ERROR.exec(text);
  if (found) {
    const [, file = "", line = found[4], column = found[5], , , code, message = ""] = found;
    const position = places.named(file, Number(line), Number(column));
    const module = code === CANNOT_FIND_MODULE ? /'([^']+)'/.exec(message)?.[1] : undefined;
    if (module !== undefined) return missingDependency(module, { ...details, position });
    return syntax(`${message.replace(/\.$/, "")} (TS${code ?? ""})`, { ...details, position });
  }
  const parsing = /^(.+):(\d+)\n[^]*?^(SyntaxError: .*)$/m.exec(text);
  if (!parsing) return undefined;
  const [, file = "", line, message = ""] = parsing;
  return syntax(message.replace("SyntaxError: ", ""), { ...details, position: places.named(file, Number(line), 1) });
}

function missingModule(text: string, places: SourcePlaces, details: DryRunErrorDetails): DryRunError | undefined {
  const module = /Cannot find (?:module|package) '([^']+)'/.exec(text)?.[1];
  if (module === undefined) return undefined;
  const position = places.inStack(text);
  return missingDependency(places.withoutFolder(module), { ...details, ...(position && { position }) });
}

function syntax(message: string, details: DryRunErrorDetails): DryRunError {
  const place = placeOf(details.position);
  return new DryRunError(
    "syntax",
    {
      en: `${place ? `${place}: the` : "The"} program does not compile: ${sentence(message)}`,
      fr: `${place ? `${place} : le` : "Le"} programme ne compile pas : ${sentence(message)}`,
    },
    details,
  );
}

function missingDependency(module: string, details: DryRunErrorDetails): DryRunError {
  const place = placeOf(details.position);
  // A file of the program's own is not something that can be installed.
  const own = /^[./]|^\w:\\|\.[cm]?[jt]s$/.test(module);
  const advice = own
    ? { en: "check the name", fr: "vérifier le nom" }
    : {
        en: "run `npm install` in the program's folder, or check the name",
        fr: "lancer `npm install` dans le dossier du programme, ou vérifier le nom",
      };
  return new DryRunError(
    "missing dependency",
    {
      en: `${place ? `${place}: ` : ""}\`${module}\` is not found; ${advice.en}.`,
      fr: `${place ? `${place} : ` : ""}\`${module}\` est introuvable ; ${advice.fr}.`,
    },
    { ...details, property: module },
  );
}

function thrown(text: string, failing: Failing, places: SourcePlaces, details: DryRunErrorDetails): DryRunError {
  const position = places.inStack(text);
  const place = placeOf(position);
  const message = sentence(places.withoutFolder(firstLine(text)));
  const hint = hintOf(failing);
  return new DryRunError(
    "threw",
    {
      en: `${place ? `${place}: the` : "The"} program stopped: ${message}${hint.en}`,
      fr: `${place ? `${place} : le` : "Le"} programme s'est arrêté : ${message}${hint.fr}`,
    },
    { ...details, ...(position && { position }) },
  );
}

// A program may stop because of what only a dry run answers.
function hintOf({ unansweredCalls, encryptedKeys }: Failing): { en: string; fr: string } {
  const calls = unansweredCalls.map((token) => `\`${token.split(/[:/]/).at(-1) ?? token}\``).join(", ");
  const keys = encryptedKeys.map((key) => `\`${key}\``).join(", ");
  return {
    en:
      (calls && ` Nobody answers ${calls} in a dry run: the program got placeholders.`) +
      (keys && ` The encrypted settings ${keys} are not decrypted: the program got placeholders.`),
    fr:
      (calls &&
        ` Personne ne répond à ${calls} lors d'un essai à blanc : le programme a reçu des valeurs de remplacement.`) +
      (keys &&
        ` Les réglages chiffrés ${keys} ne sont pas déchiffrés : le programme a reçu des valeurs de remplacement.`),
  };
}

function noEntry(details: DryRunErrorDetails): DryRunError {
  return new DryRunError(
    "not a program",
    {
      en: "The program has nothing to run: no `index.ts` or `index.js`, and no `main` in `Pulumi.yaml` or `package.json` that exists.",
      fr: "Le programme n'a rien à exécuter : ni `index.ts` ni `index.js`, ni `main` dans `Pulumi.yaml` ou `package.json` qui existe.",
    },
    details,
  );
}

function timedOut(seconds: number, details: DryRunErrorDetails): DryRunError {
  return new DryRunError(
    "timed out",
    {
      en: `The program had not ended after ${String(seconds)} seconds and was stopped; \`--timeout\` gives it longer.`,
      fr: `Le programme n'était pas terminé après ${String(seconds)} secondes et a été arrêté ; \`--timeout\` lui en donne plus.`,
    },
    details,
  );
}

function firstLine(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? text;
  return line.trim().replace(/^(?:Error|RunError): /, "");
}

function lastLine(text: string): string | undefined {
  return text
    .split("\n")
    .findLast((line) => line.trim() !== "")
    ?.trim();
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function placeOf(position: Position | undefined): string {
  return position ? placeText(position) : "";
}
