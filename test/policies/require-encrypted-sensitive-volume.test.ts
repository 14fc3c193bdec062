import { requireEncryptedSensitiveVolume } from "../../policies/encryption/require-encrypted-sensitive-volume";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const sensitive = tags({ sensitivity: "sensitive" });
const images = [{ match: "ami-12345678", encrypted: "root" }];
const OPENS = "#!/bin/sh\ncryptsetup open --key-file /run/keys/data /dev/xvdb data\n";

function vm(inputs: Parameters<typeof resource>[2] = {}): Resource {
  return resource("vm:Vm", "db", { imageId: "ami-12345678", tags: sensitive, ...inputs });
}

function attached(to: Resource, inputs: Parameters<typeof resource>[2] = {}): Resource[] {
  const volume = resource("volume:Volume", "data", { subregionName: "cloudgouv-eu-west-1a", size: 10, ...inputs });
  const link = { deviceName: "/dev/xvdb", vmId: from(to), volumeId: from(volume) };
  return [to, volume, resource("volumeLink:VolumeLink", "link", link)];
}

const ROOT = "part db imageId: Nothing shows that the disk that this sensitive VM starts from is encrypted.";
const DATA = "resource data : Nothing shows that this sensitive volume is encrypted.";

policySuite(requireEncryptedSensitiveVolume, {
  compliant: [
    {
      name: "user data for the data, an image for the root",
      resources: attached(vm({ userData: OPENS })),
      shared: { images },
    },
    {
      name: "a tag that declares it all",
      resources: attached(vm({ tags: [...sensitive, ...tags({ encryption: "luks2" })] })),
    },
    {
      name: "a machine whose system encrypts its disk",
      resources: [
        vm({
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
      resources: attached(vm()),
      findings: [DATA, ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "the root device that no user data opens",
      resources: attached(vm({ userData: OPENS })),
      findings: [ROOT],
      needs: ["db.tags[0].key", "db.tags[0].value", "db.userData"],
    },
    {
      name: "a volume of a class of its own, which a tag alone declares",
      resources: attached(vm({ tags: tags({ sensitivity: "internal" }) }), {
        tags: [...sensitive, ...tags({ encryption: "luks2" })],
      }),
      settings: { accept: "proven" },
      findings: ["resource data : Nothing proves that this sensitive volume is encrypted."],
      needs: ["data.tags[0].key", "data.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a VM that nothing classifies",
      resources: [vm({ tags: [] })],
      reasons: ["db: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
    {
      name: "user data that is not known",
      resources: [vm({ userData: new Unknown() })],
      reasons: ["db: `userData` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "volumes of another class", resources: attached(vm({ tags: tags({ sensitivity: "internal" }) })) },
  ],
});
