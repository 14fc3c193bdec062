import { requireEncryptedBucket } from "../../policies/object-storage/require-encrypted-bucket";
import { Unknown } from "../../src/stack";
import { aws, minio, oos, s3 } from "../support/buckets";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from } from "../support/resources";

const bucket = (inputs: AnyInputs = {}) => s3("bucketV2:BucketV2", "files", inputs);
const encryption = (of: AnyInputs[string]) =>
  s3("bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", "encryption", {
    bucket: of,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
const clear = "resource files : Nothing has object storage encrypt what is written to the bucket.";

policySuite(requireEncryptedBucket, {
  compliant: [
    { name: "encryption apart", resources: [oos, bucket(), encryption(from(bucket()))] },
    {
      name: "encryption of the bucket itself, in each spelling, known or not",
      resources: [
        oos,
        s3("bucket:Bucket", "classic", { serverSideEncryptionConfiguration: { rule: {} } }),
        bucket({ serverSideEncryptionConfigurations: new Unknown() }),
        s3("aws-native:s3:Bucket", "native", { bucketEncryption: { serverSideEncryptionConfiguration: [] } }),
      ],
    },
    {
      name: "MinIO's",
      resources: [
        minio,
        s3("s3Bucket:S3Bucket", "files", { bucket: "files" }, minio),
        s3("s3BucketServerSideEncryption:S3BucketServerSideEncryption", "encryption", { bucket: "files" }, minio),
      ],
    },
  ],
  violation: [
    {
      name: "nothing, whatever the environment",
      resources: [oos, bucket({ tags: { environment: "test" } })],
      findings: [clear],
      needs: ["oos.endpoints[0].s3"],
    },
    {
      name: "another bucket's encryption",
      resources: [oos, bucket({ bucket: "files" }), encryption("more")],
      findings: [clear],
      needs: ["oos.endpoints[0].s3", "files.bucket", "encryption.bucket"],
    },
  ],
  undetermined: [
    {
      name: "encryption of one bucket or another",
      resources: [oos, bucket(), encryption(new Unknown())],
      reasons: ['files: `bucket` of "encryption" is not known before deployment.'],
    },
    {
      name: "a bucket whose provider names no endpoint",
      resources: [aws(), bucket()],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [{ name: "a bucket elsewhere", resources: [aws([{ s3: "https://s3.example.com" }]), bucket()] }],
});
