import { noFreshSnapshotAsOnlyCopy } from "../../policies/durability/no-fresh-snapshot-as-only-copy";
import { type Resource, Unknown } from "../../src/stack";
import { image, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** The volume that the snapshot is made from, which Pulumi deletes unless an option says otherwise. */
function source(options: Partial<Resource> = {}, inputs: InputsOf<"volume:Volume"> = {}): Resource {
  return volume("old", inputs, { retainOnDelete: false, ...options });
}

function snapshot(
  inputs: InputsOf<"snapshot:Snapshot"> = { volumeId: from(source()) },
  options: Partial<Resource> = {},
): Resource {
  return resource("snapshot:Snapshot", "step", inputs, options);
}

function copy(inputs: InputsOf<"volume:Volume"> = {}): Resource {
  return volume("new", { snapshotId: from(snapshot()), ...inputs });
}

const lost = "It is made from snapshot step, and nothing keeps the snapshot's source, volume old.";
const development = net("dev", { tags: tags({ environment: "dev" }) });
const subnet = subnetIn("a", { netId: from(development) });

policySuite(noFreshSnapshotAsOnlyCopy, {
  compliant: [
    { name: "a source that Pulumi protects", resources: [source({ protect: true }), snapshot(), copy()] },
    { name: "a source that Pulumi lets go of", resources: [source({ retainOnDelete: true }), snapshot(), copy()] },
    {
      name: "a source that is not this program's",
      resources: [snapshot({ volumeId: "vol-12345678" }), copy()],
    },
    { name: "a snapshot that a file makes", resources: [snapshot({ fileLocation: "https://oos/x" }), copy()] },
    {
      name: "a snapshot whose first day has passed",
      resources: [source(), snapshot(undefined, { outputs: { creationDate: "2026-01-29T23:00:00.000Z" } }), copy()],
    },
  ],
  violation: [
    {
      name: "a volume, a device of a VM and one of an image",
      resources: [
        source({}, { terminationSnapshotName: "last" }),
        snapshot(),
        copy(),
        vm("app", {
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { snapshotId: from(snapshot()) } }],
        }),
        image("golden", {
          blockDeviceMappings: [{ deviceName: "/dev/sda1", bsus: [{ snapshotId: from(snapshot()) }] }],
        }),
      ],
      findings: [
        `resource new snapshotId: ${lost}`,
        `part app blockDeviceMappings[0].bsu.snapshotId: ${lost}`,
        `part golden blockDeviceMappings[0].bsus[0].snapshotId: ${lost}`,
      ],
      needs: ["app.blockDeviceMappings[0].bsu", "golden.blockDeviceMappings[0].bsus[0]"],
    },
    {
      name: "a snapshot of this day, by its id",
      resources: [
        source(),
        snapshot(undefined, { id: "snap-12345678", outputs: { creationDate: "2026-01-30T23:00:00.000Z" } }),
        copy({ snapshotId: "snap-12345678", tags: tags({ environment: "prod" }) }),
      ],
      findings: [`resource new snapshotId: ${lost}`],
      needs: ["new.snapshotId", "new.tags[0].key", "new.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "one of two volumes is the source",
      resources: [
        source(),
        volume("other", {}, { protect: true }),
        snapshot({ volumeId: from(source(), volume("other")) }),
        copy(),
      ],
      reasons: ['new: `volumeId` of "step" is not known before deployment; possible: "old", "other".'],
    },
    {
      name: "a source seen through a door that does not tell",
      resources: [volume("old"), snapshot(), copy()],
      reasons: [
        'new: `retainOnDelete` of "old" cannot be judged: an option that Pulumi does not tell its policy packs.',
      ],
    },
    {
      name: "the snapshot may be any",
      resources: [copy({ snapshotId: new Unknown() })],
      reasons: ["new: `snapshotId` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "a volume from scratch", resources: [source(), snapshot()] },
    { name: "a snapshot of another deployment", resources: [copy({ snapshotId: "snap-12345678" })] },
    {
      name: "a device of a VM with NICs in a Net for development",
      resources: [
        development,
        subnet,
        source(),
        snapshot(),
        vm("app", {
          nics: [{ subnetId: from(subnet) }],
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { snapshotId: from(snapshot()) } }],
        }),
      ],
    },
    {
      name: "a copy that a Tag resource makes a test",
      resources: [
        source(),
        snapshot(),
        copy(),
        resource("tag:Tag", "later", { resourceIds: [from(copy())], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
