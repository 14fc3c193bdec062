import { any, type Reference, referrers, type Resource, some, type UnseenPart } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import type { System } from "../provider/system";
import { isSet, knownAt } from "../provider/view";

export const BUCKET_TYPES = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws-native:s3:Bucket",
  "minio:index/s3Bucket:S3Bucket",
] as const;

/** How other resources name a bucket, by its name or its id, which are one. */
export function toBucket(path: string): Reference {
  return { path, types: BUCKET_TYPES, by: "bucket" };
}

type Test = (resource: Resource) => boolean;

/** What a bucket may have: written on itself, or by a resource of its own. */
export interface Feature {
  readonly own: readonly Test[];
  /** The types of the resources that give it, and when such a one does. */
  readonly apart: { readonly types: readonly string[]; readonly gives: Test };
  readonly what: UnseenPart["what"];
}

export const VERSIONING: Feature = {
  own: [
    says("versioning.enabled", "true"),
    says("versionings[0].enabled", "true"),
    says("versioningConfiguration.status", "enabled"),
  ],
  apart: {
    types: [...ofAws("BucketVersioning"), "minio:index/s3BucketVersioning:S3BucketVersioning"],
    gives: says("versioningConfiguration.status", "enabled"),
  },
  what: { en: "the versioning of this bucket", fr: "la gestion des versions de ce bucket" },
};

export const LOCK: Feature = {
  own: [
    says("objectLockEnabled", "true"),
    says("objectLockConfiguration.objectLockEnabled", "enabled"),
    says("objectLocking", "true"),
  ],
  apart: { types: ofAws("BucketObjectLockConfiguration"), gives: () => true },
  what: { en: "the object lock of this bucket", fr: "le verrouillage d'objets de ce bucket" },
};

export const ENCRYPTION: Feature = {
  own: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations", "bucketEncryption"].map(
    (path) => (resource: Resource) => isSet(resource, path),
  ),
  apart: {
    types: [
      ...ofAws("BucketServerSideEncryptionConfiguration"),
      "minio:index/s3BucketServerSideEncryption:S3BucketServerSideEncryption",
    ],
    gives: () => true,
  },
  what: { en: "the encryption of this bucket", fr: "le chiffrement de ce bucket" },
};

/**
 * Whether a bucket has a feature.
 * @throws {Undecided} when it is not certain to, and may
 */
export function hasFeature(system: System, bucket: Resource, { own, apart, what }: Feature): boolean {
  return any(
    () => some(own, (test) => test(bucket)),
    () => referrers(system, bucket, apart.types, toBucket("bucket")).some(apart.gives),
    () => isInAnotherPart(system, bucket, what),
  );
}

/** The type of a resource of the AWS provider, in the spelling of each of its versions. */
export function ofAws(name: string): string[] {
  return [name, `${name}V2`].map((each) => `aws:s3/b${each.slice(1)}:${each}`);
}

function says(path: string, wanted: string): Test {
  return (resource) => {
    const written = knownAt(resource, path);
    return typeof written !== "object" && String(written).toLowerCase() === wanted;
  };
}
