import * as outscale from "@pulumi/outscale";
import { net } from "./network";

// For everybody.
new outscale.ImageLaunchPermission("golden", {
  imageId: "ami-12345678",
  permissionAdditions: { globalPermission: "true" },
});
new outscale.SnapshotAttributes("copies", {
  snapshotId: "snap-12345678",
  permissionsToCreateVolumeAdditions: [{ globalPermission: true }],
});

// For an account that nobody has said to trust.
new outscale.NetPeering("partner", {
  sourceNetId: net.netId,
  accepterNetId: "vpc-12345678",
  accepterOwnerId: "012345678910",
});

// From a server on the Internet.
new outscale.Snapshot("received", {
  fileLocation: "https://downloads.example.com/volume.qcow2",
  snapshotSize: 10_737_418_240,
});
