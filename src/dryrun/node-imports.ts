import { existsSync, readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, sep } from "node:path";
import { RUNS_OTHERS } from "./harmless-names";

/** Where a name of a program comes from: a package that makes no resource, Pulumi's SDK, a provider, or elsewhere. */
export type Origin = "harmless" | "pulumi" | "provider" | "own";

const IMPORT =
  /\bimport\s+(?:type\s+)?(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)\s*|\{([^{}]*)\}\s*)?from\s*["']([^"'\n]+)["']/g;
const REQUIRE =
  /(?:([\w$]+)\s*(?::[^=;\n]*)?|\{([^{}]*)\}\s*)=\s*(?:require|await\s+import)\s*\(\s*["']([^"'\n]+)["']\s*\)/g;

/** The names that a text imports, and from what; a name may be imported by several files from several modules. */
export function listImports(text: string): { readonly name: string; readonly from: string }[] {
  return [
    ...[...text.matchAll(IMPORT)].flatMap(([, one = "", all = "", some = "", from = ""]) =>
      [one, all, ...namesIn(some), compiledName(from)].map((name) => ({ name, from })),
    ),
    ...[...text.matchAll(REQUIRE)].flatMap(([, one = "", some = "", from = ""]) =>
      [one, ...namesIn(some)].map((name) => ({ name, from })),
    ),
  ].filter(({ name }) => name !== "");
}

/** The names in braces: `a`, `a as b`, `a: b`. */
function namesIn(braces: string): string[] {
  return braces.split(",").flatMap((each) => /([\w$]+)\s*$/.exec(each)?.[1] ?? []);
}

/** The name that TypeScript gives a module in what it compiles, without its number. */
function compiledName(from: string): string {
  return `${(from.split("/").at(-1) ?? from).replaceAll(/\W/g, "_")}_`;
}

/** The name that an import was given in a program: of one that was compiled, without its number. */
export function importedName(name: string, imported: ReadonlyMap<string, unknown>): string {
  return imported.has(name) ? name : name.replace(/_\d+$/, "_");
}

/** Where a module comes from, as a file of a folder imports it. */
export function originOf(specifier: string, folder: string): Origin {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return "own";
  if (isBuiltin(specifier)) return RUNS_OTHERS.has(specifier.replace("node:", "")) ? "own" : "harmless";
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (name === "@pulumi/pulumi") return "pulumi";
  if (name.startsWith("@pulumi/")) return "provider";
  const manifest = findManifest(name, folder);
  if (!manifest?.includes(`${sep}node_modules${sep}`)) return "own";
  return /"@pulumi\/|"pulumi"\s*:/.test(readFileSync(manifest, "utf8")) ? "provider" : "harmless";
}

function findManifest(name: string, within: string): string | undefined {
  for (let folder = within; ; folder = dirname(folder)) {
    const manifest = join(folder, "node_modules", name, "package.json");
    if (existsSync(manifest)) return realpathSync(manifest);
    if (dirname(folder) === folder) return undefined;
  }
}
