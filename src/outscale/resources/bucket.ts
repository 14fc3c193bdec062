import { any, isRetained, type Resource, some, SubjectOf, referrers } from "../../stack";
import { isProduction } from "../grouping/environment";
import type { System } from "../provider/system";
import { knownAt } from "../provider/view";
import { s3EndpointOf, type S3Endpoint } from "./bucket-endpoint";
import { BUCKET_TYPES, ENCRYPTION, hasFeature, LOCK, toBucket, VERSIONING } from "./bucket-features";

/** A bucket; object storage has no resource of its own, other providers speak to it. */
export class Bucket extends SubjectOf {
  static readonly types = BUCKET_TYPES;
  readonly system: System;

  constructor(resource: Resource, system: System) {
    super("resource", resource, "");
    this.system = system;
  }

  /**
   * Where its provider makes it.
   * @throws {UnknownValue} when that is not known
   * @throws {UnreadableValue} when its provider names no endpoint
   */
  endpoint(): S3Endpoint {
    return s3EndpointOf(this.system, this.resource);
  }

  /**
   * Whether it is in Outscale's object storage.
   * @throws {UnknownValue} when the endpoint of its provider is not known
   * @throws {UnreadableValue} when its provider names none
   */
  isOnOos(): boolean {
    return this.endpoint().isOos();
  }

  /** Whether it serves production. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => []);
  }

  /** Whether it stays when it leaves the program. */
  isKept(): boolean {
    return isRetained(this.resource);
  }

  /**
   * Whether former versions of its objects are kept; a lock on them asks for it.
   * @throws {Undecided} when that is not certain, and may be
   */
  isVersioned(): boolean {
    return any(
      () => hasFeature(this.system, this.resource, VERSIONING),
      () => this.isLocked(),
    );
  }

  /** Whether objects can be kept from being deleted or overwritten. */
  isLocked(): boolean {
    return hasFeature(this.system, this.resource, LOCK);
  }

  /** Whether object storage encrypts what it takes, without being asked with each object. */
  isEncrypted(): boolean {
    return hasFeature(this.system, this.resource, ENCRYPTION);
  }

  /**
   * Whether the stack writes to it what only counts unchanged: exports of volumes and images, logs of load balancers.
   * @throws {UnknownValue} when nothing certainly does, and something may
   */
  takesEvidence(): boolean {
    return some(WRITERS, ({ types, path }) =>
      referrers(this.system, this.resource, types, toBucket(path)).some(isWriting),
    );
  }
}

/** The resources that write to buckets, and where they name them. */
const WRITERS = [
  {
    types: ["outscale:index/imageExportTask:ImageExportTask", "outscale:index/snapshotExportTask:SnapshotExportTask"],
    path: "osuExports[0].osuBucket",
  },
  { types: ["outscale:index/loadBalancerAttributes:LoadBalancerAttributes"], path: "accessLog.osuBucketName" },
];

/** An access log is turned on, or is none. */
function isWriting(writer: Resource): boolean {
  return knownAt(writer, "accessLog.isEnabled") !== false;
}
