import { requireEncryptedVolume } from "../../policies/encryption/require-encrypted-volume";
import { type Resource, Unknown } from "../../src/stack";
import { attached, image, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const luks = tags({ encryption: "luks2" });
const opens = (device: string) => `#!/bin/sh\ncryptsetup open --key-file /root/key ${device} data\n`;

/** A VM that maps a data device itself, beside its root. */
function mapped(inputs: InputsOf<"vm:Vm">): Resource {
  return vm("db", {
    blockDeviceMappings: [
      { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } },
      { deviceName: "/dev/sdb", bsu: { volumeSize: 100 } },
    ],
    ...inputs,
  });
}

/** The attachment of a volume of another stack. */
const foreign = resource("volumeLink:VolumeLink", "link", {
  deviceName: "/dev/xvdb",
  vmId: from(vm("db")),
  volumeId: "vol-12345678",
});

/** A VM of an image of the stack, deployed, and a volume attached to it. */
function deployed(): Resource[] {
  const inputs = { imageName: "hardened-12", tags: tags({ hardened: "yes" }) };
  const hardened = image("hardened", inputs, { id: "ami-00000012", outputs: { accountId: "123456789012" } });
  return [hardened, ...attached(vm("db", { imageId: from(hardened) }))];
}

/** VMs made from an image of the stack with a data device, each with its user data. */
function imaged(userData: readonly string[]): Resource[] {
  const device = { deviceName: "/dev/xvdb", bsus: [{ snapshotId: "snap-12345678" }] };
  const hardened = image("hardened", { blockDeviceMappings: [device], rootDeviceName: "/dev/sda1" });
  const vms = userData.map((text, index) => vm(`web-${String(index)}`, { imageId: from(hardened), userData: text }));
  return [hardened, ...vms];
}

const unshown = (rest: string) =>
  `Nothing shows that it is encrypted: no tag \`encryption:luks2\`, no declared image, and ${rest}.`;

const UNTRACED =
  "the user data of db opens an encrypted device that cannot be traced to it: name it `/dev/xvdX` there, or declare it by the tag `encryption:luks2`";

