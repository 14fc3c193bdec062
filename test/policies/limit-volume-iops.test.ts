import { limitVolumeIops } from "../../policies/durability/limit-volume-iops";
import { type Resource, Unknown } from "../../src/stack";
import { image, vm, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

/** What a disk of a VM or of an image is ordered with. */
interface Disk {
  readonly volumeType?: string;
  readonly volumeSize?: number | string;
  readonly iops?: number | string;
  readonly snapshotId?: string;
}

function vmWith(bsu: Disk): Resource {
  return vm("db", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu }] });
}

function imageWith(bsu: Disk): Resource {
  return image("golden", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsus: [bsu] }] });
}

const development = vm("db", { tags: tags({ environment: "dev" }) });

policySuite(limitVolumeIops, {
  compliant: [
    {
      name: "a volume at the most its size allows",
      resources: [volume("data", { volumeType: "io1", size: 4, iops: 1200 })],
    },
    {
      name: "a device of a VM within the limits, its numbers as text",
      resources: [vmWith({ volumeType: "io1", volumeSize: "100", iops: "13000" })],
    },
    { name: "a device of an image", resources: [imageWith({ volumeType: "io1", volumeSize: 10, iops: 100 })] },
  ],
  violation: [
    {
      name: "more than the size allows, whatever the type",
      resources: [volume("data", { volumeType: "io1", size: 4, iops: 1201 })],
      findings: ["resource data iops: 1201 IOPS are ordered on 4 GiB, which has at most 1200."],
      needs: ["data.size", "data.iops"],
    },
    {
      name: "IOPS on the default type, and on gp2",
      resources: [
        vmWith({ volumeSize: 100, iops: 1000 }),
        imageWith({ volumeType: "gp2", volumeSize: 100, iops: 1000, snapshotId: "snap-12345678" }),
      ],
      findings: [
        "part db blockDeviceMappings[0].bsu.iops: IOPS are ordered on a disk of type standard, which guarantees none.",
        "part golden blockDeviceMappings[0].bsus[0].iops: IOPS are ordered on a disk of type gp2, which guarantees none.",
      ],
      needs: ["db.blockDeviceMappings[0].bsu", "golden.blockDeviceMappings[0].bsus[0].volumeType"],
    },
    {
      name: "io1 without IOPS",
      resources: [vmWith({ volumeType: "io1", volumeSize: 100 })],
      findings: ["part db blockDeviceMappings[0].bsu.iops: The disk is of type io1 and no `iops` is written."],
      needs: ["db.blockDeviceMappings[0].bsu.volumeType"],
    },
    {
      name: "more than any disk has, of a size that the image decides",
      resources: [vmWith({ volumeType: "io1", iops: 20000 })],
      findings: ["part db blockDeviceMappings[0].bsu.iops: 20000 IOPS are ordered, and a disk has from 100 to 13000."],
      needs: ["db.blockDeviceMappings[0].bsu.iops"],
    },
  ],
  undetermined: [
    {
      name: "a size that the snapshot decides",
      resources: [volume("data", { size: undefined, volumeType: "io1", iops: 5000, snapshotId: "snap-12345678" })],
      reasons: ["data: `size` cannot be judged: a size that its snapshot or image decides."],
    },
    {
      name: "devices that are not known",
      resources: [vm("db", { blockDeviceMappings: new Unknown() })],
      reasons: ["db: `blockDeviceMappings` is not known before deployment."],
    },
    {
      name: "IOPS that are not known",
      resources: [volume("data", { volumeType: "io1", size: 100, iops: new Unknown() })],
      reasons: ["data: `iops` is not known before deployment."],
    },
    {
      name: "IOPS that are known from outputs alone",
      resources: [volume("data", { volumeType: "gp2", size: 100, iops: 300 }, { written: false })],
      reasons: ["data: `iops` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "disks of other types",
      resources: [volume("data", { volumeType: "gp2", size: 10 }), vmWith({ volumeSize: 10 })],
    },
    {
      name: "a volume of a VM for development",
      resources: [development, volume("data", { iops: 1000 }), volumeLink(volume(), development)],
    },
    {
      name: "a volume that a Tag resource makes a test",
      resources: [
        volume("data", { iops: 1000 }),
        resource("tag:Tag", "later", { resourceIds: [from(volume())], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
