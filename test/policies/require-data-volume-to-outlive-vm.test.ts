import { requireDataVolumeToOutliveVm } from "../../policies/durability/require-data-volume-to-outlive-vm";
import { type Resource, Unknown } from "../../src/stack";
import { image, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** What a test says of a data device. */
interface Bsu {
  readonly deleteOnVmDeletion?: boolean | string | Unknown;
  readonly tags?: { key: string; value: string | Unknown }[];
}

const root = { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } };

/** A VM with its root device, and a data device as written. */
function mapped(bsu: Bsu = {}, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  const blockDeviceMappings = [root, { deviceName: "/dev/sdb", bsu: { volumeSize: 100, ...bsu } }];
  return vm("db", { blockDeviceMappings, ...inputs });
}

/** A VM made from an image of the stack that brings a data device as written. */
function imaged(bsu: Omit<Bsu, "tags">, inputs: InputsOf<"vm:Vm"> = {}): Resource[] {
  const golden = image("golden", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsus: [bsu] }] });
  return [golden, vm("db", { imageId: from(golden), ...inputs })];
}

const declared = "It may be lost, as the tag `storage: scratch` declares.";
const lost =
  "It may go with its VM: `deleteOnVmDeletion: false` is not written, and no tag `autosnapshot: Yes` backs it up.";

policySuite(requireDataVolumeToOutliveVm, {
  compliant: [
    { name: "a device that stays", resources: [mapped({ deleteOnVmDeletion: false })] },
    {
      name: "a volume of its own, its VM not known",
      resources: [
        volume(),
        resource("volumeLink:VolumeLink", "link", {
          vmId: new Unknown(),
          volumeId: from(volume()),
        }),
      ],
    },
    {
      name: "a device that its VM's tag has backed up",
      resources: [mapped({}, { tags: tags({ autosnapshot: "Yes" }) })],
    },
    {
      name: "a device whose own tag has it backed up, as the settings spell it",
      resources: [mapped({ tags: tags({ backup: "daily" }) })],
      shared: { backupTag: "backup:daily" },
    },
    { name: "a device of a VM that the settings name", resources: [mapped()], shared: { backups: ["d?"] } },
    {
      name: "a cache that goes with its VM, said with its reason",
      resources: [mapped({ deleteOnVmDeletion: true, tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
    },
    {
      name: "a device that the VM maps in place of its image",
      resources: imaged({}, { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { deleteOnVmDeletion: false } }] }),
    },
  ],
  violation: [
    {
      name: "a device of which nothing is said",
      resources: [mapped()],
      findings: [`part db blockDeviceMappings[1]: ${lost}`],
      needs: ["db.blockDeviceMappings[1].deviceName", "db.blockDeviceMappings[1].bsu"],
    },
    {
      name: "a device that is deleted, its tags saying nothing that counts",
      resources: [
        mapped(
          { deleteOnVmDeletion: true, tags: tags({ autosnapshot: "yes" }) },
          { tags: tags({ backup: "none", owner: "a" }) },
        ),
      ],
      findings: [`part db blockDeviceMappings[1]: ${lost}`],
      needs: [
        "db.blockDeviceMappings[1].deviceName",
        "db.blockDeviceMappings[1].bsu.deleteOnVmDeletion",
        "db.blockDeviceMappings[1].bsu.tags[0].key",
        "db.blockDeviceMappings[1].bsu.tags[0].value",
        "db.tags[0].key",
        "db.tags[1].key",
      ],
    },
    {
      name: "a cache of which it is not said that it goes",
      resources: [mapped({ tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
      findings: [`part db blockDeviceMappings[1]: ${lost}`],
      needs: [
        "db.blockDeviceMappings[1].deviceName",
        "db.blockDeviceMappings[1].bsu.tags[0].key",
        "db.blockDeviceMappings[1].bsu.tags[1].key",
      ],
    },
    {
      name: "a device that the image brings",
      resources: imaged({}),
      findings: [`part golden blockDeviceMappings[0]: ${lost}`],
      needs: ["golden.blockDeviceMappings[0].deviceName", "golden.blockDeviceMappings[0].bsus[0]"],
    },
    {
      name: "root devices where they count, mapped or not",
      resources: [mapped({ deleteOnVmDeletion: false }), vm("web")],
      settings: { keepRoot: true },
      findings: [`part db blockDeviceMappings[0]: ${lost}`, `part web imageId: ${lost}`],
      needs: ["db.blockDeviceMappings[0].deviceName", "db.blockDeviceMappings[0].bsu"],
    },
  ],
  accepted: [
    {
      name: "the tag of the device",
      resources: [mapped({ tags: tags({ storage: "scratch" }) })],
      losses: [`db: ${declared}`],
    },
    {
      name: "the tag of the VM, of a device that its image brings",
      resources: imaged({}, { tags: tags({ storage: "scratch" }) }),
      losses: [`golden: ${declared}`],
    },
  ],
  undetermined: [
    {
      name: "a tag that may declare it lost",
      resources: [mapped({ tags: [{ key: "storage", value: new Unknown() }] })],
      reasons: ["db: `blockDeviceMappings[1].bsu.tags[0].value` is not known before deployment."],
    },
    {
      name: "whether it stays is not known",
      resources: [mapped({ deleteOnVmDeletion: new Unknown() })],
      reasons: ["db: `blockDeviceMappings[1].bsu.deleteOnVmDeletion` is not known before deployment."],
    },
    {
      name: "an image is written to let it stay",
      resources: imaged({ deleteOnVmDeletion: false }),
      reasons: [
        "golden: `blockDeviceMappings[0].bsus[0].deleteOnVmDeletion` cannot be judged: a `false` that the provider does not send for an image.",
      ],
    },
    {
      name: "the VM is in a Subnet of another stack",
      resources: [mapped({}, { subnetId: "subnet-12345678" })],
      reasons: ["db: `subnetId` leads out of this stack."],
    },
  ],
  notApplicable: [
    { name: "a VM with its root device alone", resources: [vm("db", { blockDeviceMappings: [root] })] },
    { name: "an image from which no VM is made", resources: imaged({}).slice(0, 1) },
    {
      name: "a VM with NICs in a Net for development",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnetIn("a"),
        mapped({}, { nics: [{ subnetId: from(subnetIn("a")) }] }),
      ],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        mapped(),
        resource("tag:Tag", "later", { resourceIds: [from(mapped())], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
