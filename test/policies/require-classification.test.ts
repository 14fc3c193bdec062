import { requireClassification } from "../../policies/flows/require-classification";
import { Unknown } from "../../src/stack";
import { aws, oos, s3 } from "../support/buckets";
import { net, subnetIn, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const records = net("records", { tags: tags({ Sensitivity: "Sensitive" }) });
const bare = net("bare");
const data = volume("data", { tags: tags({ sensitivity: "sensitive" }) });

policySuite(requireClassification, {
  compliant: [
    {
      name: "a Net and a bucket with a class, and what stands in the Net",
      resources: [
        records,
        subnetIn("a", { netId: from(records) }),
        oos,
        s3("bucketV2:BucketV2", "files", { tags: { sensitivity: "public" } }),
      ],
    },
    {
      name: "a Net that a Tag resource classifies",
      resources: [
        bare,
        resource("tag:Tag", "class", { resourceIds: [from(bare)], tag: tags({ sensitivity: "public" }) }),
      ],
    },
    {
      name: "a Net without a tag, where the setting classifies it",
      resources: [bare],
      shared: { classification: { default: "internal" } },
    },
    {
      name: "values of one's own",
      resources: [net("own", { tags: tags({ class: "C2" }) })],
      shared: { classification: { key: "class", values: ["C1", "C2"], sensitive: ["C2"] } },
    },
    {
      name: "the same class twice",
      resources: [
        records,
        resource("tag:Tag", "class", { resourceIds: [from(records)], tag: tags({ sensitivity: "sensitive" }) }),
      ],
    },
    {
      name: "a Subnet with a class of its own",
      resources: [records, subnetIn("a", { netId: from(records), tags: tags({ sensitivity: "public" }) })],
    },
  ],
  violation: [
    {
      name: "Nets and buckets that nothing classifies, each once whatever stands in them",
      resources: [
        bare,
        subnetIn("a", { netId: from(bare) }),
        subnetIn("b", { netId: from(bare) }),
        oos,
        s3("bucketV2:BucketV2", "files"),
      ],
      findings: [
        "resource bare tags: No `sensitivity` tag says how sensitive this is.",
        "resource files tags: No `sensitivity` tag says how sensitive this is.",
      ],
      needs: ["oos.endpoints[0].s3"],
    },
    {
      name: "a value outside the list, on a Net and on a Subnet",
      resources: [
        net("odd", { tags: tags({ sensitivity: "secret" }) }),
        subnetIn("a", { netId: from(records), tags: tags({ sensitivity: "top" }) }),
        records,
      ],
      findings: [
        "resource odd tags: The value of its `sensitivity` tag is none of public, internal and sensitive.",
        "resource subnet-a tags: The value of its `sensitivity` tag is none of public, internal and sensitive.",
      ],
      needs: ["odd.tags[0].key", "odd.tags[0].value", "subnet-a.tags[0].key", "subnet-a.tags[0].value"],
    },
    {
      name: "two tags that contradict each other",
      resources: [
        records,
        resource("tag:Tag", "class", { resourceIds: [from(records)], tag: tags({ sensitivity: "public" }) }),
      ],
      findings: ["resource records tags: Two `sensitivity` tags give it different classes."],
      needs: ["records.tags[0].key", "records.tags[0].value", "class.tag[0].key", "class.tag[0].value"],
    },
    {
      name: "a copy that claims to be less sensitive than what it was made from",
      resources: [
        data,
        resource("snapshot:Snapshot", "copy", { volumeId: from(data), tags: tags({ sensitivity: "internal" }) }),
      ],
      findings: [
        "resource copy tags: Its `sensitivity` tag says less than that of what it was made from, which counts.",
      ],
      needs: ["copy.tags[0].key", "copy.tags[0].value", "data.tags[0].key", "data.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "tags that come with the deployment",
      resources: [net("late", { tags: new Unknown() })],
      reasons: ["late: `tags` is not known before deployment."],
    },
    {
      name: "a bucket that may be another provider's",
      resources: [
        {
          ...s3("bucketV2:BucketV2", "files"),
          provider: "urn:pulumi:test::unit::pulumi:providers:aws::default::1",
        },
      ],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [
    { name: "what is in no Net and has no tag of its own", resources: [volume("scratch")] },
    {
      name: "a bucket of another cloud",
      resources: [aws([{ s3: "https://s3.eu-west-3.amazonaws.com" }]), s3("bucketV2:BucketV2", "elsewhere")],
    },
  ],
});
