import * as outscale from "@pulumi/outscale";
import { net, servers } from "./network";

// Whatever runs on the other servers opens sessions here.
const consoles = new outscale.SecurityGroup("consoles", { netId: net.netId, description: "Consoles" });
new outscale.SecurityGroupRule("consoles", {
  flow: "Inbound",
  securityGroupId: consoles.securityGroupId,
  rules: [
    {
      ipProtocol: "tcp",
      fromPortRange: 3389,
      toPortRange: 3389,
      securityGroupsMembers: [{ securityGroupId: servers.securityGroupId }],
    },
  ],
});
