import {
  isKept,
  type Resource,
  type Stack,
  SubjectOf,
  Unknown,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../stack";
import { isProduction } from "./environment";
import { decoded } from "./provider";
import type { SharedSettings } from "./settings";

/** The providers that make buckets, with the property that holds the endpoint they speak to. */
const ENDPOINT_PATHS: Readonly<Record<string, string>> = {
  "pulumi:providers:aws": "endpoints[0].s3",
  "pulumi:providers:minio": "minioServer",
};
const OOS = /^(?:[a-z0-9]+:\/\/)?oos\.[a-z0-9-]+\.outscale\.(?:com|hk)(?::\d+)?(?:\/|$)/i;
const NO_ENDPOINT = {
  en: "a bucket whose provider names no S3 endpoint",
  fr: "un bucket dont le fournisseur ne nomme aucun point d'accès S3",
};

/** A bucket; object storage has no resource of its own, other providers speak to it. */
export class Bucket extends SubjectOf {
  static readonly types = [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "minio:index/s3Bucket:S3Bucket",
  ] as const;
  readonly stack: Stack;

  constructor(resource: Resource, stack: Stack) {
    super("resource", resource, "");
    this.stack = stack;
  }

  /**
   * Whether it is in Outscale's object storage.
   * @throws {UnknownValue} when the endpoint of its provider is not known
   * @throws {UnreadableValue} when its provider names none
   */
  isOnOos(): boolean {
    const provider = this.#provider();
    const path = ENDPOINT_PATHS[provider?.type ?? ""] ?? "";
    const endpoint = provider && valueAt(decoded(provider.inputs), path);
    if (provider && endpoint instanceof Unknown) throw new UnknownValue(provider, path, { value: endpoint });
    if (typeof endpoint !== "string") throw new UnreadableValue(this.resource, "provider", NO_ENDPOINT);
    return OOS.test(endpoint);
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }

  /** Whether it stays when it leaves the program. */
  isKept(): boolean {
    return isKept(this.resource);
  }

  #provider(): Resource | undefined {
    const { provider } = this.resource;
    // Some doors add the provider's id to its urn.
    return this.stack
      .ofTypes(Object.keys(ENDPOINT_PATHS))
      .find(({ urn }) => provider === urn || provider?.startsWith(`${urn}::`) === true);
  }
}
