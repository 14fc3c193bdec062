import { requireVersionedBucket } from "../../policies/object-storage/require-versioned-bucket";
import { Unknown } from "../../src/stack";
import { aws, minio, oos, s3 } from "../support/buckets";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from, resource } from "../support/resources";

const bucket = (inputs: AnyInputs = {}) => s3("bucketV2:BucketV2", "files", { bucket: "files", ...inputs });
const versioning = (status: string, of: AnyInputs[string] = from(bucket())) =>
  s3("bucketVersioning:BucketVersioning", "versioning", { bucket: of, versioningConfiguration: { status } });
const versioned = { versionings: [{ enabled: true }] };
const log = resource("loadBalancerAttributes:LoadBalancerAttributes", "log", {
  loadBalancerName: "shop",
  accessLog: { isEnabled: true, osuBucketName: "files" },
});

const gone = "Versioning is not turned on: an object that is overwritten or deleted is gone.";
const unlocked =
  "Backups or logs are written to it, and nothing locks them: who may delete objects may delete all versions.";

policySuite(requireVersionedBucket, {
  compliant: [
    {
      name: "versioning, in each spelling",
      resources: [
        oos,
        bucket(versioned),
        s3("bucket:Bucket", "classic", { versioning: { enabled: true } }),
        s3("aws-native:s3:Bucket", "native", { versioningConfiguration: { status: "Enabled" } }),
      ],
    },
    {
      name: "versioning apart, by reference and by name",
      resources: [
        oos,
        bucket(),
        versioning("Enabled"),
        minio,
        s3("s3Bucket:S3Bucket", "minio", { bucket: "other" }, minio),
        s3(
          "s3BucketVersioning:S3BucketVersioning",
          "other",
          {
            bucket: "other",
            versioningConfiguration: { status: "Enabled" },
          },
          minio,
        ),
      ],
    },
    {
      name: "backups and logs under a lock",
      resources: [
        oos,
        log,
        bucket({ objectLockEnabled: true }),
        s3("bucketV2:BucketV2", "exports", { bucket: "exports" }),
        s3("bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "lock", {
          bucket: "exports",
        }),
        resource("snapshotExportTask:SnapshotExportTask", "export", { osuExports: [{ osuBucket: "exports" }] }),
      ],
    },
  ],
  violation: [
    {
      name: "no versioning, by default and suspended",
      resources: [oos, bucket(), s3("bucket:Bucket", "more"), versioning("Suspended")],
      findings: [`resource more : ${gone}`, `resource files : ${gone}`],
      needs: ["oos.endpoints[0].s3", "versioning.versioningConfiguration.status"],
    },
    {
      name: "logs without a lock",
      resources: [oos, bucket(versioned), log],
      findings: [`resource files : ${unlocked}`],
      needs: [
        "oos.endpoints[0].s3",
        "files.versionings[0].enabled",
        "files.bucket",
        "log.accessLog.osuBucketName",
        "log.accessLog.isEnabled",
      ],
    },
    {
      name: "exports without a lock",
      resources: [
        oos,
        bucket(versioned),
        resource("snapshotExportTask:SnapshotExportTask", "export", { osuExports: [{ osuBucket: from(bucket()) }] }),
      ],
      findings: [`resource files : ${unlocked}`],
      needs: ["oos.endpoints[0].s3", "files.versionings[0].enabled"],
    },
  ],
  undetermined: [
    {
      name: "versioning of one bucket or another, and a status that is not known",
      resources: [oos, bucket(), versioning("Enabled", new Unknown())],
      reasons: ['files: `bucket` of "versioning" is not known before deployment.'],
    },
    {
      name: "versioning that another part of the system may turn on",
      resources: [oos, bucket()],
      shared: { part: { of: "shop", siblings: ["shop-storage"] } },
      reasons: [
        "files: Another part of shop (shop-storage) may have the versioning of this bucket, and was not given.",
      ],
    },
    {
      name: "a bucket whose provider names no endpoint",
      resources: [aws(), bucket()],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [
    { name: "a bucket for tests", resources: [oos, bucket({ tags: { environment: "test" } })] },
    { name: "a bucket elsewhere", resources: [aws([{ s3: "https://s3.example.com" }]), bucket()] },
  ],
});
