import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { POLICIES } from "../../policies";
import { INPUT_SHAPES } from "../../src/outscale/provider/shapes";
import { readValues, type WireObject } from "../../src/stack/wire";
import { net, rule, subnetIn, vmIn } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { stackOf, untyped } from "../support/resources";

const a = subnetIn("a");
const ground = [net(), a, vmIn(a, "web")];

/** What policies read of other packages. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucketV2:BucketV2": ["bucket", "acl", "tags", "grants"],
  "aws:s3/bucketPolicy:BucketPolicy": ["bucket", "policy"],
  "minio:index/s3Bucket:S3Bucket": ["bucket", "acl"],
  "command:remote:Command": ["create", "connection", "triggers", "environment"],
  "kubernetes:core/v1:Pod": ["metadata", "spec"],
  "kubernetes:storage.k8s.io/v1:StorageClass": ["metadata", "parameters", "provisioner"],
  "kubernetes:yaml/v2:ConfigGroup": ["yaml", "files"],
  "pulumi:providers:outscale": ["region", "endpoints", "accessKeyId", "secretKeyId"],
  "pulumi:providers:aws": ["region", "endpoints", "accessKey", "secretKey"],
};

/** The properties that are read, by type. */
const READ: readonly (readonly [type: string, properties: readonly string[]])[] = [
  ...Object.entries(INPUT_SHAPES).map(([type, shapes]) => [type, Object.keys(shapes)] as const),
  ...Object.entries(OTHERS),
];

/** Values as JSON has them, with names that every object inherits from another. */
const anyWritten = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("__proto__", "constructor", "toString").map((name) => ({ [name]: { tags: [] } })),
);

const anyResource = fc
  .constantFrom(...READ)
  .chain(([type, properties]) =>
    fc
      .dictionary(fc.constantFrom(...properties), anyWritten, { minKeys: 1, maxKeys: 4 })
      .map((inputs) => ({ ...untyped(type, "odd"), inputs: readValues(inputs as WireObject) })),
  );

test("a value of any shape leaves its subject open, and everything else judged", () => {
  const open = rule("open", { ...{ flow: "Inbound", ipProtocol: "tcp", ipRange: "0.0.0.0/0" }, fromPortRange: 22 });
  fc.assert(
    fc.property(anyResource, (odd) => {
      const outcomes = judgementOf(stackOf([...ground, open, odd]), POLICIES).listReported();
      const found = outcomes.filter(({ verdict, subject }) => verdict === "violation" && subject.name === "open");
      expect(found.map(({ policy }) => policy.name)).toContain("no-public-admin-port");
    }),
    { numRuns: 80 },
  );
});
