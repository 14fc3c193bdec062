import * as outscale from "@pulumi/outscale";
import { server, subnetA } from "./network";

// The volume is in another Subregion than the VM that is to use it.
const mail = server("mail", subnetA, "mail");
const mailboxes = new outscale.Volume("mailboxes", {
  subregionName: "cloudgouv-eu-west-1b",
  size: 200,
  volumeType: "gp2",
  tags: [{ key: "encryption", value: "luks2" }],
});
new outscale.VolumeLink("mailboxes", { vmId: mail.vmId, volumeId: mailboxes.volumeId, deviceName: "/dev/xvdb" });
