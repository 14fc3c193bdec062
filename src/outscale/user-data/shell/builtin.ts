import { includesDownload } from "../download";
import { COMPUTED_SCRIPT, DOWNLOADED_SCRIPT } from "../phrase";
import type { Call } from "./call";
import { type Argument, valueOf } from "./command";
import type { ScriptRun } from "./script-run";
import { UNKNOWN } from "./variables";

/** Files of the system, whose variables have well-known names. */
const HARMLESS = /(?:os-release|lsb-release|bashrc|bash_profile|profile|activate|environment|functions)$/;

/** True for the `printf` that prints into a variable. */
export function printsIntoVariable(call: Call): boolean {
  return call.name === "printf" && call.arguments[0]?.text === "-v";
}

/** Follows what a command of the shell itself does to the script: its variables, its arguments, its end. */
export function runBuiltin(call: Call, run: ScriptRun): void {
  switch (call.name) {
    case "printf":
      if (printsIntoVariable(call)) run.variables.set(call.arguments[1]?.text ?? "", UNKNOWN);
      return;
    case "source":
    case ".":
      sourceFile(call.arguments[0], run);
      return;
    case "read":
    case "mapfile":
    case "readarray":
    case "getopts":
      for (const { text } of call.arguments) run.variables.set(text, UNKNOWN);
      return;
    case "unset":
      for (const { text } of call.arguments) run.variables.set(text, undefined);
      return;
    case "set":
      if (call.arguments[0]?.text === "--") run.words = run.isCertain ? call.arguments.slice(1) : undefined;
      return;
    case "shift":
      run.words = run.isCertain && call.arguments.length === 0 ? run.words?.slice(1) : undefined;
      return;
    case "exit":
      if (run.isCertain) run.exited = true;
  }
}

function sourceFile(file: Argument | undefined, run: ScriptRun): void {
  const path = valueOf(file);
  if (path !== undefined) run.behavior.runs.push({ path, by: "shell" });
  else if (file && file.from.length > 0) noteComputedScript(file.from, run);
  if (!HARMLESS.test(path ?? "")) run.variables.forget();
}

/** Notes that a script runs whose text these commands make. */
export function noteComputedScript(from: readonly string[], run: ScriptRun): void {
  run.behavior.unread.push(includesDownload(from) ? DOWNLOADED_SCRIPT : COMPUTED_SCRIPT);
}
