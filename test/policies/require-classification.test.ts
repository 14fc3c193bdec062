import { requireClassification } from "../../policies/flows/require-classification";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "records", { ipRange: "10.0.0.0/16", tags: tags({ Sensitivity: "Sensitive" }) });
const bare = resource("net:Net", "bare", { ipRange: "10.1.0.0/16" });
const subnet = resource("subnet:Subnet", "inside", { netId: from(net) });
const oos = resource("pulumi:providers:aws", "oos", {
  endpoints: [{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }],
});

function bucket(name: string, sensitivity?: string, provider = oos.urn) {
  const inputs = sensitivity === undefined ? {} : { tags: { sensitivity } };
  return resource("aws:s3/bucketV2:BucketV2", name, inputs, { provider });
}

const volume = resource("volume:Volume", "data", { tags: tags({ sensitivity: "sensitive" }) });

policySuite(requireClassification, {
  compliant: [
    {
      name: "a Net and a bucket with a class, and what stands in the Net",
      resources: [net, subnet, oos, bucket("files", "public")],
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
      resources: [resource("net:Net", "own", { tags: tags({ class: "C2" }) })],
      shared: { classification: { key: "class", values: ["C1", "C2"], sensitive: ["C2"] } },
    },
    {
      name: "the same class twice",
      resources: [
        net,
        resource("tag:Tag", "class", { resourceIds: [from(net)], tag: tags({ sensitivity: "sensitive" }) }),
      ],
    },
    {
      name: "a Subnet with a class of its own",
      resources: [net, resource("subnet:Subnet", "open", { netId: from(net), tags: tags({ sensitivity: "public" }) })],
    },
  ],
  violation: [
    {
      name: "Nets and buckets that nothing classifies, each once whatever stands in them",
      resources: [
        bare,
        resource("subnet:Subnet", "first", { netId: from(bare) }),
        resource("subnet:Subnet", "second", { netId: from(bare) }),
        oos,
        bucket("files"),
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
        resource("net:Net", "odd", { tags: tags({ sensitivity: "secret" }) }),
        resource("subnet:Subnet", "inside", { netId: from(net), tags: tags({ sensitivity: "top" }) }),
        net,
      ],
      findings: [
        "resource odd tags: The value of its `sensitivity` tag is none of public, internal and sensitive.",
        "resource inside tags: The value of its `sensitivity` tag is none of public, internal and sensitive.",
      ],
      needs: ["odd.tags[0].key", "odd.tags[0].value", "inside.tags[0].key", "inside.tags[0].value"],
    },
    {
      name: "two tags that contradict each other",
      resources: [
        net,
        resource("tag:Tag", "class", { resourceIds: [from(net)], tag: tags({ sensitivity: "public" }) }),
      ],
      findings: ["resource records tags: Two `sensitivity` tags give it different classes."],
      needs: ["records.tags[0].key", "records.tags[0].value", "class.tag[0].key", "class.tag[0].value"],
    },
    {
      name: "a copy that claims to be less sensitive than what it was made from",
      resources: [
        volume,
        resource("snapshot:Snapshot", "copy", { volumeId: from(volume), tags: tags({ sensitivity: "internal" }) }),
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
      resources: [resource("net:Net", "late", { tags: new Unknown() })],
      reasons: ["late: `tags` is not known before deployment."],
    },
    {
      name: "a bucket that may be another provider's",
      resources: [bucket("files", undefined, "urn:pulumi:test::unit::pulumi:providers:aws::default::1")],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [
    { name: "what is in no Net and has no tag of its own", resources: [resource("volume:Volume", "scratch")] },
    {
      name: "a bucket of another cloud",
      resources: [
        resource("pulumi:providers:aws", "aws", { endpoints: [{ s3: "https://s3.eu-west-3.amazonaws.com" }] }),
        bucket("elsewhere", undefined, "urn:pulumi:test::unit::pulumi:providers:aws::aws"),
      ],
    },
  ],
});
