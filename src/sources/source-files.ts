import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Project } from "./project";

const EXTENSIONS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];
const IMPORTS = /(?:\bfrom|\bimport|\brequire\s*\()\s*["'](\.{1,2}(?:\/[^"']*)?)["']/g;

/**
 * The user's own files that a program consists of, relative to the project's folder and sorted: its entry, those
 * known otherwise, and what these import by a relative path.
 */
export function sourceFiles({ root, workingFolder, entry }: Project, known: readonly string[] = []): string[] {
  const folder = realpathSync(root);
  const found = new Set<string>();
  const pending = known.map((file) => resolve(folder, file));
  const first = entryFile(realpathSync(workingFolder), entry);
  if (first !== undefined) pending.push(first);
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path) || !existsSync(path)) continue;
    found.add(path);
    for (const [, specifier = ""] of readFileSync(path, "utf8").matchAll(IMPORTS)) {
      const imported = moduleFile(resolve(dirname(path), specifier));
      if (imported !== undefined) pending.push(imported);
    }
  }
  return [...found].map((path) => relative(folder, path).split(sep).join("/")).sort();
}

function entryFile(workingFolder: string, entry: string): string | undefined {
  if (entry !== ".") return moduleFile(join(workingFolder, entry));
  const main = mainOf(join(workingFolder, "package.json"));
  return (main === undefined ? undefined : moduleFile(join(workingFolder, main))) ?? moduleFile(workingFolder);
}

function mainOf(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  try {
    const { main } = JSON.parse(readFileSync(manifest, "utf8")) as { main?: unknown };
    return typeof main === "string" ? main : undefined;
  } catch {
    // Node itself says what is wrong with it when the program starts.
    return undefined;
  }
}

function moduleFile(path: string): string | undefined {
  const sources = EXTENSIONS.map((extension) => path.replace(/\.[cm]?js$/, "") + extension);
  const candidates = [path, ...sources, ...EXTENSIONS.map((extension) => join(path, `index${extension}`))];
  return candidates.find(
    (candidate) => EXTENSIONS.includes(extname(candidate)) && existsSync(candidate) && statSync(candidate).isFile(),
  );
}
