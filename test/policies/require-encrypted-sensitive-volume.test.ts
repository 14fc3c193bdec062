import { requireEncryptedSensitiveVolume } from "../../policies/encryption/require-encrypted-sensitive-volume";
import { type Resource, Unknown } from "../../src/stack";
import { attached, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, tags } from "../support/resources";

const sensitive = tags({ sensitivity: "sensitive" });
const images = [{ match: "ami-12345678", encrypted: "root" }];
const OPENS = "#!/bin/sh\ncryptsetup open --key-file /run/keys/data /dev/xvdb data\n";

function sensitiveVm(inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm("db", { tags: sensitive, ...inputs });
}

const ROOT_OF = "part db imageId: Nothing shows that the disk that this sensitive VM starts from is encrypted:";
const CLOSED = "the user data of db does not open it with LUKS.";
const ROOT = `${ROOT_OF} the user data of its VM does not open it with LUKS.`;
const DATA = `resource data : Nothing shows that this sensitive volume is encrypted: ${CLOSED}`;

policySuite(requireEncryptedSensitiveVolume, {
  compliant: [
    {
      name: "user data for the data, an image for the root",
      resources: attached(sensitiveVm({ userData: OPENS })),
      shared: { images },
    },
    {
      name: "a tag that declares it all",
      resources: attached(vm("db", { tags: [...sensitive, ...tags({ encryption: "luks2" })] })),
    },
    {
      name: "a machine whose system encrypts its disk",
      resources: [
        sensitiveVm({
          userData:
            "version: v1alpha1\nmachine:\n  systemDiskEncryption:\n    state: {provider: luks2}\n    ephemeral: {provider: luks2}\n",
        }),
      ],
      settings: { accept: "proven" },
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
      name: "a volume of a class of its own, which a tag alone declares",
      resources: attached(vm("db", { tags: tags({ sensitivity: "internal" }) }), {
        tags: [...sensitive, ...tags({ encryption: "luks2" })],
      }),
      settings: { accept: "proven" },
      findings: [`resource data : It is declared, not proven, that this sensitive volume is encrypted: ${CLOSED}`],
      needs: ["data.tags[0].key", "data.tags[0].value"],
    },
    {
      name: "a volume that nobody attaches, where proof is asked for",
      resources: [volume("spare", { tags: sensitive })],
      settings: { accept: "proven" },
      findings: [
        "resource spare : Nothing proves that this sensitive volume is encrypted: no VM of the stack attaches it.",
      ],
      needs: ["spare.tags[0].key", "spare.tags[0].value"],
    },
    {
      name: "user data that opens a link to some device",
      resources: attached(sensitiveVm({ userData: "#!/bin/sh\ncryptsetup open /dev/disk/by-id/virtio-data data\n" })),
      shared: { images },
      findings: [
        "resource data : Nothing shows that this sensitive volume is encrypted: the user data of db opens an encrypted device that cannot be traced to it: name it `/dev/xvdX` there, or declare it by the tag `encryption:luks2`.",
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
      name: "user data that is not known",
      resources: [sensitiveVm({ userData: new Unknown() })],
      reasons: ["db: `userData` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "volumes of another class", resources: attached(vm("db", { tags: tags({ sensitivity: "internal" }) })) },
  ],
});
