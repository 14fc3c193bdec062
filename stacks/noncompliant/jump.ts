import * as outscale from "@pulumi/outscale";

// A laboratory again, with a way in for whoever finds its jump server, and on from there.
const environment = { key: "environment", value: "test" };
const net = new outscale.Net("jump", {
  ipRange: "10.5.0.0/16",
  tags: [environment, { key: "sensitivity", value: "internal" }],
});
const subregionName = "cloudgouv-eu-west-1a";
const front = new outscale.Subnet("jump-front", { netId: net.netId, ipRange: "10.5.0.0/24", subregionName });
const back = new outscale.Subnet("jump-back", { netId: net.netId, ipRange: "10.5.1.0/24", subregionName });

const { internetServiceId } = new outscale.InternetService("jump", {});
const attached = new outscale.InternetServiceLink("jump", { netId: net.netId, internetServiceId });
const { routeTableId } = new outscale.RouteTable("jump", { netId: net.netId });
new outscale.RouteTableLink("jump", { routeTableId, subnetId: front.subnetId });
new outscale.Route(
  "jump-out",
  { routeTableId, destinationIpRange: "0.0.0.0/0", gatewayId: internetServiceId },
  { dependsOn: attached },
);

function group(name: string): outscale.SecurityGroup {
  return new outscale.SecurityGroup(name, { netId: net.netId, description: name, removeDefaultOutboundRule: false });
}

function vm(name: string, subnet: outscale.Subnet, of: outscale.SecurityGroup): outscale.Vm {
  return new outscale.Vm(name, {
    imageId: "ami-12345678",
    subnetId: subnet.subnetId,
    securityGroupIds: [of.securityGroupId],
    tags: [{ key: "tier", value: name }],
  });
}

function publicIp(name: string, { vmId }: outscale.Vm): void {
  const { publicIpId } = new outscale.PublicIp(name, {});
  new outscale.PublicIpLink(name, { vmId, publicIpId });
}

// Straight from the Internet.
const jumpers = group("jumpers");
publicIp("jump", vm("jump", front, jumpers));
new outscale.SecurityGroupRule("jump-ssh", {
  ...{ flow: "Inbound", securityGroupId: jumpers.securityGroupId },
  ...{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" },
});

// By two ranges that no reviewer takes for the Internet.
const desks = group("desks");
publicIp("desk", vm("desk", front, desks));
for (const [half, ipRange] of [
  ["desk-low", "0.0.0.0/1"],
  ["desk-high", "128.0.0.0/1"],
] as const) {
  new outscale.SecurityGroupRule(half, {
    ...{ flow: "Inbound", securityGroupId: desks.securityGroupId },
    ...{ ipProtocol: "tcp", fromPortRange: 3389, toPortRange: 3389, ipRange },
  });
}

// From the jump server, which is all that it takes; and from every address of IPv6, which the Internet service does not
// carry today.
const safes = group("safes");
vm("safe", back, safes);
new outscale.SecurityGroupRule("safe-in", {
  ...{ flow: "Inbound", securityGroupId: safes.securityGroupId },
  rules: [
    {
      ...{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22 },
      securityGroupsMembers: [{ securityGroupId: jumpers.securityGroupId }],
    },
    { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRanges: ["::/0"] },
  ],
});
