import {
  all,
  any,
  certainly,
  every,
  ifKnown,
  reference,
  referredName,
  referrers,
  type Resource,
  some,
  SubjectOf,
  UnreadableValue,
  valueAt,
} from "../../stack";
import { matchesGlob } from "../grouping/names";
import { AddressSet } from "../openings/address-set";
import { coveredPublicSpaces } from "../openings/public-space";
import { addressesOf } from "../provider/addresses";
import type { System } from "../provider/system";
import { elementPaths, knownAt } from "../provider/view";
import { s3EndpointOf } from "./bucket-endpoint";
import { BUCKET_TYPES, ofAws, toBucket } from "./bucket-features";
import { type Condition, type IamStatement, type Scope, statementsAt } from "./iam-document";
import { fitsStrangers } from "./iam-document-callers";

/** The resources that say who reaches a bucket, beside the bucket itself. */
const APART = [
  ...ofAws("BucketAcl"),
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws-native:s3:BucketPolicy",
  "minio:index/s3BucketPolicy:S3BucketPolicy",
];

/** The buckets of other clouds, and what says who reaches them, where an ACL or a policy spells it as S3 does. */
const OTHERS = [
  ...["alicloud:oss/bucket:Bucket", "alicloud:oss/bucketAcl:BucketAcl", "alicloud:oss/bucketPolicy:BucketPolicy"],
  ...["digitalocean:index/spacesBucket:SpacesBucket", "linode:index/objectStorageBucket:ObjectStorageBucket"],
  "digitalocean:index/spacesBucketPolicy:SpacesBucketPolicy",
  ...["scaleway:index/objectBucket:ObjectBucket", "scaleway:object/bucket:Bucket"],
  ...["scaleway:index/objectBucketAcl:ObjectBucketAcl", "scaleway:object/bucketAcl:BucketAcl"],
  ...["scaleway:index/objectBucketPolicy:ObjectBucketPolicy", "scaleway:object/bucketPolicy:BucketPolicy"],
];

/** What keeps a bucket of AWS closed, whatever its ACL or its policy says. */
const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const BLOCKING: Readonly<Record<AccessGrant["by"], string>> = {
  ACL: "ignorePublicAcls",
  grant: "ignorePublicAcls",
  policy: "restrictPublicBuckets",
};

/** A property that may open a bucket to everybody. */
interface AccessGrant {
  readonly path: string;
  readonly by: "ACL" | "grant" | "policy";
  /** @throws {Undecided} when that is not known, or cannot be read */
  readonly isOpen: () => boolean;
}

function patternsOf({ patterns }: Scope): string[] {
  return patterns.flatMap((pattern) => ifKnown(pattern) ?? []);
}

/** What says who reaches a bucket: the bucket itself, or a resource for its ACL or its policy. */
export class BucketAccess extends SubjectOf {
  static readonly types = [...BUCKET_TYPES, ...APART, ...OTHERS];
  readonly system: System;

  constructor(resource: Resource, system: System) {
    super("resource", resource, "");
    this.system = system;
  }

  /** The bucket that a resource of its own is about, by the name that the program gives it. */
  override get identity(): string | undefined {
    return APART.includes(this.resource.type) ? referredName(this.resource, "bucket") : undefined;
  }

  /**
   * Whether a block of public access keeps closed what an ACL or a policy opens. AWS has them; Outscale's object storage
   * is not known to.
   * @throws {Undecided} when one is there, and where the bucket lies is not known
   */
  isBlocked(by: AccessGrant["by"]): boolean {
    const { system } = this;
    if (system.ofTypes([BLOCK]).length === 0) return false;
    const bucket = this.#bucket();
    const blocks = (block: Resource) => knownAt(block, BLOCKING[by]) === true;
    return all(
      () => bucket !== undefined && referrers(system, bucket, [BLOCK], toBucket("bucket")).some(blocks),
      () => s3EndpointOf(system, this.resource).isAws(),
    );
  }

