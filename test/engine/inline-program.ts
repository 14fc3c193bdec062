import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { parse } from "yaml";

/** Runs an unmodified program, and answers what it exports, as Pulumi's own host for Node programs takes it. */
export async function outputsOf(folder: string): Promise<Record<string, unknown>> {
  const project = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) as { main?: string };
  const requireFrom = createRequire(join(folder, "package.json"));
  forget(folder, requireFrom.cache);
  const loaded: unknown = requireFrom(join(folder, project.main ?? "."));
  const program = (loaded as { default?: unknown }).default ?? loaded;
  const outputs: unknown = typeof program === "function" ? await (program as () => unknown)() : loaded;
  return { ...(outputs as object) };
}

// A program makes its resources while its modules load, which they do once.
function forget(folder: string, cache: NodeJS.Require["cache"]): void {
  for (const file of Object.keys(cache)) if (file.startsWith(folder + sep)) Reflect.deleteProperty(cache, file);
}
