import * as outscale from "@pulumi/outscale";
import { subnetA } from "./network";

// Kept apart by tags, which come when both have already started, perhaps on one host.
for (const number of [1, 2]) {
  new outscale.Vm(`session-${String(number)}`, {
    imageId: "ami-12345678",
    subnetId: subnetA.subnetId,
    tags: [
      { key: "tier", value: "session" },
      { key: "osc.fcu.repulse_server", value: "session" },
    ],
  });
}