  /**
   * Whether the settings name its bucket as one for everybody, by its name in the program or in object storage.
   * @throws {UnknownValue} when they name some, and its own name is not known
   */
  isMeantForEverybody(): boolean {
    const { publicBuckets } = this.system.settings;
    if (publicBuckets.length === 0) return false;
    return some(this.#names(), (name) => publicBuckets.some((glob) => matchesGlob(name(), glob)));
  }

  /** All that may open the bucket to everybody. */
  ways(): AccessGrant[] {
    const { resource } = this;
    const at = (paths: readonly string[]) => paths.filter((path) => valueAt(resource.inputs, path) !== undefined);
    return [
      ...at(["acl", "accessControl"]).map((path): AccessGrant => ({
        path,
        by: "ACL",
        isOpen: () => isPublicAcl(resource, path),
      })),
      ...["grants", "accessControlPolicy.grants"]
        .flatMap((list) => elementPaths(resource.inputs, list))
        .map((path): AccessGrant => ({ path, by: "grant", isOpen: () => isPublicGrant(resource, path) })),
      ...at(["policy", "policyDocument"]).map((path): AccessGrant => ({
        path,
        by: "policy",
        isOpen: () => isPublicPolicy(resource, path),
      })),
    ];
  }

  /** What the policy at a path lets everybody do, as far as that is known: `s3:GetObject`, or all but some actions. */
  publicActions(path: string): Readonly<Record<"isAllBut" | "actions" | "resources", boolean | readonly string[]>>[] {
    const open = ifKnown(() => statementsAt(this.resource, path).filter((each) => certainly(() => isPublic(each))));
    return (open ?? []).flatMap((statement) => {
      const [scope, on] = [ifKnown(() => statement.actions()), ifKnown(() => statement.resources())];
      if (!scope) return [];
      return [{ isAllBut: scope.isAllBut, actions: patternsOf(scope), resources: on ? patternsOf(on) : [] }];
    });
  }

  /** The bucket, where it is the stack's. */
  #bucket(): Resource | undefined {
    if (!APART.includes(this.resource.type)) return this.resource;
    const target = reference(this.system, this.resource, toBucket("bucket"));
    return target && "resource" in target ? target.resource : undefined;
  }

  #names(): (() => string)[] {
    if (!APART.includes(this.resource.type)) return namesOf(this.resource);
    const target = reference(this.system, this.resource, toBucket("bucket"));
    if (target === undefined) return [];
    return "resource" in target ? namesOf(target.resource) : [() => target.outside];
  }
}

function namesOf(bucket: Resource): (() => string)[] {
  return [() => bucket.name, () => textAt(bucket, "bucket"), () => textAt(bucket, "bucketName")];
}

/** @throws {Undecided} when it is not known, or is no text */
function textAt(resource: Resource, path: string): string {
  const text = knownAt(resource, path) ?? "";
  if (typeof text === "object") throw new UnreadableValue(resource, path, NO_TEXT);
  return String(text).trim();
}

const NO_TEXT = { en: "a value that is no text", fr: "une valeur qui n'est pas un texte" };

/** `public-read`, `publicReadWrite`, MinIO's `public`; `authenticated-read` is for everybody who has an account. */
function isPublicAcl(resource: Resource, path: string): boolean {
  return /^(?:public|authenticated-?read)/i.test(textAt(resource, path));
}

const GROUPS = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/** A grantee is a part of its own in the ACLs that stand apart. */
function isPublicGrant(resource: Resource, path: string): boolean {
  return some([`${path}.uri`, `${path}.grantee.uri`], (uri) => GROUPS.test(textAt(resource, uri)));
}

function isPublicPolicy(resource: Resource, path: string): boolean {
  return some(statementsAt(resource, path), isPublic);
}

/** Whether a statement allows something to everybody. */
function isPublic(statement: IamStatement): boolean {
  return all(
    () => statement.isAllow(),
    () => statement.isForEverybody(),
    () => !limitsCallers(statement),
  );
}

/** @throws {Undecided} when no condition certainly leaves callers out, and one may */
function limitsCallers(statement: IamStatement): boolean {
  return some(statement.conditions(), saysWhoCalls);
}

/** The keys by which a condition speaks of the request: anybody can make one that passes. */
const OF_REQUESTS = /^(?:s3:|aws:(?:securetransport|currenttime|epochtime|useragent|referer|requestedregion)$)/;
const SOURCE_ADDRESS = "aws:sourceip";
/** Who has no name passes: only the address that a call comes from is always there. */
const PASSES_NAMELESS = /^forallvalues:|ifexists$/i;

/** Whether a condition leaves some callers out by who they are, or where they call from. */
function saysWhoCalls({ operator, key, values, unreadable }: Condition): boolean {
  // Who is only not somebody, or has no name, is everybody else.
  if (OF_REQUESTS.test(key) || /not|^null$/i.test(operator)) return false;
  if (key !== SOURCE_ADDRESS) {
    return !PASSES_NAMELESS.test(operator) && every(values, (value) => !fitsStrangers(value()));
  }
  return !any(
    () => some(values, (value) => isEverywhere([value()], unreadable)),
    () =>
      isEverywhere(
        values.map((value) => value()),
        unreadable,
      ),
  );
}

/**
 * Whether ranges are the whole Internet, together.
 * @throws {UnreadableValue} when those that can be read are not, and one cannot
 */
function isEverywhere(ranges: readonly string[], unreadable: Condition["unreadable"]): boolean {
  const addresses = ranges.map(addressesOf);
  const isEvery = coveredPublicSpaces(AddressSet.of(addresses.flatMap((each) => each ?? []))).length > 0;
  if (isEvery || ranges.some((range) => /^\s*\*+\s*$/.test(range))) return true;
  if (addresses.includes(undefined)) throw unreadable(NO_RANGE);
  return false;
}

const NO_RANGE = {
  en: "a statement whose `Condition` names what is no range of addresses",
  fr: "une déclaration dont `Condition` nomme ce qui n'est pas une plage d'adresses",
};
