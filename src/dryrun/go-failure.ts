import { stripVTControlCharacters } from "node:util";
import type { Text } from "../text";
import type { DryRunError } from "./error";
import type { SourcePlaces } from "./position";
import type { Ended } from "./process";
import { makeProgramError, type Cause } from "./program-error";

const PANIC = /^(?:panic|fatal error): (.*)$/m;
const RETURNED = /^an unhandled error occurred: program failed: *\n/;

// What Pulumi and the standard logger put before a message.
const PREFIX = /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)? |waiting for RPCs: )+/;

const TIDY: Text = {
  en: "run `go mod tidy` in the program's folder, or check the name",
  fr: "lancez `go mod tidy` dans le dossier du programme, ou vérifiez le nom",
};

/** Why a Go program failed, from what it logged or printed. */
export function findGoCause(said: string, places: SourcePlaces): Cause {
  const panic = PANIC.exec(said);
  if (panic) return readPanic(panic[1] ?? "", said, places);
  const message = places.withoutFolder(readReturnedError(said));
  const position = places.whereSaid(message);
  return { kind: "threw", message, ...(position && { position }) };
}

function readPanic(message: string, said: string, places: SourcePlaces): Cause {
  const frames = [...said.matchAll(/^\t(.+\.go):(\d+)(?: |$)/gm)];
  const position = places.firstFile(frames.map(([, file = "", line]) => ({ file, line: Number(line), column: 1 })));
  return { kind: "threw", message: message.replace(/ \[recovered.*$/, ""), ...(position && { position }) };
}

// What the program returned, which Pulumi lists with the errors of what ran beside it.
function readReturnedError(said: string): string {
  const text = said.replace(RETURNED, "").trim();
  const first = /^\t\* (.*)$/m.exec(text)?.[1];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (first ?? (RETURNED.test(said) ? lines[0] : lines.at(-1)) ?? text).trim().replace(PREFIX, "");
}

const ADD_PACKAGE: Text = {
  en: "run `pulumi install` in the program's folder, which writes it",
  fr: "lancez `pulumi install`, qui l'écrit, dans le dossier du programme",
};

/** Why a Go program could not be built. */
export function explainBuildFailure({ output, timedOut }: Ended, places: SourcePlaces): DryRunError {
  const text = stripVTControlCharacters(output).trim();
  if (timedOut) return makeProgramError({ kind: "syntax", message: "`go build` does not end" }, { output: text });
  return makeProgramError(buildCause(text, places), { output: text });
}

function buildCause(text: string, places: SourcePlaces): Cause {
  const found = /^(?:\.[\\/])?([^\s:]+\.go):(\d+):(?:(\d+):)? (.*)$/m.exec(text);
  const message = found?.[4] ?? mainLine(text);
  const position = found && places.ownPositionIn(found[1] ?? "", Number(found[2]), Number(found[3] ?? 1));
  const at = position && { position };
  const module =
    /no required module provides package (\S+?)[;:]?(?: |$)/.exec(message)?.[1] ??
    /package (\S+) is not in std/.exec(message)?.[1] ??
    /missing go\.sum entry for module providing package (\S+)/.exec(message)?.[1];
  if (module !== undefined) return { kind: "missing dependency", module, advice: TIDY, ...at };
  const sdk = /replacement directory (\S+) does not exist/.exec(message)?.[1];
  if (sdk !== undefined) return { kind: "missing dependency", module: sdk, advice: ADD_PACKAGE, ...at };
  return { kind: "syntax", message, ...at };
}

function mainLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return (lines.find((line) => line.startsWith("go: ")) ?? lines.at(-1) ?? text).trim().replace(/^go: /, "");
}
