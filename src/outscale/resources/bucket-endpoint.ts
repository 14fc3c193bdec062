import { type Resource, Unknown, UnknownValue, UnreadableValue, type Value, valueAt } from "../../stack";
import { decodeSetting } from "../provider/provider";
import { regionOfEndpoint } from "../provider/region";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";

const MINIO = "pulumi:providers:minio";

/** The providers that make buckets, with where each says which endpoint it speaks to. */
const PROVIDERS: Readonly<Record<string, (inputs: Readonly<Record<string, Value>>) => readonly string[]>> = {
  "pulumi:providers:aws": endpointPaths,
  "pulumi:providers:aws-native": endpointPaths,
  [MINIO]: () => [MINIO_SERVER],
};
const MINIO_SERVER = "minioServer";
const MINIO_TLS = "minioSsl";

const OOS = /^(?:[a-z0-9]+:\/\/)?oos\.[a-z0-9-]+\.outscale\.(?:com|hk)(?::\d+)?(?:\/|$)/i;
const AWS = /\.amazonaws\.com(?:\.cn)?(?::\d+)?(?:\/|$)/i;
/** The regions of AWS. Some of Outscale's have the same names; its endpoint is what a program must name to get there. */
const AWS_REGION =
  /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov)-(?:central|north|south|east|west|(?:north|south)(?:east|west))-\d$/;
const NO_ENDPOINT = {
  en: "a bucket whose provider names no S3 endpoint",
  fr: "un bucket dont le fournisseur ne nomme aucun endpoint S3",
};

function endpointPaths(inputs: Readonly<Record<string, Value>>): string[] {
  return elementPaths(inputs, "endpoints").map((path) =>
    valueAt(inputs, path) instanceof Unknown ? path : `${path}.s3`,
  );
}

/** Where a provider's buckets are made. */
export class S3Endpoint {
  readonly #provider: Resource;
  readonly #text: string;

  constructor(provider: Resource, text: string) {
    this.#provider = provider;
    this.#text = text;
  }

  /** Whether it is Outscale's object storage. */
  isOos(): boolean {
    return OOS.test(this.#text);
  }

  /** Whether it is AWS's. */
  isAws(): boolean {
    return AWS.test(this.#text);
  }

  /** The region whose object storage it is; `undefined` elsewhere. */
  region(): string | undefined {
    return this.isOos() ? regionOfEndpoint(this.#text) : undefined;
  }

  /**
   * Whether what is sent there is encrypted.
   * @throws {UnknownValue} when a setting that would say is not known
   */
  usesTls(): boolean {
    const [, scheme] = /^([a-z0-9]+):\/\//i.exec(this.#text) ?? [];
    if (scheme !== undefined) return scheme.toLowerCase() === "https";
    // MinIO's provider has a setting for what others write before the host.
    if (this.#provider.type !== MINIO) return true;
    const written = this.#provider.inputs[MINIO_TLS];
    if (written instanceof Unknown) throw new UnknownValue(this.#provider, MINIO_TLS, { value: written });
    return written === true || written === "true";
  }
}

/**
 * The endpoint that a bucket, or a resource that says more of one, is made at. A provider that names none, and a region of
 * AWS, speaks to AWS.
 * @throws {UnknownValue} when it is not known
 * @throws {UnreadableValue} when the provider names neither
 */
export function s3EndpointOf(system: System, resource: Resource): S3Endpoint {
  const provider = providerOf(system, resource);
  if (!provider) throw new UnreadableValue(resource, "provider", NO_ENDPOINT);
  const inputs = decodeSetting(provider.inputs);
  const written = (PROVIDERS[provider.type]?.(inputs) ?? []).map((path) => ({ path, value: valueAt(inputs, path) }));
  const found = written.find(({ value }) => typeof value === "string" && value !== "");
  if (typeof found?.value === "string") return new S3Endpoint(provider, found.value);
  const hidden = written.find(({ value }) => value instanceof Unknown);
  if (hidden?.value instanceof Unknown) throw new UnknownValue(provider, hidden.path, { value: hidden.value });
  if (provider.type === MINIO) throw new UnreadableValue(resource, "provider", NO_ENDPOINT);
  for (const [holder, region] of [
    [resource, resource.inputs["region"]],
    [provider, inputs["region"]],
  ] as const) {
    if (region instanceof Unknown) throw new UnknownValue(holder, "region", { value: region });
    if (typeof region === "string" && AWS_REGION.test(region)) {
      return new S3Endpoint(provider, `https://s3.${region}.amazonaws.com`);
    }
  }
  throw new UnreadableValue(resource, "provider", NO_ENDPOINT);
}

function providerOf(system: System, { provider }: Resource): Resource | undefined {
  // Some doors add the provider's id to its urn.
  return system
    .ofTypes(Object.keys(PROVIDERS))
    .find(({ urn }) => provider === urn || provider?.startsWith(`${urn}::`) === true);
}
