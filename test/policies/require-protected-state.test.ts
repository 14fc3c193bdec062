import { requireProtectedState } from "../../policies/durability/require-protected-state";
import { type Resource, Unknown } from "../../src/stack";
import { aws, minio, oos, s3 } from "../support/buckets";
import { net, subnetIn, vm, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** A volume that Pulumi deletes, as a door says that tells all. */
function deleted(inputs: InputsOf<"volume:Volume"> = {}, options: Partial<Resource> = {}): Resource {
  return volume("data", inputs, { retainOnDelete: false, ...options });
}

/** A bucket that Pulumi deletes. */
function deletedBucket(options: Partial<Resource> = {}): Resource {
  return { ...s3("bucketV2:BucketV2", "files"), retainOnDelete: false, ...options };
}

const db = vm("db", { nics: [{ subnetId: from(subnetIn("a")) }] });

const lost = "It may be lost, as the tag `storage: scratch` declares.";
const deletes =
  "Leaving the program deletes the volume: none of `protect`, `retainOnDelete` and `terminationSnapshotName` is set.";
const deletesBucket = "Leaving the program deletes the bucket: neither `protect` nor `retainOnDelete` is set.";

policySuite(requireProtectedState, {
  compliant: [
    { name: "a volume that Pulumi protects", resources: [volume("data", {}, { protect: true })] },
    { name: "a volume that Pulumi lets go of", resources: [deleted({}, { retainOnDelete: true })] },
    { name: "a volume that leaves a last snapshot", resources: [deleted({ terminationSnapshotName: new Unknown() })] },
    {
      name: "a cache, said with its reason",
      resources: [deleted({ tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
    },
    { name: "a bucket that Pulumi protects", resources: [oos, deletedBucket({ protect: true })] },
  ],
  violation: [
    {
      name: "a volume that nothing keeps, a backup beside",
      resources: [deleted({ tags: tags({ autosnapshot: "Yes" }) })],
      findings: [`resource data : ${deletes}`],
      needs: ["data.tags[0].key"],
    },
    {
      name: "buckets in object storage, the endpoint as text or not, the provider with its id",
      resources: [
        oos,
        deletedBucket({ name: "first", provider: `${oos.urn}::id` }),
        minio,
        {
          ...s3("s3Bucket:S3Bucket", "logs", { tags: { environment: "production" } }, minio),
          retainOnDelete: false,
        },
      ],
      findings: [`resource first : ${deletesBucket}`, `resource logs : ${deletesBucket}`],
      needs: ["oos.endpoints[0].s3", "minio.minioServer", "logs.tags.environment"],
    },
    {
      name: "a bucket whose provider has its endpoints as JSON text",
      resources: [aws(JSON.stringify([{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }])), deletedBucket()],
      findings: [`resource files : ${deletesBucket}`],
      needs: ["oos.endpoints"],
    },
  ],
  accepted: [
    {
      name: "the tag of a volume, and of its VM, through a door that does not tell",
      resources: [
        deleted({ tags: tags({ storage: "scratch" }) }),
        volume("cache"),
        vm("app", { tags: tags({ storage: "scratch" }) }),
        volumeLink(volume("cache"), vm("app"), "/dev/xvdb"),
      ],
      losses: [`cache: ${lost}`, `data: ${lost}`],
    },
  ],
  undetermined: [
    {
      name: "a tag that may declare it lost",
      resources: [deleted({ tags: [{ key: "storage", value: new Unknown() }] })],
      reasons: ["data: `tags[0].value` is not known before deployment."],
    },
    {
      name: "a volume seen through a door that does not tell",
      resources: [volume()],
      reasons: ["data: `retainOnDelete` cannot be judged: an option that Pulumi does not tell its policy packs."],
    },
    {
      name: "a volume of a VM of another stack",
      resources: [
        deleted(),
        resource("volumeLink:VolumeLink", "link", { vmId: "i-12345678", volumeId: from(deleted()) }),
      ],
      reasons: ['data: `vmId` of "link" leads out of this stack.'],
    },
    {
      name: "a bucket whose provider names no endpoint",
      resources: [aws(), deletedBucket()],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [
    { name: "snapshots, which rotate", resources: [resource("snapshot:Snapshot", "once", {})] },
    {
      name: "a volume of a VM with NICs in a Net for development",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnetIn("a"),
        db,
        deleted(),
        volumeLink(deleted(), db),
      ],
    },
    {
      name: "a volume that a Tag resource makes a test",
      resources: [
        deleted(),
        resource("tag:Tag", "later", { resourceIds: [from(deleted())], tag: tags({ environment: "test" }) }),
      ],
    },
    {
      name: "a bucket elsewhere",
      resources: [aws([{ s3: "https://s3.example.com" }]), deletedBucket()],
    },
  ],
});
