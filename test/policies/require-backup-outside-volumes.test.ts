import { requireBackupOutsideVolumes } from "../../policies/durability/require-backup-outside-volumes";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const chosen = tags({ autosnapshot: "Yes" });
const volume = resource("volume:Volume", "data", { size: 10, tags: chosen });
const other = resource("volume:Volume", "other", { size: 10, tags: tags({ autosnapshot: "No" }) });
const snapshot = (inputs: Inputs) => resource("snapshot:Snapshot", "archive", inputs);
const exported = (inputs: Inputs = { snapshotId: from(snapshot({})) }) =>
  resource("snapshotExportTask:SnapshotExportTask", "archive", { osuExports: [{ osuBucket: "archives" }], ...inputs });

const vm = resource("vm:Vm", "db", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: {} }], tags: chosen });
const image = resource("image:Image", "taken", { vmId: from(vm) });
const development = resource("net:Net", "dev", { tags: tags({ environment: "dev" }) });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(development) });

const inside = "stack unit-test : Volumes are backed up, and no export task copies any of them to object storage.";

policySuite(requireBackupOutsideVolumes, {
  compliant: [
    {
      name: "an export of a volume that is backed up, one of two",
      resources: [volume, other, snapshot({ volumeId: from(volume) }), exported()],
    },
    {
      name: "an export of an image of a VM whose data are backed up",
      resources: [vm, image, resource("imageExportTask:ImageExportTask", "archive", { imageId: from(image) })],
    },
  ],
  violation: [
    {
      name: "a volume with the tag, without an export",
      resources: [volume],
      findings: [inside],
      needs: ["data.tags[0].key", "data.tags[0].value"],
    },
    {
      name: "an export of another volume, and of an image of no VM",
      resources: [
        volume,
        other,
        snapshot({ volumeId: from(other) }),
        exported(),
        resource("image:Image", "golden"),
        resource("imageExportTask:ImageExportTask", "golden", { imageId: from(resource("image:Image", "golden")) }),
      ],
      findings: [inside],
      needs: ["data.tags[0].key", "data.tags[0].value", "other.tags[0].key", "other.tags[0].value"],
    },
    {
      name: "a volume to which a Tag resource gives the tag",
      resources: [
        resource("volume:Volume", "late"),
        resource("tag:Tag", "later", { resourceIds: [from(resource("volume:Volume", "late"))], tag: chosen }),
      ],
      findings: [inside],
      needs: ["later.tag[0].key", "later.tag[0].value"],
    },
  ],
  undetermined: [
    {
      name: "an export of a snapshot of another stack",
      resources: [volume, exported({ snapshotId: "snap-12345678" })],
      reasons: ['unit-test: `snapshotId` of "archive" leads out of this stack.'],
    },
    {
      name: "an export that may be in another part of the system",
      resources: [vm],
      shared: { part: { of: "shop", siblings: ["archive"] } },
      reasons: ["unit-test: Another part of shop (archive) may have an export task of a volume, and was not given."],
    },
    {
      name: "a volume that may be backed up",
      resources: [resource("volume:Volume", "data", { tags: new Unknown() })],
      reasons: ['unit-test: `tags` of "data" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "volumes that no schedule backs up", resources: [other] },
    {
      name: "a VM with NICs in a Net for development",
      resources: [
        development,
        subnet,
        resource("vm:Vm", "db", {
          nics: [{ subnetId: from(subnet) }],
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: {} }],
          tags: chosen,
        }),
      ],
    },
  ],
});
