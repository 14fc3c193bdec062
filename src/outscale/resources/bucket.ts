import { any, isKept, type Resource, some, type Stack, SubjectOf } from "../../stack";
import { isProduction } from "../grouping/environment";
import { referring } from "../provider/referring";
import type { SharedSettings } from "../provider/settings";
import { knownAt } from "../provider/view";
import { s3EndpointOf, type S3Endpoint } from "./bucket-endpoint";
import { BUCKET_TYPES, ENCRYPTION, hasFeature, LOCK, toBucket, VERSIONING } from "./bucket-features";

/** A bucket; object storage has no resource of its own, other providers speak to it. */
export class Bucket extends SubjectOf {
  static readonly types = BUCKET_TYPES;
  readonly stack: Stack;

  constructor(resource: Resource, stack: Stack) {
    super("resource", resource, "");
    this.stack = stack;
  }

  /**
   * Where its provider makes it.
   * @throws {UnknownValue} when that is not known
   * @throws {UnreadableValue} when its provider names no endpoint
   */
  endpoint(): S3Endpoint {
    return s3EndpointOf(this.stack, this.resource);
  }

  /**
   * Whether it is in Outscale's object storage.
   * @throws {UnknownValue} when the endpoint of its provider is not known
   * @throws {UnreadableValue} when its provider names none
   */
  isOnOos(): boolean {
    return this.endpoint().isOos();
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }

  /** Whether it stays when it leaves the program. */
  isKept(): boolean {
    return isKept(this.resource);
  }

  /**
   * Whether former versions of its objects are kept; a lock on them asks for it.
   * @throws {Undecided} when that is not certain, and may be
   */
  isVersioned(shared: SharedSettings): boolean {
    return any(
      () => hasFeature(this.stack, this.resource, VERSIONING, shared),
      () => this.isLocked(shared),
    );
  }

  /** Whether objects can be kept from being deleted or overwritten. */
  isLocked(shared: SharedSettings): boolean {
    return hasFeature(this.stack, this.resource, LOCK, shared);
  }

  /** Whether object storage encrypts what it takes, without being asked with each object. */
  isEncrypted(shared: SharedSettings): boolean {
    return hasFeature(this.stack, this.resource, ENCRYPTION, shared);
  }

  /**
   * Whether the stack writes to it what only counts unchanged: exports of volumes and images, logs of load balancers.
   * @throws {UnknownValue} when nothing certainly does, and something may
   */
  takesEvidence(): boolean {
    return some(WRITERS, ({ types, path }) =>
      some(referring({ stack: this.stack }, this.resource, types, toBucket(path)), (writer) => isWriting(writer())),
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
