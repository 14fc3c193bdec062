import { requireDataVolumeToOutliveVm } from "../../policies/durability/require-data-volume-to-outlive-vm";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const root = { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } };

/** A VM with its root device, and a data device as written. */
function vm(bsu: Inputs = {}, inputs: Inputs = {}): Resource {
  const blockDeviceMappings = [root, { deviceName: "/dev/sdb", bsu: { volumeSize: 100, ...bsu } }];
  return resource("vm:Vm", "db", { imageId: "ami-12345678", blockDeviceMappings, ...inputs });
}

/** A VM made from an image of the stack that brings a data device as written. */
function imaged(bsu: Inputs, inputs: Inputs = {}): Resource[] {
  const image = resource("image:Image", "golden", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsus: [bsu] }] });
  return [image, resource("vm:Vm", "db", { imageId: from(image), ...inputs })];
}

const development = resource("net:Net", "dev", { tags: tags({ environment: "dev" }) });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(development) });
const lost =
  "It may go with its VM: `deleteOnVmDeletion: false` is not written, and no tag `autosnapshot: Yes` backs it up.";

policySuite(requireDataVolumeToOutliveVm, {
  compliant: [
    { name: "a device that stays, the value as text", resources: [vm({ deleteOnVmDeletion: "false" })] },
    {
      name: "a volume of its own, its VM not known",
      resources: [
        resource("volume:Volume", "data", { size: 10 }),
        resource("volumeLink:VolumeLink", "link", {
          vmId: new Unknown(),
          volumeId: from(resource("volume:Volume", "data")),
        }),
      ],
    },
    { name: "a device that its VM's tag has backed up", resources: [vm({}, { tags: tags({ autosnapshot: "Yes" }) })] },
    {
      name: "a device whose own tag has it backed up, as the settings spell it",
      resources: [vm({ tags: tags({ backup: "daily" }) })],
      shared: { backupTag: "backup:daily" },
    },
    { name: "a device of a VM that the settings name", resources: [vm()], shared: { backups: ["d?"] } },
    {
      name: "a cache that goes with its VM, said with its reason",
      resources: [vm({ deleteOnVmDeletion: true, tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
    },
    {
      name: "a device that the VM maps in place of its image",
      resources: imaged({}, { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { deleteOnVmDeletion: false } }] }),
    },
  ],
  violation: [
    {
      name: "a device of which nothing is said",
      resources: [vm()],
      findings: [`part db blockDeviceMappings[1]: ${lost}`],
      needs: ["db.blockDeviceMappings[1].deviceName", "db.blockDeviceMappings[1].bsu"],
    },
    {
      name: "a device that is deleted, its tags saying nothing that counts",
      resources: [
        vm(
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
      resources: [vm({ tags: tags({ backup: "none", "backup-reason": "a cache" }) })],
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
      resources: [vm({ deleteOnVmDeletion: false }), resource("vm:Vm", "web", { imageId: "ami-12345678" })],
      settings: { keepRoot: true },
      findings: [`part db blockDeviceMappings[0]: ${lost}`, `part web imageId: ${lost}`],
      needs: ["db.blockDeviceMappings[0].deviceName", "db.blockDeviceMappings[0].bsu"],
    },
  ],
  undetermined: [
    {
      name: "whether it stays is not known",
      resources: [vm({ deleteOnVmDeletion: new Unknown() })],
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
      resources: [vm({}, { subnetId: "subnet-12345678" })],
      reasons: ["db: `subnetId` leads out of this stack."],
    },
  ],
  notApplicable: [
    { name: "a VM with its root device alone", resources: [resource("vm:Vm", "db", { blockDeviceMappings: [root] })] },
    { name: "an image from which no VM is made", resources: imaged({}).slice(0, 1) },
    {
      name: "a VM with NICs in a Net for development",
      resources: [development, subnet, vm({}, { nics: [{ subnetId: from(subnet) }] })],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        vm(),
        resource("tag:Tag", "later", { resourceIds: [from(vm())], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
