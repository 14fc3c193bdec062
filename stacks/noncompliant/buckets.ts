import * as pulumi from "@pulumi/pulumi";

// What other providers' SDKs make, without their packages.
class Provider extends pulumi.ProviderResource {}
class Resource extends pulumi.CustomResource {}

const oos = new Provider("aws", "oos", {
  endpoints: JSON.stringify([{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }]),
});

// Open to everybody, without versions, in clear.
const shared = new Resource("aws:s3/bucketV2:BucketV2", "shared", { bucket: "shared" }, { provider: oos });
new Resource("aws:s3/bucketAclV2:BucketAclV2", "shared", { bucket: shared.id, acl: "public-read" }, { provider: oos });

// In another region.
const paris = new Provider("aws", "paris-buckets", { endpoints: [{ s3: "https://oos.eu-west-2.outscale.com" }] });
new Resource("aws:s3/bucketV2:BucketV2", "copies", { bucket: "copies" }, { provider: paris });

// Sensitive, and there too.
const tags = { sensitivity: "sensitive" };
new Resource("aws:s3/bucketV2:BucketV2", "records", { bucket: "records", tags }, { provider: paris });
