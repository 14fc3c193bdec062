import { requireBackupOutsideVolumes } from "../../policies/durability/require-backup-outside-volumes";
import { Unknown } from "../../src/stack";
import { image, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const chosen = tags({ autosnapshot: "Yes" });
const data = volume("data", { tags: chosen });
const other = volume("other", { tags: tags({ autosnapshot: "No" }) });
const snapshot = (inputs: InputsOf<"snapshot:Snapshot">) => resource("snapshot:Snapshot", "archive", inputs);
const exported = (inputs: InputsOf<"snapshotExportTask:SnapshotExportTask"> = { snapshotId: from(snapshot({})) }) =>
  resource("snapshotExportTask:SnapshotExportTask", "archive", { osuExports: [{ osuBucket: "archives" }], ...inputs });

const db = vm("db", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: {} }], tags: chosen });
const taken = image("taken", { vmId: from(db) });

const inside = "stack unit-test : Volumes are backed up, and no export task copies any of them to object storage.";

policySuite(requireBackupOutsideVolumes, {
  compliant: [
    {
      name: "an export of a volume that is backed up, one of two",
      resources: [data, other, snapshot({ volumeId: from(data) }), exported()],
    },
    {
      name: "an export of an image of a VM whose data are backed up",
      resources: [db, taken, resource("imageExportTask:ImageExportTask", "archive", { imageId: from(taken) })],
    },
  ],
  violation: [
    {
      name: "a volume with the tag, without an export",
      resources: [data],
      findings: [inside],
      needs: ["data.tags[0].key", "data.tags[0].value"],
    },
    {
      name: "an export of another volume, and of an image of no VM",
      resources: [
        data,
        other,
        snapshot({ volumeId: from(other) }),
        exported(),
        image("golden"),
        resource("imageExportTask:ImageExportTask", "golden", { imageId: from(image("golden")) }),
      ],
      findings: [inside],
      needs: ["data.tags[0].key", "data.tags[0].value", "other.tags[0].key", "other.tags[0].value"],
    },
    {
      name: "a volume to which a Tag resource gives the tag",
      resources: [volume("late"), resource("tag:Tag", "later", { resourceIds: [from(volume("late"))], tag: chosen })],
      findings: [inside],
      needs: ["later.tag[0].key", "later.tag[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a tag that may declare that all may be lost",
      resources: [volume("data", { tags: [...chosen, { key: "storage", value: new Unknown() }] })],
      reasons: ['unit-test: `tags[1].value` of "data" is not known before deployment.'],
    },
    {
      name: "an export of a snapshot of another stack",
      resources: [data, exported({ snapshotId: "snap-12345678" })],
      reasons: ['unit-test: `snapshotId` of "archive" leads out of this stack.'],
    },
    {
      name: "an export that may be in another part of the system",
      resources: [db],
      shared: { part: { of: "shop", siblings: ["archive"] } },
      reasons: ["unit-test: Another part of shop (archive) may have an export task of a volume, and was not given."],
    },
    {
      name: "a volume that may be backed up",
      resources: [volume("data", { tags: new Unknown() })],
      reasons: ['unit-test: `tags` of "data" is not known before deployment.'],
    },
  ],
  notApplicable: [
    {
      name: "backups of what may be lost",
      resources: [volume("data", { tags: [...chosen, ...tags({ storage: "scratch" })] })],
    },
    { name: "volumes that no schedule backs up", resources: [other] },
    {
      name: "a VM with NICs in a Net for development",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnetIn("a"),
        vm("db", {
          nics: [{ subnetId: from(subnetIn("a")) }],
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: {} }],
          tags: chosen,
        }),
      ],
    },
  ],
});
