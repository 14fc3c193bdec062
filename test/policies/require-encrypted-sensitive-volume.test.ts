import { requireEncryptedSensitiveVolume } from "../../policies/encryption/require-encrypted-sensitive-volume";
import { type Resource, Unknown } from "../../src/stack";
import { attached, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const sensitive = tags({ sensitivity: "sensitive" });
const answered = { owner: "team-records", until: "2026-12-31" };
const images = [{ match: "ami-12345678", encrypted: "root", ...answered }];
const volumes = [{ match: "data", ...answered }];
const OPENS = "#!/bin/sh\ncryptsetup open --key-file /run/keys/data /dev/xvdb data\n";

function sensitiveVm(inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm("db", { tags: sensitive, ...inputs });
}

const ROOT_OF = "part db imageId: Nothing proves that the disk that this sensitive VM starts from is encrypted:";
const CLOSED = "the user data of db does not open it with LUKS.";
const ROOT = `${ROOT_OF} the user data of its VM does not open it with LUKS.`;
const DATA_OF = "resource data : Nothing proves that this sensitive volume is encrypted:";
const DATA = `${DATA_OF} ${CLOSED}`;

policySuite(requireEncryptedSensitiveVolume, {
  compliant: [
    {
      name: "user data for the data, an image for the root",
      resources: attached(sensitiveVm({ userData: OPENS })),
      shared: { images },
    },
    {
      name: "entries that somebody answers for, of the image and of the volume, on their last day",
      resources: attached(sensitiveVm()),
      shared: { images, volumes },
      today: "2026-12-31",
    },
    {
      name: "an entry for the volumes of a name, that of the VM for the disks it maps",
      resources: [
        sensitiveVm({ blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { volumeSize: 100 } }] }),
        volume("db-archive", { tags: sensitive }),
      ],
      shared: { volumes: [{ match: "db*", encrypted: "all", ...answered }] },
    },
    {
      name: "entries by id, of a volume of the stack and of another's",
      resources: [
        sensitiveVm(),
        volume("spare", { tags: sensitive }, { id: "vol-12345678" }),
        resource("volumeLink:VolumeLink", "link", {
          deviceName: "/dev/xvdc",
          vmId: from(sensitiveVm()),
          volumeId: "vol-87654321",
        }),
      ],
      shared: { images, volumes: ["vol-12345678", "vol-87654321"].map((match) => ({ match, ...answered })) },
    },
    {
      name: "a key at hand, where one is taken",
      resources: attached(sensitiveVm({ userData: OPENS.replace("/run/keys", "/root") })),
      settings: { accept: "declared" },
      shared: { images },
    },
    {
      name: "a key on a root device that is encrypted with one from elsewhere",
      resources: attached(
        sensitiveVm({
          userData:
            "#!/bin/sh\nclevis luks unlock -d /dev/xvda -n root\ncryptsetup open -d /etc/keys/data /dev/xvdb data\n",
        }),
      ),
    },
    {
      name: "a machine whose system encrypts its disk",
      resources: [
        sensitiveVm({
          userData:
            "version: v1alpha1\nmachine:\n  systemDiskEncryption:\n    state: {provider: luks2}\n    ephemeral: {provider: luks2}\n",
        }),
      ],
    },
  ],
  violation: [
    {
      name: "a volume and the root device of a sensitive VM",
      resources: attached(sensitiveVm()),
      findings: [DATA, ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "the root device that no user data opens",
      resources: attached(sensitiveVm({ userData: OPENS })),
      findings: [ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value", "db.userData"],
    },
    {
      name: "what a tag alone declares",
      resources: attached(vm("db", { tags: [...sensitive, ...tags({ encryption: "luks2" })] })),
      findings: [DATA, ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "a volume of a class of its own, which a tag alone declares",
      resources: attached(vm("db", { tags: tags({ sensitivity: "internal" }) }), {
        tags: [...sensitive, ...tags({ encryption: "luks2" })],
      }),
      settings: { accept: "declared" },
      findings: [`resource data : Nothing shows that this sensitive volume is encrypted: ${CLOSED}`],
      needs: ["data.tags[0].key", "data.tags[0].value"],
    },
    {
      name: "an entry that nobody answers for, one that lacks its day, and one of another volume",
      resources: attached(sensitiveVm()),
      shared: {
        images: [
          { match: "ami-12345678", encrypted: "all" },
          { match: "ami-12345678", encrypted: "all", owner: "team-records" },
        ],
        volumes: [{ match: "data-?", ...answered }],
      },
      findings: [DATA, ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "entries on the day after their last",
      resources: attached(sensitiveVm()),
      shared: { images, volumes },
      today: "2027-01-01",
      findings: [
        `${DATA_OF} its declaration in \`pack-settings\` ended on 2026-12-31, and ${CLOSED}`,
        "part db imageId: Nothing proves that the disk that this sensitive VM starts from is encrypted: its declaration in `pack-settings` ended on 2026-12-31, and the user data of its VM does not open it with LUKS.",
      ],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "a volume that nobody attaches",
      resources: [volume("spare", { tags: sensitive })],
      findings: [
        "resource spare : Nothing proves that this sensitive volume is encrypted: no VM of the stack attaches it.",
      ],
      needs: ["spare.tags[0].key", "spare.tags[0].value"],
    },
    ...[
      [
        "the user data",
        "echo -n correct-horse | cryptsetup open /dev/xvdb data -",
        "its key stands in the user data of db, line 2",
      ],
      [
        "the disk that the VM starts from",
        "cryptsetup open --key-file /root/data.key /dev/xvdb data",
        "its key lies at `/root/data.key`, on a disk of db that nothing proves to be encrypted",
      ],
      [
        "a server without encryption",
        "curl -s 'http://u:p@keys.internal/data?token=x' | cryptsetup open /dev/xvdb data",
        "db fetches its key without encryption, from `http://keys.internal/data`",
      ],
    ].map(([where = "", command = "", place = ""]) => ({
      name: `a key in ${where}`,
      resources: attached(sensitiveVm({ userData: `#!/bin/sh\n${command}\n` })),
      shared: { images },
      findings: [`resource data : A key at hand opens this sensitive volume: ${place}.`] as const,
      needs: ["db.userData", "db.imageId", "db.tags[0].key", "db.tags[0].value", "link.deviceName"],
    })),
    {
      name: "user data that opens a link to some device",
      resources: attached(sensitiveVm({ userData: "#!/bin/sh\ncryptsetup open /dev/disk/by-id/virtio-data data\n" })),
      shared: { images },
      findings: [
        `${DATA_OF} the user data of db opens an encrypted device that cannot be traced to it: name it \`/dev/xvdX\` there.`,
      ],
      needs: ["db.userData", "db.imageId", "db.tags[0].key", "db.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a VM that nothing classifies",
      resources: [vm("db", { tags: [] })],
      reasons: ["db: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
    {
      name: "a key whose place only the boot can name",
      resources: attached(sensitiveVm({ userData: '#!/bin/sh\ncryptsetup open -d "$KEY" /dev/xvdb data\n' })),
      shared: { images },
      reasons: ['data: `userData` of "db" cannot be judged: a key that lies where only the boot can name.'],
    },
    {
      name: "user data that is not known",
      resources: [sensitiveVm({ userData: new Unknown() })],
      reasons: ["db: `userData` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "volumes of another class", resources: attached(vm("db", { tags: tags({ sensitivity: "internal" }) })) },
  ],
});
