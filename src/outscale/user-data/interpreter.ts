import type { Text } from "../../text";
import { POWERSHELL } from "./phrase";

const SHELLS = ["sh", "bash", "dash", "zsh", "ash", "ksh", "mksh"];

const script = (language: string): Text => ({ en: `a ${language} script`, fr: `un script ${language}` });

/** Languages by their interpreters, of which these may have a version in their names, `python3.12`. */
const VERSIONED: ReadonlyMap<string, Text> = new Map([
  ["python", script("Python")],
  ["pypy", script("Python")],
  ["perl", script("Perl")],
  ["ruby", script("Ruby")],
  ["php", script("PHP")],
  ["lua", script("Lua")],
  ["tclsh", script("Tcl")],
  ["expect", script("Tcl")],
]);
const AWK: Text = { en: "an awk script", fr: "un script awk" };
const UNVERSIONED: ReadonlyMap<string, Text> = new Map([
  ...["node", "nodejs", "deno", "bun"].map((name) => [name, script("JavaScript")] as const),
  ...["awk", "gawk", "mawk", "nawk"].map((name) => [name, AWK] as const),
  ...["csh", "tcsh"].map((name) => [name, script("csh")] as const),
  ...["pwsh", "powershell"].map((name) => [name, POWERSHELL] as const),
  ["fish", script("fish")],
  ["ansible-playbook", { en: "an Ansible playbook", fr: "un playbook Ansible" }],
]);

const ANOTHER: Text = { en: "a script in another language", fr: "un script dans un autre langage" };

/** True for the name of a shell whose scripts are read. */
export function isShell(name: string): boolean {
  return SHELLS.includes(name);
}

/** The language of an interpreter's scripts, when it is a well-known one other than a shell. */
export function languageOf(interpreter: string): Text | undefined {
  return UNVERSIONED.get(interpreter) ?? VERSIONED.get(interpreter.replace(/(?<![\d.])[\d.]+$/, ""));
}

/** What the first line of a script says runs it: `"shell"`, another language, or `undefined` without such a line. */
export function readShebang(text: string): "shell" | Text | undefined {
  const line = /^#![ \t]*([^\r\n]{0,500})/.exec(text)?.[1];
  if (line === undefined) return undefined;
  const words = line.split(/[ \t]+/).map((word) => word.replace(/^.*\//, ""));
  const name = words[0] === "env" || words[0] === "busybox" ? findEnvCommand(words.slice(1)) : words[0];
  if (name === undefined) return ANOTHER;
  return isShell(name) ? "shell" : (languageOf(name) ?? ANOTHER);
}

function findEnvCommand(words: readonly string[]): string | undefined {
  return words.find((word) => word !== "" && !word.startsWith("-") && !word.includes("="));
}
