import * as outscale from "@pulumi/outscale";
import { net, servers } from "./network";

function inbound(name: string, rule: Omit<outscale.SecurityGroupRuleArgs, "flow" | "securityGroupId">): void {
  new outscale.SecurityGroupRule(name, { flow: "Inbound", securityGroupId: servers.securityGroupId, ...rule });
}

inbound("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" });

// 6 is TCP, and both 22 and 3389 are between the two ports.
inbound("wide", { rules: [{ ipProtocol: "6", fromPortRange: 20, toPortRange: 4000, ipRanges: ["::/0"] }] });

// With every protocol the provider ignores the ports.
inbound("everything", { ipProtocol: "-1", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" });

inbound("no-ports", { ipProtocol: "tcp", ipRange: "0.0.0.0/0" });

inbound("halves", {
  rules: [{ ipProtocol: "tcp", fromPortRange: 3389, toPortRange: 3389, ipRanges: ["0.0.0.0/1", "128.0.0.0/1"] }],
});

// Neither is wide, both together are.
const offices = new outscale.SecurityGroup("offices", { netId: net.netId, description: "Offices" });
for (const [name, ipRange] of [
  ["east", "203.0.112.0/24"],
  ["west", "203.0.113.0/24"],
] as const) {
  new outscale.SecurityGroupRule(name, {
    flow: "Inbound",
    securityGroupId: offices.securityGroupId,
    ipProtocol: "tcp",
    fromPortRange: 22,
    toPortRange: 22,
    ipRange,
  });
}

// Known only after deployment.
const address = new outscale.PublicIp("partner", {});
inbound("partner", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: address.publicIp });
