import { requirePrivateBucket } from "../../policies/object-storage/require-private-bucket";
import { Unknown } from "../../src/stack";
import { aws, minio, oos, s3 } from "../support/buckets";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from, untyped } from "../support/resources";

const bucket = (inputs: AnyInputs = {}) => s3("bucketV2:BucketV2", "files", inputs);
const acl = (inputs: AnyInputs, bucketName: AnyInputs[string] = from(bucket())) =>
  s3("bucketAclV2:BucketAclV2", "acl", { bucket: bucketName, ...inputs });
const policy = (policy: AnyInputs[string]) =>
  s3("bucketPolicy:BucketPolicy", "policy", { bucket: from(bucket()), policy });

const block = (inputs: AnyInputs) =>
  s3("bucketPublicAccessBlock:BucketPublicAccessBlock", "block", { bucket: from(bucket()), ...inputs });

const reading = { Effect: "Allow", Principal: "*", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::files/*" };
const everybody = "http://acs.amazonaws.com/groups/global/AllUsers";
const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const allows = "The policy allows something to everybody, and no condition says who may call.";

function letIn(whom: string, condition: object) {
  return {
    name: `a condition that lets in ${whom}`,
    resources: [oos, policy(document({ ...reading, Condition: condition }))],
    findings: [`resource policy policy: ${allows}`] as const,
    needs: ["policy.policy"],
  };
}

policySuite(requirePrivateBucket, {
  compliant: [
    {
      name: "a private bucket, by default, by its ACL and its grants",
      resources: [
        oos,
        bucket({ grants: [{ type: "CanonicalUser", id: "abc", permissions: ["READ"] }] }),
        acl({ acl: "private" }),
      ],
    },
    {
      name: "accounts, and what is denied to everybody",
      resources: [
        oos,
        policy(document({ ...reading, Principal: { AWS: ["arn:aws:iam::012345678910:root"] } })),
        bucket({ policy: document({ ...reading, Effect: "Deny" }) }),
      ],
    },
    {
      name: "everybody who calls from somewhere",
      resources: [
        oos,
        policy(
          document({ ...reading, Condition: { IpAddress: { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"] } } }),
        ),
        bucket({
          policy: document({ ...reading, Condition: { StringEquals: { "aws:PrincipalAccount": "012345678910" } } }),
        }),
      ],
    },
    {
      name: "a bucket for everybody, by its names",
      resources: [oos, bucket({ bucket: "www" }), acl({ acl: "public-read" }), policy(document(reading))],
      shared: { publicBuckets: ["w*"] },
    },
    {
      name: "public buckets of AWS behind a block of public access",
      resources: [
        aws(undefined, "oos", { region: "eu-west-3" }),
        bucket({ acl: "public-read", policy: document(reading) }),
        block({ ignorePublicAcls: true, restrictPublicBuckets: true }),
      ],
    },
    {
      name: "a bucket of another stack for everybody",
      resources: [oos, acl({ acl: "public-read" }, "www")],
      shared: { publicBuckets: ["www"] },
    },
  ],
  violation: [
    {
      name: "public buckets elsewhere: at another endpoint, at AWS, at a place that nothing names, and in another cloud",
      resources: [
        aws([{ s3: "https://s3.example.com" }]),
        aws(undefined, "paris", { region: "eu-west-3" }),
        aws(undefined, "nowhere"),
        bucket({ acl: "public-read" }),
        s3("bucketV2:BucketV2", "paris", { acl: "public-read" }, aws(undefined, "paris")),
        s3("bucketV2:BucketV2", "nowhere", { acl: "public-read" }, aws(undefined, "nowhere")),
        untyped("scaleway:object/bucketAcl:BucketAcl", "scaleway", { bucket: "files", acl: "public-read" }),
      ],
      findings: ["files", "nowhere", "paris", "scaleway"].map(
        (name) => `resource ${name} acl: The ACL opens the bucket to everybody.`,
      ) as [string, ...string[]],
      needs: ["files.acl", "paris.acl", "nowhere.acl", "scaleway.acl"],
    },
    {
      name: "a block of public access in Outscale's object storage, and one of AWS's that does not block this",
      resources: [
        oos,
        bucket({ acl: "public-read" }),
        block({ ignorePublicAcls: true }),
        aws(undefined, "paris", { region: "eu-west-3" }),
        s3("bucketV2:BucketV2", "paris", { acl: "public-read" }, aws(undefined, "paris")),
        s3("bucketPublicAccessBlock:BucketPublicAccessBlock", "other", {
          bucket: "paris",
          restrictPublicBuckets: true,
        }),
      ],
      findings: [
        "resource files acl: The ACL opens the bucket to everybody.",
        "resource paris acl: The ACL opens the bucket to everybody.",
      ],
      needs: ["oos.endpoints[0].s3", "files.acl", "paris.acl"],
    },
    {
      name: "public ACLs, each in its own spelling",
      resources: [
        oos,
        minio,
        bucket({ acl: "public-read-write" }),
        acl({ acl: "authenticated-read" }),
        s3("s3Bucket:S3Bucket", "site", { acl: "public" }, minio),
        s3("aws-native:s3:Bucket", "native", { accessControl: "PublicRead" }),
      ],
      findings: [
        "resource files acl: The ACL opens the bucket to everybody.",
        "resource native accessControl: The ACL opens the bucket to everybody.",
        "resource site acl: The ACL opens the bucket to everybody.",
        "resource acl acl: The ACL opens the bucket to everybody.",
      ],
      needs: ["files.acl", "acl.acl", "site.acl", "native.accessControl"],
    },
    {
      name: "grants to everybody",
      resources: [
        oos,
        bucket({ grants: [{ type: "Group", uri: everybody, permissions: ["READ"] }] }),
        acl({
          accessControlPolicy: {
            owner: { id: "abc" },
            grants: [{ permission: "READ", grantee: { type: "Group", uri: everybody } }],
          },
        }),
      ],
      findings: [
        "resource files grants[0]: A grant opens the bucket to everybody.",
        "resource acl accessControlPolicy.grants[0]: A grant opens the bucket to everybody.",
      ],
      needs: ["files.grants[0].uri", "acl.accessControlPolicy.grants[0].grantee.uri"],
    },
    {
      name: "a policy for everybody, as text, and as an object with the others excluded",
      resources: [
        oos,
        policy(document(reading)),
        s3("aws-native:s3:BucketPolicy", "native", {
          bucket: "files",
          policyDocument: {
            Statement: { Effect: "Allow", NotPrincipal: { AWS: "a" }, Action: "s3:*", Resource: "*" },
          },
        }),
      ],
      findings: [`resource policy policy: ${allows}`, `resource native policyDocument: ${allows}`],
      needs: ["policy.policy", "native.policyDocument.Statement.Effect"],
    },
    {
      name: "conditions that leave nobody out",
      resources: [
        oos,
        policy(
          document({
            ...reading,
            Condition: { Bool: { "aws:SecureTransport": "true" }, IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
          }),
        ),
        bucket({ policy: document({ ...reading, Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }) }),
      ],
      findings: [`resource files policy: ${allows}`, `resource policy policy: ${allows}`],
      needs: ["policy.policy", "files.policy"],
    },
    letIn("ranges that are everywhere together", { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } }),
    letIn("everybody but an account", { StringNotEquals: { "aws:PrincipalAccount": "012345678910" } }),
    letIn("those without a name", { Null: { "aws:PrincipalArn": "true" } }),
    letIn("any name", { StringLike: { "aws:PrincipalArn": "*" } }),
  ],
  undetermined: [
    {
      name: "an ACL and a policy that are not known",
      resources: [oos, acl({ acl: new Unknown() }), policy(new Unknown())],
      reasons: ["acl: `acl` is not known before deployment.", "policy: `policy` is not known before deployment."],
    },
    {
      name: "text that is no policy",
      resources: [oos, policy("public")],
      reasons: ["policy: `policy` cannot be judged: text that is no policy document."],
    },
    {
      name: "a public ACL behind a block of public access, of a provider that names neither endpoint nor region",
      resources: [aws(), bucket({ acl: "public-read" }), block({ ignorePublicAcls: true })],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
    {
      name: "a public bucket whose name is not known, where some are meant for everybody",
      resources: [oos, bucket({ acl: "public-read", bucket: new Unknown() })],
      shared: { publicBuckets: ["www"] },
      reasons: ["files: `bucket` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a stack without buckets", resources: [oos] }],
});
