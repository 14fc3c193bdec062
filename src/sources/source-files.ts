import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Runtime } from "../dryrun";
import type { Project } from "./project";

/** How a language finds the files of a program. */
interface Modules {
  /** The files a program begins with. */
  listEntries(workingFolder: string, entry: string): string[];
  /** The files of the program's own that a text imports. */
  listImports(text: string, file: string, workingFolder: string): string[];
}

/**
 * The user's own files that a program consists of, relative to the project's folder and sorted: its entry, those
 * known otherwise, and what these import of its own.
 */
export function listSourceFiles(project: Project, known: readonly string[] = []): string[] {
  const folder = realpathSync(project.root);
  const workingFolder = realpathSync(project.workingFolder);
  const modules = MODULES[project.runtime.name];
  const found = new Set<string>();
  const pending = [...known.map((file) => resolve(folder, file)), ...modules.listEntries(workingFolder, project.entry)];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path) || !existsSync(path)) continue;
    found.add(path);
    pending.push(...modules.listImports(readFileSync(path, "utf8"), path, workingFolder));
  }
  return [...found].map((path) => relative(folder, path).split(sep).join("/")).sort();
}

const EXTENSIONS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];
const NODE_IMPORT = /(?:\bfrom|\bimport|\brequire\s*\()\s*["'](\.{1,2}(?:\/[^"']*)?)["']/g;

const NODE: Modules = {
  listEntries: (workingFolder, entry) => only(nodeEntry(workingFolder, entry)),
  listImports: (text, file) =>
    [...text.matchAll(NODE_IMPORT)].flatMap(([, specifier = ""]) => only(nodeFile(resolve(dirname(file), specifier)))),
};

function nodeEntry(workingFolder: string, entry: string): string | undefined {
  if (entry !== ".") return nodeFile(join(workingFolder, entry));
  const main = mainOf(join(workingFolder, "package.json"));
  return (main === undefined ? undefined : nodeFile(join(workingFolder, main))) ?? nodeFile(workingFolder);
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

function nodeFile(path: string): string | undefined {
  const sources = EXTENSIONS.map((extension) => path.replace(/\.[cm]?js$/, "") + extension);
  const candidates = [path, ...sources, ...EXTENSIONS.map((extension) => join(path, `index${extension}`))];
  return candidates.find((candidate) => EXTENSIONS.includes(extname(candidate)) && isFile(candidate));
}

// `from a.b import c`, where `c` may be a file too, and `import a.b, c`.
const PYTHON_IMPORT = /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+\(?([\w \t,\n]*)|import[ \t]+([\w., \t]+))/gm;

const PYTHON: Modules = {
  listEntries: (workingFolder, entry) => only(pythonFile(join(workingFolder, entry === "." ? "__main__" : entry))),
  listImports: (text, file, workingFolder) =>
    [...text.matchAll(PYTHON_IMPORT)].flatMap(([, dots = "", from = "", names = "", modules = ""]) => {
      if (modules !== "") return splitNames(modules).flatMap((name) => pythonModule(workingFolder, name));
      const folder = dots === "" ? workingFolder : resolve(dirname(file), ...dots.slice(1).split("").fill(".."));
      return ["", ...splitNames(names)].flatMap((name) => pythonModule(folder, [from, name].filter(Boolean).join(".")));
    }),
};

function splitNames(names: string): string[] {
  return names.split(",").flatMap((name) => /^\s*([\w.]+)/.exec(name)?.[1] ?? []);
}

// The packages a module lies in are loaded with it.
function pythonModule(folder: string, name: string): string[] {
  const parts = name.split(".").filter((part) => part !== "");
  return ["", ...parts].flatMap((_, index) => only(pythonFile(join(folder, ...parts.slice(0, index)))));
}

function pythonFile(path: string): string | undefined {
  return [path, `${path}.py`, join(path, "__init__.py")].find((file) => file.endsWith(".py") && isFile(file));
}

const GO: Modules = {
  listEntries: (workingFolder, entry) => goFiles(entry === "." ? workingFolder : join(workingFolder, entry)),
  listImports: (text, _file, workingFolder) => {
    const module = goModule(workingFolder);
    if (!module) return [];
    const paths = [...text.matchAll(/"([^"\s]+)"/g)].map(([, path = ""]) => path);
    return paths
      .filter((path) => path.startsWith(`${module.name}/`))
      .flatMap((path) => goFiles(join(module.folder, path.slice(module.name.length + 1))));
  },
};

function goFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  const names = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  return names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go"));
}

function goModule(within: string): { name: string; folder: string } | undefined {
  for (let folder = within; ; folder = dirname(folder)) {
    const file = join(folder, "go.mod");
    if (existsSync(file)) {
      const name = /^module\s+(\S+)/m.exec(readFileSync(file, "utf8"))?.[1];
      return name === undefined ? undefined : { name, folder };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

const MODULES: Readonly<Record<Runtime["name"], Modules>> = { nodejs: NODE, python: PYTHON, go: GO };

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function only(path: string | undefined): string[] {
  return path === undefined ? [] : [path];
}
