import type { Mounting } from "./bucket-mount";
import { readMountingEntry } from "./fstab";
import { splitLines, type SourceText } from "./source-text";

/** What a unit of systemd runs and mounts. */
export interface SystemdUnit {
  readonly commands: readonly { readonly words: readonly string[]; readonly line: number }[];
  readonly mounting: (Mounting & { readonly line: number }) | undefined;
}

interface Entry {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

const RUNNING = ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecCondition"];

/** Reads a unit of systemd; whether it is enabled is not asked, since the intent is written. */
export function readSystemdUnit(content: SourceText): SystemdUnit {
  const entries = readEntries(content);
  const environment = new Map<string, string>();
  for (const { key, value } of entries) {
    if (key !== "Environment") continue;
    for (const word of splitWords(value)) {
      const at = word.indexOf("=");
      if (at > 0) environment.set(word.slice(0, at), word.slice(at + 1));
    }
  }
  const commands = entries
    .filter(({ section, key }) => section === "Service" && RUNNING.includes(key))
    .flatMap(({ value, line }) =>
      splitCommands(splitWords(value.replace(/^[-@:+!|]+/, ""))).map((words) => ({
        words: words.map((word) => fillEnvironment(word, environment)),
        line,
      })),
    );
  return { commands, mounting: findUnitMounting(entries) };
}

function findUnitMounting(entries: readonly Entry[]): SystemdUnit["mounting"] {
  const value = (key: string) => entries.findLast((entry) => entry.section === "Mount" && entry.key === key);
  const type = value("Type");
  const what = value("What");
  const mounting = readMountingEntry(what?.value ?? "", value("Where")?.value ?? "", type?.value ?? "");
  return mounting && { ...mounting, line: (type ?? what)?.line ?? 1 };
}

function readEntries(content: SourceText): Entry[] {
  const entries: Entry[] = [];
  let section = "";
  let continued: { parts: string[]; line: number } | undefined;
  for (const { text: raw, line } of splitLines(content)) {
    if (/^\s*[#;]/.test(raw)) continue;
    continued ??= { parts: [], line };
    continued.parts.push(raw.replace(/\\$/, ""));
    if (raw.endsWith("\\")) continue;
    const { parts, line: start } = continued;
    const text = parts.join(" ");
    continued = undefined;
    section = /^\s*\[([^\]]+)\]\s*$/.exec(text)?.[1] ?? section;
    const at = text.indexOf("=");
    if (at > 0) entries.push({ section, key: text.slice(0, at).trim(), value: text.slice(at + 1).trim(), line: start });
  }
  return entries;
}

/** Several commands in one value stand apart by a `;` that is a word of its own. */
function splitCommands(words: readonly string[]): string[][] {
  const commands: string[][] = [[]];
  for (const word of words) {
    if (word === ";") commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.filter(({ length }) => length > 0);
}

function splitWords(value: string): string[] {
  return [...value.matchAll(/(?:[^\s"'\\]+|\\[^]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')+/g)].map(([word]) =>
    word.replace(
      /"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|\\([^])/g,
      (_, double?: string, single?: string, char?: string) =>
        (double ?? single ?? char ?? "").replace(/\\(["'\\])/g, "$1"),
    ),
  );
}

function fillEnvironment(word: string, environment: ReadonlyMap<string, string>): string {
  const filled = word.replace(
    /\$\{(\w+)\}|\$(\w+)/g,
    (written, braced?: string, bare?: string) => environment.get(braced ?? bare ?? "") ?? written,
  );
  return filled.replaceAll("%%", "%");
}
