import { existsSync } from "node:fs";
import { join } from "node:path";
import { DryRunError, type DryRunLimit, type Placeholders } from "../dryrun";
import type { Position } from "../stack";
import { readYamlEntries, listStackNames, type Project } from "./project";
import { isRecord } from "./record";
import { positionIn, readYamlFile, type YamlFile } from "./yaml-file";

/** What a stack's configuration says. */
export interface StackSettings {
  readonly stack: string;
  readonly organization: string;
  /** By full key, `outscale:region`; what is encrypted holds a placeholder. */
  readonly config: Readonly<Record<string, string>>;
  /** The keys that hold an encrypted value, sorted. */
  readonly secretKeys: readonly string[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly limits: readonly DryRunLimit[];
}

/**
 * Reads the configuration of a stack: by default the only one that has a file, else `dev`.
 * @throws {DryRunError} when stacks have files and this one has none
 */
export function readStackSettings(
  project: Project,
  named: string | undefined,
  placeholders: Placeholders,
): StackSettings {
  const { organization, stack } = chooseStack(project, named);
  const config: Record<string, string> = {};
  const secretKeys = new Set<string>();
  const positions = new Map<string, Position>();
  const file = stackFile(project, stack);

  for (const { key, value, offset } of readYamlEntries(project.file, "config")) {
    const given = projectValue(value);
    if (given !== undefined) set(project.file, key, given, offset);
  }
  if (file) for (const { key, value, offset } of readYamlEntries(file, "config")) set(file, key, value, offset);

  return {
    stack,
    organization,
    config,
    secretKeys: [...secretKeys].sort(),
    positions,
    limits: file ? listEnvironments(file).map((name) => ({ kind: "environment", name })) : [],
  };

  function set(source: YamlFile, key: string, value: unknown, offset: number): void {
    const full = fullKey(project.name, key);
    const origin = `config.${full.startsWith(`${project.name}:`) ? full.slice(project.name.length + 1) : full}`;
    // The stack's own file replaces what the project's says.
    secretKeys.delete(full);
    const plain = decrypted(value);
    config[full] = typeof plain === "string" ? plain : plain === null ? "" : JSON.stringify(plain);
    positions.set(full, positionIn(source, offset));

    function decrypted(part: unknown): unknown {
      if (Array.isArray(part)) return part.map(decrypted);
      if (!isRecord(part)) return part;
      const names = Object.keys(part);
      if (names.length === 1 && names[0] === "secure" && typeof part["secure"] === "string") {
        secretKeys.add(full);
        return placeholders.make(origin);
      }
      return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, decrypted(inner)]));
    }
  }
}

function chooseStack(project: Project, named: string | undefined): { organization: string; stack: string } {
  const names = listStackNames(project);
  const [only] = names;
  const parts = (named ?? (only !== undefined && names.length === 1 ? only : "dev")).split("/");
  const stack = parts.at(-1) ?? "dev";
  if (names.length > 0 && !names.includes(stack)) throw unknownStack(stack, names);
  return { stack, organization: parts.length > 1 ? (parts[0] ?? "organization") : "organization" };
}

function unknownStack(stack: string, names: readonly string[]): DryRunError {
  const accepted = names.map((name) => `\`${name}\``).join(", ");
  return new DryRunError(
    "unknown stack",
    {
      en: `There is no \`Pulumi.${stack}.yaml\`; the stacks of this program are ${accepted}: choose one with \`--stack\`.`,
      fr: `Il n'y a pas de \`Pulumi.${stack}.yaml\` ; les stacks de ce programme sont ${accepted} : choisissez-en une avec \`--stack\`.`,
    },
    { property: "--stack", accepted: names },
  );
}

function stackFile({ root, stackFolder }: Project, stack: string): YamlFile | undefined {
  const names = [`Pulumi.${stack}.yaml`, `Pulumi.${stack}.yml`];
  const name = names.find((each) => existsSync(join(root, stackFolder, each)));
  if (name === undefined) return undefined;
  return readYamlFile(join(root, stackFolder, name), join(stackFolder, name).replaceAll("\\", "/"));
}

// `Pulumi.yaml` may declare a type and a default instead of a value.
function projectValue(value: unknown): unknown {
  if (!isRecord(value)) return value ?? undefined;
  if ("value" in value) return value["value"];
  return "default" in value ? value["default"] : undefined;
}

function fullKey(project: string, key: string): string {
  const [namespace = "", ...rest] = key.split(":");
  if (rest.length === 0) return `${project}:${namespace}`;
  return rest[0] === "config" && rest.length > 1 ? `${namespace}:${rest.slice(1).join(":")}` : key;
}

function listEnvironments({ document }: YamlFile): string[] {
  const { environment }: { environment?: unknown } = (document.toJS() ?? {}) as object;
  const list = isRecord(environment) ? environment["imports"] : environment;
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}
