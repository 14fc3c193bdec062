import { stripVTControlCharacters } from "node:util";
import type { Text } from "../text";
import { DryRunError, type DryRunErrorDetails } from "./error";
import { findGoCause } from "./go-failure";
import type { Runtime } from "./language";
import { findNodeCause } from "./node-failure";
import type { SourcePlaces } from "./position";
import type { Opening } from "./printed";
import type { Ended } from "./process";
import { makeProgramError, type Cause } from "./program-error";
import { findPythonCause } from "./python-failure";

/** What is known of a program that did not end well. */
export interface Failing {
  readonly language: Runtime["name"];
  readonly ended: Ended;
  /** The errors it logged, in order. */
  readonly logged: readonly string[];
  /** The names of the calls that were answered with placeholders. */
  readonly unansweredCalls: readonly string[];
  /** The encrypted settings it was given placeholders for. */
  readonly encryptedKeys: readonly string[];
  /** Whether a process that is not the program's was refused by the engine. */
  readonly refused: boolean;
  readonly timeoutSeconds: number;
}

const CAUSES: Readonly<Record<Runtime["name"], (said: string, places: SourcePlaces) => Cause>> = {
  nodejs: findNodeCause,
  python: findPythonCause,
  go: findGoCause,
};

const NO_ENTRY = /^We failed to locate the entry point|: can't find '__main__' module in /m;
const LINES_KEPT = 20;

/** Why a program did not end well, in one sentence; `undefined` when it did. */
export function explainFailure(failing: Failing, places: SourcePlaces): DryRunError | undefined {
  const { ended, logged, language, timeoutSeconds } = failing;
  const printed = stripVTControlCharacters(ended.output).trimEnd();
  const output = printed.split("\n").slice(-LINES_KEPT).join("\n");
  const opening = ended.opening && shortenOpening(ended.opening);
  const details = { ...(output !== "" && { output }), ...(opening && { opening }) };
  if (ended.timedOut) return timedOut(timeoutSeconds, details);
  const [said] = logged;
  if (said === undefined && ended.exitCode === 0) return undefined;
  const words =
    said === undefined
      ? lastWords([opening?.text ?? "", printed].join("\n").trim(), failing)
      : stripVTControlCharacters(said);
  if (NO_ENTRY.test(said === undefined ? output : words)) return noEntry(language, details);
  return makeProgramError(CAUSES[language](words, places), details, hintOf(failing));
}

// A Node program's runtime logs what it dies of; the others may die before they can.
function lastWords(printed: string, { language, ended }: Failing): string {
  const words = language === "nodejs" ? lastLine(printed) : printed;
  if (words !== undefined && words !== "") return words;
  return ended.signal ?? `exit code ${String(ended.exitCode)}`;
}

function shortenOpening({ text, printed }: Opening): Opening {
  return { text: stripVTControlCharacters(text).split("\n").slice(0, LINES_KEPT).join("\n"), printed };
}

// A program may stop because of what only a dry run answers, or where a process of its own could not reach the engine.
function hintOf({ unansweredCalls, encryptedKeys, refused }: Failing): Text {
  const calls = unansweredCalls.map((token) => `\`${token.split(/[:/]/).at(-1) ?? token}\``).join(", ");
  const keys = encryptedKeys.map((key) => `\`${key}\``).join(", ");
  return {
    en:
      (calls && ` Nobody answers ${calls} in a dry run: the program got placeholders.`) +
      (keys && ` The encrypted settings ${keys} are not decrypted: the program got placeholders.`) +
      (refused ? REFUSED.en : ""),
    fr:
      (calls &&
        ` Rien ne répond à ${calls} lors d'un essai à blanc : le programme a reçu des valeurs de remplacement.`) +
      (keys &&
        ` Les réglages chiffrés ${keys} ne sont pas déchiffrés : le programme a reçu des valeurs de remplacement.`) +
      (refused ? REFUSED.fr : ""),
  };
}

const REFUSED: Text = {
  en: " A process outside the program's session tried to connect to the dry run and was refused.",
  fr: " Un processus extérieur à la session du programme a tenté de se connecter à l'essai à blanc et a été refusé.",
};

function noEntry(language: Runtime["name"], details: DryRunErrorDetails): DryRunError {
  const wanted =
    language === "python"
      ? {
          en: "no `__main__.py`, and no `main` in `Pulumi.yaml` that exists",
          fr: "ni `__main__.py`, ni fichier existant que `main` nomme dans `Pulumi.yaml`",
        }
      : {
          en: "no `index.ts` or `index.js`, and no `main` in `Pulumi.yaml` or `package.json` that exists",
          fr: "ni `index.ts` ni `index.js`, ni fichier existant que `main` nomme dans `Pulumi.yaml` ou `package.json`",
        };
  return new DryRunError(
    "not a program",
    {
      en: `The program has nothing to run: ${wanted.en}.`,
      fr: `Le programme n'a rien à exécuter : ${wanted.fr}.`,
    },
    details,
  );
}

function timedOut(seconds: number, details: DryRunErrorDetails): DryRunError {
  return new DryRunError(
    "timed out",
    {
      en: `The program had not ended after ${String(seconds)} seconds and was stopped; \`--timeout\` gives it longer.`,
      fr: `Le programme n'était pas terminé après ${String(seconds)} secondes et a été arrêté ; \`--timeout\` lui en donne plus.`,
    },
    details,
  );
}

function lastLine(text: string): string | undefined {
  return text
    .split("\n")
    .findLast((line) => line.trim() !== "")
    ?.trim();
}
