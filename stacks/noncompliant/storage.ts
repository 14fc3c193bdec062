import * as outscale from "@pulumi/outscale";
import { server, subnetA, subnetB } from "./network";

// Says that it encrypts, and does not.
const archive = server(
  "archive",
  subnetA,
  "archive",
  "#!/bin/sh\n# cryptsetup open /dev/xvdb data\nmount /dev/xvdb /data\n",
);
const archived = new outscale.Volume("archive", {
  subregionName: "cloudgouv-eu-west-1a",
  size: 500,
  volumeType: "gp2",
});
new outscale.VolumeLink("archive", { vmId: archive.vmId, volumeId: archived.volumeId, deviceName: "/dev/xvdb" });

new outscale.Volume("forgotten", { subregionName: "cloudgouv-eu-west-1b", size: 50 });

// Encrypts one device of two.
export const ledger = new outscale.Vm("ledger", {
  imageId: "ami-12345678",
  subnetId: subnetB.subnetId,
  userData: "#!/bin/sh\ncryptsetup open --key-file /root/key /dev/xvdb journal\n",
  blockDeviceMappings: [
    { deviceName: "/dev/sdb", bsu: { volumeSize: 20, deleteOnVmDeletion: false } },
    { deviceName: "/dev/sdc", bsu: { volumeSize: 200, deleteOnVmDeletion: false } },
  ],
  tags: [{ key: "tier", value: "ledger" }],
});