policySuite(requireEncryptedVolume, {
  compliant: [
    { name: "a volume whose tag declares it", resources: attached(vm("db"), { tags: luks }) },
    { name: "a volume whose VM's tag declares it", resources: attached(vm("db", { tags: luks })) },
    {
      name: "user data that opens that very device",
      resources: attached(vm("db", { userData: opens("/dev/xvdb") }), {}, "/dev/sdb"),
    },
    {
      name: "the same in Base64",
      resources: attached(vm("db", { userData: Buffer.from(opens("/dev/vdb")).toString("base64") })),
    },
    {
      name: "a volume that an entry declares, by its name or its id",
      resources: [volume("data-a"), volume("spare", {}, { id: "vol-12345678" })],
      shared: {
        volumes: ["data-?", "vol-12345678"].map((match) => ({ match, owner: "ops", until: "2026-01-31" })),
      },
    },
    {
      name: "user data that opens it with a key from elsewhere, where proof is asked for",
      resources: attached(vm("db", { userData: opens("/dev/xvdb").replace("/root", "/run") })),
      settings: { accept: "proven" },
    },
    { name: "a device mapped by the VM, opened", resources: [mapped({ userData: opens("/dev/xvdb") })] },
    {
      name: "a device mapped by the VM whose tag declares it, in capitals",
      resources: [
        vm("db", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { tags: tags({ Encryption: "LUKS2" }) } }] }),
      ],
    },
    {
      name: "a device of an image that every VM made from it opens",
      resources: imaged([opens("/dev/xvdb"), opens("/dev/vdb")]),
    },
    ...["ami-00000012", "name:hardened-*", "tag:hardened=yes", "owner:123456789012"].map((match) => ({
      name: `an image of the stack declared by ${match.split(/[:-]/, 1).join()}`,
      resources: deployed(),
      shared: { images: [{ match, encrypted: "all" }] },
    })),
    {
      name: "a root device that its image is declared to encrypt, mapped by the VM or by the image",
      resources: [
        vm("db", { blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: { volumeSize: 20 } }] }),
        image("built", {
          imageName: "hardened-12",
          blockDeviceMappings: [{ deviceName: "/dev/sda1", bsus: [{ snapshotId: "snap-12345678" }] }],
        }),
      ],
      settings: { encryptRoot: true },
      shared: {
        images: [
          { match: "ami-12345678", encrypted: "root" },
          { match: "name:hardened-*", encrypted: "root" },
        ],
      },
    },
    {
      name: "a volume that a Tag resource declares",
      resources: [...attached(vm("db")), resource("tag:Tag", "late", { resourceIds: [from(volume())], tag: luks })],
    },
    {
      name: "a tag of one's own",
      resources: attached(vm("db", { tags: tags({ chiffrement: "oui" }) })),
      settings: { encryptionTag: "chiffrement:oui" },
    },
    {
      name: "a volume of another stack that user data opens",
      resources: [vm("db", { userData: opens("/dev/xvdb") }), foreign],
    },
    {
      name: "an image declared encrypted as a whole",
      resources: attached(vm("db")),
      shared: { images: [{ match: "ami-12345678", encrypted: "all" }] },
    },
  ],
  violation: [
    {
      name: "a volume without evidence",
      resources: attached(vm("db")),
      findings: [`resource data : ${unshown("the user data of db does not open it with LUKS")}`],
      needs: [],
    },
    {
      name: "a volume whose data may be lost",
      resources: attached(vm("db"), { tags: tags({ storage: "scratch" }) }),
      findings: [`resource data : ${unshown("the user data of db does not open it with LUKS")}`],
      needs: ["data.tags[0].key"],
    },
    {
      name: "a volume that nobody attaches",
      resources: [volume("spare")],
      findings: [`resource spare : ${unshown("no VM of the stack attaches it")}`],
      needs: [],
    },
    {
      name: "user data that opens another device",
      resources: [mapped({ userData: opens("/dev/xvdc") })],
      findings: [`part db blockDeviceMappings[1]: ${unshown("the user data of its VM does not open it with LUKS")}`],
      needs: ["db.userData", "db.blockDeviceMappings[1].deviceName", "db.blockDeviceMappings[1].bsu.tags"],
    },
    {
      name: "a command that is only a comment, and a tag with another value",
      resources: attached(
        vm("db", {
          userData: `#!/bin/sh\n# cryptsetup open /dev/xvdb data\nmount /dev/xvdb /data\n`,
          tags: tags({ encryption: "none" }),
        }),
      ),
      findings: [`resource data : ${unshown("the user data of db does not open it with LUKS")}`],
      needs: ["db.userData", "db.tags[0].key", "db.tags[0].value"],
    },
    ...[
      ["a link to some device", "#!/bin/sh\ncryptsetup open /dev/disk/by-id/virtio-data data\n"],
      ["a logical volume", "#!/bin/sh\ncryptsetup open /dev/vg0/data data\n"],
      ["a loop device", "#!/bin/sh\ncryptsetup open /dev/loop0 data\n"],
      ["a file system by its UUID", "#!/bin/sh\necho 'data UUID=4f5e-6a7b none luks' >> /etc/crypttab\n"],
      ["another drive", '#ps1_sysnative\nEnable-BitLocker -MountPoint "D:"\n'],
    ].map(([what = "", userData = ""]) => ({
      name: `user data that opens ${what}`,
      resources: attached(vm("db", { userData })),
      findings: [`resource data : ${unshown(UNTRACED)}`] as const,
      needs: ["db.userData"],
    })),
    {
      name: "user data that opens a link to some device, where proof is asked for",
      resources: attached(vm("db", { userData: opens("/dev/disk/by-id/virtio-data") })),
      settings: { accept: "proven" },
      findings: [
        "resource data : Nothing proves that it is encrypted: the user data of db opens an encrypted device that cannot be traced to it: name it `/dev/xvdX` there.",
      ],
      needs: ["db.userData"],
    },
    {
      name: "a key at hand, where proof is asked for",
      resources: attached(vm("db", { userData: opens("/dev/xvdb") }), { tags: luks }),
      settings: { accept: "proven" },
      findings: [
        "resource data : A key at hand opens it: its key lies at `/root/key`, on a disk of db that nothing proves to be encrypted.",
      ],
      needs: ["db.userData", "link.deviceName"],
    },
    {
      name: "an image and a volume that were declared until yesterday",
      resources: [...attached(vm("db")), volume("spare")],
      shared: {
        images: [{ match: "ami-12345678", encrypted: "all", until: "2026-01-30" }],
        volumes: [{ match: "spare", owner: "ops", until: "2025-12-31" }],
      },
      findings: [
        `resource data : ${unshown("its declaration in `pack-settings` ended on 2026-01-30, and the user data of db does not open it with LUKS")}`,
        `resource spare : ${unshown("its declaration in `pack-settings` ended on 2025-12-31, and no VM of the stack attaches it")}`,
      ],
      needs: [],
    },
    {
      name: "user data that opens a partition of another device",
      resources: attached(vm("db", { userData: opens("/dev/xvdc1") })),
      findings: [`resource data : ${unshown("the user data of db does not open it with LUKS")}`],
      needs: ["db.userData", "link.deviceName"],
    },
    {
      name: "a declared volume where proof is asked for",
      resources: attached(vm("db"), { tags: luks }),
      settings: { accept: "proven" },
      findings: [
        "resource data : Its encryption is declared, not proven: the user data of db does not open it with LUKS.",
      ],
      needs: [],
    },
    {
      name: "a device of an image that one of its VMs does not open",
      resources: imaged([opens("/dev/xvdb"), "#!/bin/sh\n"]),
      findings: [
        `part hardened blockDeviceMappings[0]: ${unshown("the user data of web-1 does not open it with LUKS")}`,
      ],
      needs: ["web-1.userData", "hardened.blockDeviceMappings[0].deviceName", "hardened.rootDeviceName"],
    },
    {
      name: "a data device of an image that is declared for its root device alone",
      resources: deployed(),
      shared: { images: [{ match: "tag:hardened=yes", encrypted: "root" }] },
      findings: [
        "resource data : Nothing shows that it is encrypted: no tag `encryption:luks2`, an image declared for the device that VMs start from alone, and the user data of db does not open it with LUKS.",
      ],
      needs: [],
    },
    {
      name: "an image of another name, tag and owner",
      resources: deployed(),
      shared: {
        images: ["ami-87654321", "name:golden-*", "tag:hardened=no", "owner:210987654321"].map((match) => ({
          match,
          encrypted: "all",
        })),
      },
      findings: [`resource data : ${unshown("the user data of db does not open it with LUKS")}`],
      needs: ["hardened.imageName", "hardened.tags[0].key", "hardened.tags[0].value"],
    },
    {
      name: "a declared image where proof is asked for",
      resources: attached(vm("db")),
      settings: { accept: "proven" },
      shared: { images: [{ match: "ami-12345678", encrypted: "all" }] },
      findings: [
        "resource data : Its encryption is declared, not proven: the user data of db does not open it with LUKS.",
      ],
      needs: [],
    },
    {
      name: "a volume of another stack where proof is asked for",
      resources: [vm("db"), foreign],
      settings: { accept: "proven" },
      findings: [
        "part link volumeId: Nothing proves that it is encrypted: the user data of db does not open it with LUKS.",
      ],
      needs: ["link.volumeId"],
    },
    {
      name: "a root device where it counts, its image encrypting the root of another only",
      resources: [vm("db")],
      settings: { encryptRoot: true },
      shared: { images: [{ match: "ami-87654321", encrypted: "root" }] },
      findings: [`part db imageId: ${unshown("the user data of its VM does not open it with LUKS")}`],
      needs: ["db.imageId"],
    },
  ],
  undetermined: [
    {
      name: "a volume that a VM of another part of the system may attach",
      resources: [volume("spare")],
      shared: { part: { of: "shop", siblings: ["app"] } },
      reasons: ["spare: Another part of shop (app) may have the VM that attaches this volume, and was not given."],
    },
    {
      name: "a device of an image whose VMs may be in another part of the system",
      resources: imaged([]),
      shared: { part: { of: "shop", siblings: ["app"] } },
      reasons: ["hardened: Another part of shop (app) may have the VMs made from this image, and was not given."],
    },
    {
      name: "a volume attached to a VM of another stack of which the place is known alone",
      resources: [
        volume("data", {}, { id: "vol-1" }),
        resource("volumeLink:VolumeLink", "link", { deviceName: "/dev/xvdb", vmId: "i-00000001", volumeId: "vol-1" }),
      ],
      shared: { known: { "i-00000001": { type: "outscale:index/vm:Vm", subregion: "cloudgouv-eu-west-1a" } } },
      reasons: ['data: `userData` of "i-00000001" is not known before deployment.'],
    },
    {
      name: "user data that is not known",
      resources: attached(vm("db", { userData: new Unknown() })),
      reasons: ['data: `userData` of "db" is not known before deployment.'],
    },
    {
      name: "user data that cannot be decoded",
      resources: attached(vm("db", { userData: "H4sIAAAAAAAAA0tMSgYA" })),
      reasons: ['data: `userData` of "db" cannot be judged: gzip data that is broken, or grows too large.'],
    },
    {
      name: "user data in a form that is not read",
      resources: attached(vm("db", { userData: "#include\nhttps://example.com/init\n" })),
      reasons: ['data: `userData` of "db" cannot be judged: a list of URLs to include.'],
    },
    ...[
      ["a variable of unknown value", "cryptsetup open $DEVICE data"],
      ["a pattern", "cryptsetup open /dev/xvd? data"],
      ["a type of unknown value", "cryptsetup open --type $TYPE /dev/vdb data"],
      ["a partition of this very device", "cryptsetup open /dev/sdb1 data"],
    ].map(([what = "", command = ""]) => ({
      name: `user data that opens ${what}`,
      resources: attached(vm("db", { userData: `#!/bin/sh\n${command}\n` })),
      reasons: [
        'data: `userData` of "db" cannot be judged: an encrypted device that only the boot can name, or a partition of one.',
      ] as const,
    })),
    {
      name: "a machine that encrypts whatever disk meets a condition",
      resources: attached(
        vm("db", {
          userData:
            "apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nprovisioning:\n  diskSelector: {match: '!system_disk'}\nencryption: {provider: luks2}\n",
        }),
      ),
      reasons: [
        'data: `userData` of "db" cannot be judged: an encrypted device that only the boot can name, or a partition of one.',
      ],
    },
    {
      name: "a device of an image that a VM of unknown image may be made from",
      resources: [...imaged([opens("/dev/xvdb")]), vm("other", { imageId: new Unknown(), userData: "#!/bin/sh\n" })],
      reasons: ['hardened: `imageId` of "other" is not known before deployment.'],
    },
    {
      name: "a volume of another stack, whose tags are not seen",
      resources: [vm("db"), foreign],
      reasons: ["link: `volumeId` leads out of this stack."],
    },
    {
      name: "an image of the stack whose owner is told once it is made",
      resources: [image("hardened"), ...attached(vm("db", { imageId: from(image("hardened")) }))],
      shared: { images: [{ match: "owner:123456789012", encrypted: "all" }] },
      reasons: ['data: `imageId` of "db" is not known before deployment.'],
    },
    {
      name: "an image that only its name would tell",
      resources: attached(vm("db")),
      shared: { images: [{ match: "name:hardened-*", encrypted: "all" }] },
      reasons: ['data: `imageId` of "db" is not known before deployment.'],
    },
  ],
  notApplicable: [{ name: "a VM with its root device alone", resources: [vm("db")] }],
});
