import * as outscale from "@pulumi/outscale";

const net = new outscale.Net("net", { ipRange: "10.0.0.0/16" });

const subnet = new outscale.Subnet("subnet", { netId: net.netId, ipRange: "10.0.1.0/24" });

const group = new outscale.SecurityGroup("group", { netId: net.netId, description: "Web servers" });

new outscale.SecurityGroupRule("ssh", {
  flow: "Inbound",
  securityGroupId: group.securityGroupId,
  ipProtocol: "tcp",
  fromPortRange: 22,
  toPortRange: 22,
  ipRange: "0.0.0.0/0",
});

const subregions = outscale.getSubregionsOutput().subregions;

export const vm = new outscale.Vm("vm", {
  imageId: "ami-12345678",
  subnetId: subnet.subnetId,
  securityGroupIds: [group.securityGroupId],
  placementSubregionName: subregions.apply((found) => found.at(0)?.subregionName ?? ""),
}).vmId;
