import * as outscale from "@pulumi/outscale";
import { subnetA } from "./network";

// Eight times what its size allows.
new outscale.Volume("journal", { subregionName: "cloudgouv-eu-west-1a", volumeType: "io1", size: 5, iops: 12_000 });

// Backed up where it lies, and nowhere else.
new outscale.Volume("books", {
  subregionName: "cloudgouv-eu-west-1b",
  size: 20,
  tags: [{ key: "autosnapshot", value: "Yes" }],
});

// Shutting it down from within deletes it, and its data device with it; the other disk is not even kept when it stops.
new outscale.Vm("spool", {
  imageId: "ami-12345678",
  subnetId: subnetA.subnetId,
  shutdownBehaviorConfiguration: { guestAction: "terminate", hostAction: "restart" },
  blockDeviceMappings: [
    { deviceName: "/dev/sdb", bsu: { volumeSize: 100 } },
    { deviceName: "/dev/sdc", virtualDeviceName: "ephemeral0" },
  ],
  tags: [{ key: "tier", value: "spool" }],
});

// Moved to another Subregion in one go, and nothing keeps what it was copied from.
const former = new outscale.Volume("move-from", { subregionName: "cloudgouv-eu-west-1a", size: 50 });
const moved = new outscale.Snapshot("move", { volumeId: former.volumeId });
new outscale.Volume("move-to", { subregionName: "cloudgouv-eu-west-1b", size: 50, snapshotId: moved.snapshotId });
