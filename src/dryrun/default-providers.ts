import type { Position, Resource, Value } from "../stack";
import { providerType } from "./package";
import { makeUrn } from "./urn";
import { readValues } from "./wire";
import type { Placeholders } from "./placeholder";

/** A package as a program asks for it. */
export interface PackageRequest {
  readonly name: string;
  /** Empty when the program leaves it to the engine. */
  readonly version: string;
  readonly downloadUrl: string;
}

/** What default providers are made from. */
export interface StackSettings {
  readonly project: string;
  readonly stack: string;
  /** Stack configuration by full key, `outscale:region`. */
  readonly config: Readonly<Record<string, string>>;
  /** Where a key is set. */
  readonly configPosition: (key: string) => Position | undefined;
}

/** The provider Pulumi makes for the resources of a package that name none, from the stack's configuration. */
export function defaultProvider(
  request: PackageRequest,
  { project, stack, config, configPosition }: StackSettings,
  placeholders: Placeholders,
): Resource {
  const type = providerType(request.name);
  const name = defaultName(request);
  const prefix = `${request.name}:`;
  const written = Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
  const inputs: Record<string, Value> = { ...readValues(written, placeholders) };
  if (request.version !== "") inputs["version"] = request.version;
  const position = configPosition(`${prefix}region`);
  return {
    urn: makeUrn(stack, project, undefined, type, name),
    type,
    name,
    inputs,
    written: true,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    retainOnDelete: false,
    ...(position && { position }),
  };
}

function defaultName({ version, downloadUrl }: PackageRequest): string {
  const parts = ["default", ...version.split(/[.\-+]/), downloadUrl.replaceAll(/[^\w]/g, "_")];
  return parts.filter((part) => part !== "").join("_");
}

/** Whether the stack's configuration forbids the default provider of a package. */
export function isDefaultProviderDisabled(name: string, config: Readonly<Record<string, string>>): boolean {
  const disabled = config["pulumi:disable-default-providers"] ?? "";
  if (name === "pulumi" || disabled === "") return false;
  const names = [...disabled.matchAll(/"([^"]*)"/g)].map(([, found = ""]) => found.trim());
  return names.includes("*") || names.includes(name);
}
