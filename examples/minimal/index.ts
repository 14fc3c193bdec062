import * as outscale from "@pulumi/outscale";

const net = new outscale.Net("net", { ipRange: "10.0.0.0/16", tags: [{ key: "sensitivity", value: "internal" }] });
const web = new outscale.SecurityGroup("web", { netId: net.netId, description: "Web servers" });

new outscale.SecurityGroupRule("web-ssh", {
  securityGroupId: web.securityGroupId,
  flow: "Inbound",
  ipProtocol: "tcp",
  fromPortRange: 22,
  toPortRange: 22,
  ipRange: "0.0.0.0/0",
});

const ranges = { a: "10.0.1.0/24", b: "10.0.2.0/24" };
for (const [zone, ipRange] of Object.entries(ranges)) {
  const subnet = new outscale.Subnet(`web-${zone}`, {
    netId: net.netId,
    ipRange,
    subregionName: `cloudgouv-eu-west-1${zone}`,
  });

  new outscale.Vm(`web-${zone}`, {
    imageId: "ami-12345678",
    subnetId: subnet.subnetId,
    securityGroupIds: [web.securityGroupId],
    tags: [{ key: "tier", value: "web" }],
  });
}
