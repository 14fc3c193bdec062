import { requireProtectedState } from "../../policies/durability/require-protected-state";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

/** A volume that Pulumi deletes, as a door says that tells all. */
const volume = (inputs: Inputs = {}, options: Partial<Resource> = {}) =>
  resource("volume:Volume", "data", { size: 10, ...inputs }, { retainOnDelete: false, ...options });

const endpoint = "https://oos.cloudgouv-eu-west-1.outscale.com";
const aws = (endpoints: Inputs[string]) => resource("pulumi:providers:aws", "oos", { endpoints });
const oos = aws([{ s3: endpoint }]);

const bucket = (provider: Resource, inputs: Inputs = {}, options: Partial<Resource> = {}) =>
  resource("aws:s3/bucketV2:BucketV2", "files", inputs, { retainOnDelete: false, provider: provider.urn, ...options });

const development = resource("net:Net", "dev", { tags: tags({ environment: "dev" }) });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(development) });
const vm = resource("vm:Vm", "db", { nics: [{ subnetId: from(subnet) }] });

const deletes =
  "Leaving the program deletes the volume: none of `protect`, `retainOnDelete` and `terminationSnapshotName` is set.";
const deletesBucket = "Leaving the program deletes the bucket: neither `protect` nor `retainOnDelete` is set.";

policySuite(requireProtectedState, {
  compliant: [
    { name: "a volume that Pulumi protects", resources: [resource("volume:Volume", "data", {}, { protect: true })] },
    { name: "a volume that Pulumi lets go of", resources: [volume({}, { retainOnDelete: true })] },
    { name: "a volume that leaves a last snapshot", resources: [volume({ terminationSnapshotName: new Unknown() })] },
    {
      name: "a cache, said with its reason",
      resources: [volume({ tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
    },
    { name: "a bucket that Pulumi protects", resources: [oos, bucket(oos, {}, { protect: true })] },
  ],
  violation: [
    {
      name: "a volume that nothing keeps, a backup beside",
      resources: [volume({ tags: tags({ autosnapshot: "Yes" }) })],
      findings: [`resource data : ${deletes}`],
      needs: ["data.tags[0].key"],
    },
    {
      name: "buckets in object storage, the endpoint as text or not, the provider with its id",
      resources: [
        oos,
        { ...bucket({ ...oos, urn: `${oos.urn}::id` }), name: "first" },
        resource("pulumi:providers:minio", "other", { minioServer: "oos.cloudgouv-eu-west-1.outscale.com" }),
        resource(
          "minio:index/s3Bucket:S3Bucket",
          "logs",
          { tags: { environment: "production" } },
          { retainOnDelete: false, provider: resource("pulumi:providers:minio", "other").urn },
        ),
      ],
      findings: [`resource first : ${deletesBucket}`, `resource logs : ${deletesBucket}`],
      needs: ["oos.endpoints[0].s3", "other.minioServer", "logs.tags.environment"],
    },
    {
      name: "a bucket whose provider has its endpoints as JSON text",
      resources: [aws(JSON.stringify([{ s3: endpoint }])), bucket(oos)],
      findings: [`resource files : ${deletesBucket}`],
      needs: ["oos.endpoints"],
    },
  ],
  undetermined: [
    {
      name: "a volume seen through a door that does not tell",
      resources: [resource("volume:Volume", "data", { size: 10 })],
      reasons: ["data: `retainOnDelete` cannot be judged: an option that Pulumi does not tell its policy packs."],
    },
    {
      name: "a volume of a VM of another stack",
      resources: [
        volume(),
        resource("volumeLink:VolumeLink", "link", { vmId: "i-12345678", volumeId: from(volume()) }),
      ],
      reasons: ['data: `vmId` of "link" leads out of this stack.'],
    },
    {
      name: "a bucket whose provider names no endpoint",
      resources: [resource("pulumi:providers:aws", "oos"), bucket(oos)],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [
    { name: "snapshots, which rotate", resources: [resource("snapshot:Snapshot", "once", {})] },
    {
      name: "a volume of a VM with NICs in a Net for development",
      resources: [
        development,
        subnet,
        vm,
        volume(),
        resource("volumeLink:VolumeLink", "link", { vmId: from(vm), volumeId: from(volume()) }),
      ],
    },
    {
      name: "a volume that a Tag resource makes a test",
      resources: [
        volume(),
        resource("tag:Tag", "later", { resourceIds: [from(volume())], tag: tags({ environment: "test" }) }),
      ],
    },
    {
      name: "a bucket elsewhere",
      resources: [aws([{ s3: "https://s3.example.com" }]), bucket(oos)],
    },
  ],
});
