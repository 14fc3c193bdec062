import { requireEncryptedSource } from "../../policies/encryption/require-encrypted-source";
import { type Resource, Unknown } from "../../src/stack";
import { attached, image, vm, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const luks = tags({ encryption: "luks2" });
const OPENS = "#!/bin/sh\ncryptsetup open --key-file /run/keys/data /dev/xvdb data\n";

const snapshot = (inputs: InputsOf<"snapshot:Snapshot">, name = "nightly") =>
  resource("snapshot:Snapshot", name, inputs);
const snapshotExport = (of: Resource | string) =>
  resource("snapshotExportTask:SnapshotExportTask", "away", {
    snapshotId: typeof of === "string" ? of : from(of),
    osuExports: [{ osuBucket: "archives" }],
  });
const imageExport = (of: Resource | string) =>
  resource("imageExportTask:ImageExportTask", "away", {
    imageId: typeof of === "string" ? of : from(of),
    osuExports: [{ osuBucket: "archives" }],
  });
const mapping = (of: Resource | string) => ({
  deviceName: "/dev/xvdb",
  bsus: [{ snapshotId: typeof of === "string" ? of : from(of) }],
});

/** A VM with a volume, what is taken of either, and where that goes. */
function copied(
  vmInputs: InputsOf<"vm:Vm"> = {},
  volumeInputs: InputsOf<"volume:Volume"> = {},
  copyInputs: Pick<InputsOf<"snapshot:Snapshot">, "tags"> = {},
): Resource[] {
  const [db, data] = [vm("db", vmInputs), volume("data", volumeInputs)];
  const taken = snapshot({ volumeId: from(data), ...copyInputs });
  const golden = image("golden", { vmId: from(db), ...copyInputs });
  return [db, data, volumeLink(data, db), taken, golden, snapshotExport(taken)];
}

/** The attachment of a volume of another stack. */
const foreign = resource("volumeLink:VolumeLink", "link", {
  deviceName: "/dev/xvdb",
  vmId: from(vm("db")),
  volumeId: "vol-12345678",
});

const internal = tags({ sensitivity: "internal" });
const sensitive = tags({ sensitivity: "sensitive" });
const shown = (kind: string, from: string) => `${kind} : Nothing shows that what it copies is encrypted: ${from}.`;

policySuite(requireEncryptedSource, {
  compliant: [
    { name: "copies of a volume that user data opens", resources: copied({ userData: OPENS, tags: internal }) },
    { name: "copies of a volume whose tag declares it", resources: copied({ tags: internal }, { tags: luks }) },
    { name: "copies whose own tags declare them", resources: copied({}, {}, { tags: luks }) },
    {
      name: "a snapshot of another stack's volume, declared",
      resources: [snapshot({ volumeId: "vol-12345678", tags: luks })],
    },
    {
      name: "a copy of a snapshot whose tag declares it, and an image of that",
      resources: (() => {
        const first = snapshot({ volumeId: "vol-12345678", tags: luks });
        const second = snapshot({ sourceSnapshotId: from(first) }, "second");
        return [
          first,
          second,
          image("golden", { blockDeviceMappings: [mapping(second)], rootDeviceName: "/dev/sda1" }),
        ];
      })(),
    },
    {
      name: "an image whose VMs open the device that a snapshot fills",
      resources: (() => {
        const brought = image("golden", {
          blockDeviceMappings: [mapping("snap-12345678")],
          rootDeviceName: "/dev/sda1",
        });
        return [brought, vm("db", { imageId: from(brought), userData: OPENS })];
      })(),
    },
    {
      name: "an image that the settings declare by its name, and its export",
      resources: (() => {
        const taken = image("golden", { vmId: from(vm("db")), imageName: "hardened-12" });
        return [vm("db"), volume(), volumeLink(volume(), vm("db")), taken, imageExport(taken)];
      })(),
      shared: { images: [{ match: "name:hardened-*", encrypted: "all" }] },
    },
    {
      name: "an export of an image that is known by its id alone",
      resources: [imageExport("ami-12345678")],
      shared: { images: [{ match: "ami-12345678", encrypted: "all" }] },
    },
    {
      name: "the root device of a sensitive VM, of an image declared to encrypt it",
      resources: [vm("db", { tags: sensitive }), image("golden", { vmId: from(vm("db")) })],
      shared: { images: [{ match: "ami-12345678", encrypted: "root" }] },
    },
  ],
  violation: [
    {
      name: "a snapshot, an image and an export of a volume in clear",
      resources: copied(),
      findings: [
        shown("resource nightly", "volume data"),
        shown("resource golden", "volume data"),
        shown("resource away", "volume data"),
      ],
      needs: [],
    },
    {
      name: "an image of a VM that opens one of its two devices",
      resources: [
        vm("db", {
          userData: OPENS,
          blockDeviceMappings: [
            { deviceName: "/dev/sdb", bsu: { volumeSize: 10 } },
            { deviceName: "/dev/sdc", bsu: { volumeSize: 10 } },
          ],
        }),
        image("golden", { vmId: from(vm("db")) }),
        imageExport(image("golden", { vmId: from(vm("db")) })),
      ],
      findings: [shown("resource golden", "VM db"), shown("resource away", "VM db")],
      needs: ["db.userData", "db.blockDeviceMappings[1].deviceName", "db.blockDeviceMappings[1].bsu.tags"],
    },
    {
      name: "what a volume that nobody attaches leaves behind",
      resources: [volume("data", { terminationSnapshotName: "last" })],
      findings: ["part data terminationSnapshotName: Nothing shows that what it copies is encrypted: this volume."],
      needs: [],
    },
    {
      name: "copies of copies of a volume in clear, whose own tag has another value",
      resources: (() => {
        const first = snapshot({ volumeId: from(volume()), tags: tags({ encryption: "none" }) });
        const second = snapshot({ sourceSnapshotId: from(first) }, "second");
        const brought = image("golden", { blockDeviceMappings: [mapping(second)], rootDeviceName: "/dev/sda1" });
        return [volume(), first, second, brought, image("copy", { sourceImageId: from(brought) })];
      })(),
      findings: [
        shown("resource nightly", "volume data"),
        shown("resource second", "volume data"),
        shown("resource copy", "volume data"),
        shown("resource golden", "volume data"),
      ],
      needs: [
        "nightly.tags[0].key",
        "nightly.tags[0].value",
        "golden.blockDeviceMappings[0].deviceName",
        "golden.rootDeviceName",
      ],
    },
    {
      name: "a declared volume where proof is asked for, and one that nothing declares",
      resources: [
        volume("data", { tags: luks }),
        snapshot({ volumeId: from(volume()) }),
        volume("other"),
        snapshot({ volumeId: from(volume("other")) }, "bare"),
      ],
      settings: { accept: "proven" },
      findings: [
        "resource bare : Nothing proves that what it copies is encrypted: volume other.",
        "resource nightly : It is declared, not proven, that what it copies is encrypted: volume data.",
      ],
      needs: [],
    },
    {
      name: "a volume whose key is at hand, where proof is asked for",
      resources: [
        ...attached(vm("db", { userData: "#!/bin/sh\ncryptsetup open -d /root/key /dev/xvdb data\n" })),
        snapshot({ volumeId: from(volume()) }),
      ],
      settings: { accept: "proven" },
      findings: [
        "resource nightly : A key at hand opens what it copies: volume data, its key lies at `/root/key`, on a disk of db that nothing proves to be encrypted.",
      ],
      needs: ["db.userData", "link.deviceName"],
    },
    {
      name: "an image of a sensitive VM: its root device counts",
      resources: [vm("db", { tags: sensitive }), image("golden", { vmId: from(vm("db")) })],
      findings: [shown("resource golden", "VM db")],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "an image of any VM where root devices count",
      resources: [vm("db", { tags: internal }), image("golden", { vmId: from(vm("db")) })],
      settings: { encryptRoot: true },
      findings: [shown("resource golden", "VM db")],
      needs: ["db.tags[0].key"],
    },
    {
      name: "an image of a VM to which a volume of another stack is attached, where proof is asked for",
      resources: [vm("db"), foreign, image("golden", { vmId: from(vm("db")) })],
      settings: { accept: "proven" },
      findings: ["resource golden : Nothing proves that what it copies is encrypted: volume link."],
      needs: ["link.volumeId"],
    },
  ],
  undetermined: [
    {
      name: "a snapshot of a volume of another stack",
      resources: [snapshot({ volumeId: "vol-12345678" })],
      reasons: ["nightly: `volumeId` leads out of this stack."],
    },
    {
      name: "exports of what another stack makes",
      resources: [snapshotExport("snap-12345678"), imageExport("ami-12345678")],
      reasons: ["away: `snapshotId` leads out of this stack.", "away: `imageId` leads out of this stack."],
    },
    {
      name: "an image of a VM to which a volume of another stack is attached: its tags are not seen",
      resources: [vm("db", { tags: internal }), foreign, image("golden", { vmId: from(vm("db")) })],
      reasons: ['golden: `volumeId` of "link" leads out of this stack.'],
    },
    {
      name: "a copy of a snapshot of another stack",
      resources: [snapshot({ sourceSnapshotId: "snap-12345678", sourceRegionName: "cloudgouv-eu-west-1" })],
      reasons: ["nightly: `sourceSnapshotId` leads out of this stack."],
    },
    {
      name: "an image of a VM that is not known",
      resources: [image("golden", { vmId: new Unknown() })],
      reasons: ["golden: `vmId` is not known before deployment."],
    },
    {
      name: "user data that is not known",
      resources: copied({ userData: new Unknown() }).slice(0, 4),
      reasons: ['nightly: `userData` of "db" is not known before deployment.'],
    },
    {
      name: "an image of a VM that nothing classifies",
      resources: [vm("db"), image("golden", { vmId: from(vm("db")) })],
      reasons: ["golden: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
    {
      name: "a volume that a VM of another part of the system may attach",
      resources: [volume(), snapshot({ volumeId: from(volume()) })],
      shared: { part: { of: "shop", siblings: ["app"] } },
      reasons: ["nightly: Another part of shop (app) may have the VM that attaches this volume, and was not given."],
    },
  ],
  notApplicable: [
    { name: "a volume that is not copied", resources: [volume()] },
    {
      name: "a snapshot made from a file, and its copy and export",
      resources: (() => {
        const imported = snapshot({ fileLocation: "https://example.com/disk.raw", snapshotSize: 10 });
        const second = snapshot({ sourceSnapshotId: from(imported) }, "second");
        return [imported, second, snapshotExport(second)];
      })(),
    },
    {
      name: "images registered from a file, or copied from one of another account",
      resources: [
        image("golden", { fileLocation: "https://example.com/image.qcow2" }),
        image("copy", { sourceImageId: "ami-12345678", sourceRegionName: "cloudgouv-eu-west-1" }),
      ],
    },
    {
      name: "an image of a VM that holds nothing sensitive but its root device",
      resources: [vm("db", { tags: internal }), image("golden", { vmId: from(vm("db")) })],
    },
  ],
});
