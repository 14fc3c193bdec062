import { noForeignCloud } from "../../policies/locality/no-foreign-cloud";
import { Unknown } from "../../src/stack";
import { aws, oos, s3 } from "../support/buckets";
import { volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";
import { netOf } from "../support/sensitive";

const sensitive = netOf("records", "sensitive");
const plain = netOf("shop", "internal");
const classification = ["records.tags[0].key", "records.tags[0].value"];
const said = (name: string) =>
  `resource ${name} : It may hold data elsewhere than in the region, beside sensitive data of this stack.` as const;

const paris = resource("pulumi:providers:aws", "paris", { region: "eu-west-3" });
const disk = resource("aws:ebs/volume:Volume", "copy", {}, { provider: paris.urn });
const abroad = aws([{ s3: "https://oos.eu-west-2.outscale.com" }], "abroad");

policySuite(noForeignCloud, {
  compliant: [{ name: "another cloud, where nothing is sensitive", resources: [plain, paris, disk] }],
  violation: [
    {
      name: "a disk and a database of other clouds",
      resources: [sensitive, paris, disk, resource("gcp:sql/databaseInstance:DatabaseInstance", "copies")],
      findings: [said("copy"), said("copies")],
      needs: classification,
    },
    {
      name: "a bucket of a provider that names a region of AWS and no endpoint",
      resources: [sensitive, paris, s3("bucketV2:BucketV2", "files", {}, paris)],
      findings: [said("files")],
      needs: [...classification, "paris.region"],
    },
    {
      name: "another region of a provider whose one region is a recovery site",
      resources: [sensitive, paris, disk],
      shared: { recoverySites: ["aws:eu-central-1"] },
      findings: [said("copy")],
      needs: [...classification, "paris.region"],
    },
    {
      name: "a volume and a bucket in another region of Outscale's",
      resources: [
        sensitive,
        volume("away", { subregionName: "eu-west-2a" }),
        abroad,
        s3("bucketV2:BucketV2", "files", {}, abroad),
      ],
      findings: [said("away"), said("files")],
      needs: [
        ...classification,
        "away.subregionName",
        "abroad.endpoints",
        "abroad.endpoints[0]",
        "abroad.endpoints[0].s3",
      ],
    },
  ],
  undetermined: [
    {
      name: "a Net that nothing classifies beside another cloud",
      resources: [netOf("bare"), paris, disk],
      reasons: ['copy: `tags` of "bare" cannot be judged: a Net without a `sensitivity` tag.'],
    },
    {
      name: "a region that comes with the deployment",
      resources: [sensitive, resource("gcp:storage/bucket:Bucket", "copies", { location: new Unknown() })],
      shared: { recoverySites: ["gcp:europe-west9"] },
      reasons: ["copies: `location` is not known before deployment."],
    },
    {
      name: "a region that nothing names, where one is a recovery site",
      resources: [sensitive, resource("gcp:storage/bucket:Bucket", "copies")],
      shared: { recoverySites: ["gcp:europe-west9"] },
      reasons: ["copies: `region` cannot be judged: a resource whose region nothing names."],
    },
  ],
  notApplicable: [
    { name: "buckets of the region", resources: [sensitive, oos, s3("bucketV2:BucketV2", "files")] },
    {
      name: "volumes of the region",
      resources: [sensitive, volume("data", { subregionName: "cloudgouv-eu-west-1b" })],
    },
    {
      name: "a recovery site",
      resources: [sensitive, paris, disk],
      shared: { recoverySites: ["aws:eu-west-3"] },
    },
    {
      name: "what holds no data, or is no cloud's",
      resources: [
        sensitive,
        resource("aws:route53/record:Record", "www"),
        resource("aws:iam/instanceProfile:InstanceProfile", "www"),
        resource("random:index/randomPassword:RandomPassword", "password"),
        resource("kubernetes:core/v1:PersistentVolume", "data"),
        resource("vault:index/mount:Mount", "secrets"),
      ],
    },
  ],
});
