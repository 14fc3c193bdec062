import { type Phrase, POWERSHELL } from "./phrase";

const SHELLS = ["sh", "bash", "dash", "zsh", "ash", "ksh", "mksh"];

const script = (language: string): Phrase => ({ en: `a ${language} script`, fr: `un script ${language}` });

const LANGUAGES: readonly (readonly [RegExp, Phrase])[] = [
  [/^(?:python|pypy)[\d.]*$/, script("Python")],
  [/^perl[\d.]*$/, script("Perl")],
  [/^ruby[\d.]*$/, script("Ruby")],
  [/^(?:node|nodejs|deno|bun)$/, script("JavaScript")],
  [/^php[\d.]*$/, script("PHP")],
  [/^lua[\d.]*$/, script("Lua")],
  [/^[gmn]?awk$/, { en: "an awk script", fr: "un script awk" }],
  [/^(?:tclsh|expect)[\d.]*$/, script("Tcl")],
  [/^fish$/, script("fish")],
  [/^t?csh$/, script("csh")],
  [/^(?:pwsh|powershell)$/, POWERSHELL],
  [/^ansible-playbook$/, { en: "an Ansible playbook", fr: "un playbook Ansible" }],
];

const ANOTHER: Phrase = { en: "a script in another language", fr: "un script dans un autre langage" };

/** True for the name of a shell whose scripts are read. */
export function isShell(name: string): boolean {
  return SHELLS.includes(name);
}

/** The language of an interpreter's scripts, when it is a well-known one other than a shell. */
export function languageOf(interpreter: string): Phrase | undefined {
  return LANGUAGES.find(([name]) => name.test(interpreter))?.[1];
}

/** What the first line of a script says runs it: `"shell"`, another language, or `undefined` without such a line. */
export function shebang(text: string): "shell" | Phrase | undefined {
  const line = /^#![ \t]*([^\r\n]{0,500})/.exec(text)?.[1];
  if (line === undefined) return undefined;
  const words = line.split(/[ \t]+/).map((word) => word.replace(/^.*\//, ""));
  const name = words[0] === "env" || words[0] === "busybox" ? envCommand(words.slice(1)) : words[0];
  if (name === undefined) return ANOTHER;
  return isShell(name) ? "shell" : (languageOf(name) ?? ANOTHER);
}

function envCommand(words: readonly string[]): string | undefined {
  return words.find((word) => word !== "" && !word.startsWith("-") && !word.includes("="));
}
