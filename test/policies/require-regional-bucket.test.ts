import { requireRegionalBucket } from "../../policies/object-storage/require-regional-bucket";
import { Unknown } from "../../src/stack";
import { aws, minio, oos, s3 } from "../support/buckets";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const endpoint = "https://oos.cloudgouv-eu-west-1.outscale.com";

policySuite(requireRegionalBucket, {
  compliant: [
    { name: "the region's endpoint", resources: [oos, s3("bucketV2:BucketV2", "files")] },
    {
      name: "the same as JSON text, among others, its provider with an id",
      resources: [
        aws(JSON.stringify([{ ec2: "https://fcu.example.com" }, { s3: endpoint }])),
        { ...s3("bucket:Bucket", "files"), provider: `${oos.urn}::id` },
      ],
    },
    { name: "MinIO's provider over TLS", resources: [minio, s3("s3Bucket:S3Bucket", "files", {}, minio)] },
    {
      name: "the region that the settings name",
      resources: [aws([{ s3: "https://oos.eu-west-2.outscale.com" }]), s3("bucket:Bucket", "files")],
      shared: { region: "eu-west-2" },
    },
  ],
  violation: [
    {
      name: "another region's endpoint, in clear",
      resources: [aws([{ s3: "http://oos.eu-west-2.outscale.com" }]), s3("bucketV2:BucketV2", "files")],
      findings: [
        "resource files provider: Its provider makes it in the object storage of eu-west-2.",
        "resource files provider: Its provider speaks to object storage over plain HTTP.",
      ],
      needs: ["oos.endpoints[0].s3"],
    },
    {
      name: "an endpoint that is none of Outscale's",
      resources: [aws([{ s3: "https://s3.eu-west-3.amazonaws.com" }]), s3("bucket:Bucket", "files")],
      findings: ["resource files provider: Its provider's S3 endpoint is none of Outscale's object storage."],
      needs: ["oos.endpoints[0].s3"],
    },
    {
      name: "a region of AWS and no endpoint, of the provider or of the bucket itself",
      resources: [
        aws(undefined, "oos", { region: "eu-west-3" }),
        s3("bucket:Bucket", "files"),
        aws(undefined, "other"),
        s3("bucket:Bucket", "more", { region: "eu-west-2" }, aws(undefined, "other")),
      ],
      findings: [
        "resource files provider: Its provider's S3 endpoint is none of Outscale's object storage.",
        "resource more provider: Its provider's S3 endpoint is none of Outscale's object storage.",
      ],
      needs: ["oos.region", "more.region"],
    },
    {
      name: "MinIO's provider without TLS",
      resources: [
        { ...minio, inputs: { minioServer: "oos.cloudgouv-eu-west-1.outscale.com", minioSsl: "false" } },
        s3("s3Bucket:S3Bucket", "files", {}, minio),
      ],
      findings: ["resource files provider: Its provider speaks to object storage over plain HTTP."],
      needs: ["minio.minioServer", "minio.minioSsl"],
    },
  ],
  undetermined: [
    {
      name: "a provider that names no endpoint, and none",
      resources: [aws(), s3("bucket:Bucket", "files"), resource("aws-native:s3:Bucket", "lone")],
      reasons: [
        "files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint.",
        "lone: `provider` cannot be judged: a bucket whose provider names no S3 endpoint.",
      ],
    },
    {
      name: "a region that only Outscale has, with no endpoint",
      resources: [aws(undefined, "oos", { region: "cloudgouv-eu-west-1" }), s3("bucket:Bucket", "files")],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
    {
      name: "an endpoint, and endpoints, that are not known",
      resources: [
        aws([{ s3: new Unknown() }]),
        s3("bucket:Bucket", "files"),
        aws(new Unknown(), "other"),
        s3("bucket:Bucket", "more", {}, aws([], "other")),
      ],
      reasons: [
        'files: `endpoints[0].s3` of "oos" is not known before deployment.',
        'more: `endpoints` of "other" is not known before deployment.',
      ],
    },
  ],
  notApplicable: [{ name: "a provider without buckets", resources: [oos, aws()] }],
});
