import { makeUrn, nameOfUrn, type Position, type Resource, typeOfUrn, type Values } from "../stack";
import { packageOf, providerType } from "./package";
import { type Marks, readValues } from "../stack/wire";

/** A package as a program asks for it. */
export interface PackageRequest {
  readonly name: string;
  /** Empty when the program leaves it to the engine. */
  readonly version: string;
  readonly downloadUrl: string;
}

/** What default providers are made from. */
export interface DefaultProviderInput {
  readonly project: string;
  readonly stack: string;
  /** Stack configuration by full key, `outscale:region`. */
  readonly config: Readonly<Record<string, string>>;
  /** The keys whose values are secret. */
  readonly secretKeys?: readonly string[];
  /** Where a key is set. */
  readonly configPosition: (key: string) => Position | undefined;
}

/** The provider Pulumi makes for the resources of a package that name none, from the stack's configuration. */
export function makeDefaultProvider(request: PackageRequest, settings: DefaultProviderInput, marks: Marks): Resource {
  const { project, stack } = settings;
  const urn = makeUrn(stack, project, undefined, providerType(request.name), makeDefaultName(request));
  const provider = makeConfiguredProvider(urn, settings, marks);
  return { ...provider, inputs: { ...provider.inputs, ...pluginInputs(request) } };
}

/** What the engine writes among the inputs of a provider of the plugin that it takes. */
export function pluginInputs({ version, downloadUrl }: PackageRequest): Values {
  return { ...(version !== "" && { version }), ...(downloadUrl !== "" && { pluginDownloadURL: downloadUrl }) };
}

/** A default provider by its urn: its inputs are what the stack's configuration says of its package. */
export function makeConfiguredProvider(
  urn: string,
  { config, configPosition, secretKeys = [] }: Pick<DefaultProviderInput, "config" | "configPosition" | "secretKeys">,
  marks: Marks,
): Resource {
  const type = typeOfUrn(urn);
  const prefix = `${packageOf(type)}:`;
  const written = Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
  const position = configPosition(`${prefix}region`);
  const secretPaths = Object.keys(written).filter((name) => secretKeys.includes(prefix + name));
  return {
    urn,
    type,
    name: nameOfUrn(urn),
    inputs: readValues(written, marks),
    written: true,
    dependencies: [],
    propertyDependencies: {},
    secretPaths,
    ...(secretPaths.length > 0 && { secretTexts: secretPaths.flatMap((name) => written[name] ?? []) }),
    protect: false,
    retainOnDelete: false,
    ...(position && { position }),
  };
}

function makeDefaultName({ version, downloadUrl }: PackageRequest): string {
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
