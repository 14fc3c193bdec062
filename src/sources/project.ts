import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isMap, isScalar } from "yaml";
import { DryRunError, type Runtime } from "../dryrun";
import { isRecord } from "./record";
import { makeMalformedError, readYamlFile, type YamlFile } from "./yaml-file";

/** A Pulumi project as its `Pulumi.yaml` describes it. */
export interface Project {
  /** The folder of `Pulumi.yaml`. */
  readonly root: string;
  readonly file: YamlFile;
  readonly name: string;
  /** The folder the program runs in. */
  readonly workingFolder: string;
  /** The file to run in it, `.` for the language's own choice. */
  readonly entry: string;
  readonly runtime: Runtime;
  /** The folder of the stacks' configuration files, relative to the root. */
  readonly stackFolder: string;
}

const FILE_NAMES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * The project a folder, or a file of a program, belongs to.
 * @throws {DryRunError} when there is none, or it is not one a dry run can run
 */
export function readProject(path: string): Project {
  const { root, fileName, entry } = locateProject(path);
  const file = readYamlFile(join(root, fileName), fileName);
  const contents: unknown = file.document.toJS();
  if (!isRecord(contents))
    throw makeMalformedError(startOf(fileName), { en: "it has no properties", fr: "il n'a aucune propriété" });
  const { name } = contents;
  if (typeof name !== "string" || name === "") {
    throw makeMalformedError(startOf(fileName), { en: "the project has no `name`", fr: "le projet n'a pas de `name`" });
  }
  const runtime = readRuntime(contents["runtime"], file);
  const main = entry ?? (typeof contents["main"] === "string" ? contents["main"] : undefined);
  const { stackConfigDir } = contents;
  return {
    root,
    file,
    name,
    ...locateEntry(root, main, fileName),
    runtime,
    stackFolder: typeof stackConfigDir === "string" ? stackConfigDir : ".",
  };
}

function locateProject(path: string): { root: string; fileName: string; entry: string | undefined } {
  if (!existsSync(path)) {
    throw new DryRunError("not a program", { en: `${path} does not exist.`, fr: `${path} n'existe pas.` });
  }
  const real = realpathSync(resolve(path));
  const isFolder = statSync(real).isDirectory();
  const folder = isFolder ? real : dirname(real);
  const isProjectFile = !isFolder && FILE_NAMES.includes(basename(real));
  for (let root = folder; ; root = dirname(root)) {
    const fileName = FILE_NAMES.find((name) => existsSync(join(root, name)));
    if (fileName) return { root, fileName, entry: isFolder || isProjectFile ? undefined : relative(root, real) };
    // A folder is a program by itself; a file may lie deep in one.
    if (isFolder || dirname(root) === root) break;
  }
  throw new DryRunError("not a program", {
    en: `${path} is not a Pulumi program: it has no \`Pulumi.yaml\`.`,
    fr: `${path} n'est pas un programme Pulumi : il n'a pas de \`Pulumi.yaml\`.`,
  });
}

function readRuntime(runtime: unknown, file: YamlFile): Runtime {
  const name = isRecord(runtime) ? runtime["name"] : runtime;
  if (typeof name !== "string") {
    throw makeMalformedError(startOf(file.name), {
      en: "the project has no `runtime`",
      fr: "le projet n'a pas de `runtime`",
    });
  }
  const options = (isRecord(runtime) && isRecord(runtime["options"]) && runtime["options"]) || {};
  switch (name) {
    case "nodejs": {
      const tsconfig = readText(options["tsconfig"]);
      return {
        name,
        nodeArguments: splitWords(readText(options["nodeargs"]) ?? ""),
        typescript: options["typescript"] !== false,
        ...(tsconfig !== undefined && { tsconfig }),
      };
    }
    case "python": {
      const { toolchain } = options;
      const virtualenv = readText(options["virtualenv"]);
      return {
        name,
        toolchain: toolchain === "poetry" || toolchain === "uv" ? toolchain : "pip",
        ...(virtualenv !== undefined && { virtualenv }),
      };
    }
    case "go": {
      const binary = readText(options["binary"]);
      return { name, ...(binary !== undefined && { binary }) };
    }
    default:
      throw otherRuntime(name);
  }
}

const RUNTIMES: readonly Runtime["name"][] = ["nodejs", "python", "go"];

function otherRuntime(name: string): DryRunError {
  const accepted = RUNTIMES.map((each) => `\`${each}\``).join(", ");
  return new DryRunError(
    "runtime",
    {
      en: `A dry run cannot run a \`${name}\` program, only ${accepted}; give it the output of \`pulumi preview --json\` with \`--preview\`.`,
      fr: `Un essai à blanc ne peut pas exécuter un programme \`${name}\`, seulement ${accepted} ; donnez-lui la sortie de \`pulumi preview --json\` avec \`--preview\`.`,
    },
    { property: "runtime", accepted: RUNTIMES },
  );
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

// A program in a file runs in the file's folder, as Pulumi itself has it.
function locateEntry(root: string, main: string | undefined, fileName: string) {
  if (main === undefined || main === "") return { workingFolder: root, entry: "." };
  const path = resolve(root, main);
  if (path !== root && !path.startsWith(root + sep)) {
    throw makeMalformedError(startOf(fileName), {
      en: "`main` lies outside the project",
      fr: "`main` est hors du projet",
    });
  }
  if (!existsSync(path)) {
    throw makeMalformedError(startOf(fileName), {
      en: `\`main\` is \`${main}\`, which does not exist`,
      fr: `\`main\` vaut \`${main}\`, qui n'existe pas`,
    });
  }
  if (statSync(path).isDirectory()) return { workingFolder: path, entry: "." };
  return { workingFolder: dirname(path), entry: basename(path) };
}

function splitWords(text: string): string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ""),
  );
}

/** The names of the stacks that have a configuration file, sorted. */
export function listStackNames({ root, stackFolder }: Project): string[] {
  const folder = join(root, stackFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1] ?? [])
    .sort();
}

function startOf(file: string) {
  return { file, line: 1, column: 1 };
}

/** The entries of a map in a file, with the offsets of their keys. */
export function readYamlEntries(file: YamlFile, key: string): { key: string; value: unknown; offset: number }[] {
  const map = file.document.get(key);
  if (!isMap(map)) return [];
  return map.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const value: unknown = file.document.getIn([key, pair.key.value]);
    const plain: unknown = isNode(value) ? value.toJS(file.document) : value;
    return [{ key: String(pair.key.value), value: plain, offset: pair.key.range?.[0] ?? 0 }];
  });
}

function isNode(value: unknown): value is { toJS(document: YamlFile["document"]): unknown } {
  return typeof value === "object" && value !== null && "toJS" in value;
}
