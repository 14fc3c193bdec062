import { noFreshSnapshotAsOnlyCopy } from "../../policies/durability/no-fresh-snapshot-as-only-copy";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const source = (options: Partial<Resource> = {}, inputs: Inputs = {}) =>
  resource("volume:Volume", "old", { size: 10, ...inputs }, { retainOnDelete: false, ...options });
const snapshot = (inputs: Inputs = { volumeId: from(source()) }, options: Partial<Resource> = {}) =>
  resource("snapshot:Snapshot", "step", inputs, options);
const copy = (inputs: Inputs = {}) => resource("volume:Volume", "new", { snapshotId: from(snapshot()), ...inputs });

const lost = "It is made from snapshot step, and nothing keeps the snapshot's source, volume old.";
const development = resource("net:Net", "dev", { tags: tags({ environment: "dev" }) });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(development) });

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
        resource("vm:Vm", "app", {
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { snapshotId: from(snapshot()) } }],
        }),
        resource("image:Image", "golden", {
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
        resource("volume:Volume", "other", {}, { protect: true }),
        snapshot({ volumeId: from(source(), resource("volume:Volume", "other")) }),
        copy(),
      ],
      reasons: ['new: `volumeId` of "step" is not known before deployment; possible: "old", "other".'],
    },
    {
      name: "a source seen through a door that does not tell",
      resources: [resource("volume:Volume", "old"), snapshot(), copy()],
      reasons: [
        'new: `retainOnDelete` of "old" cannot be judged: an option that Pulumi does not tell its policy packs.',
      ],
    },
    {
      name: "the snapshot may be any",
      resources: [resource("volume:Volume", "new", { snapshotId: new Unknown() })],
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
        resource("vm:Vm", "app", {
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
