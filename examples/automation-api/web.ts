import * as outscale from "@pulumi/outscale";

/** Two web VMs in two Subregions, with SSH open to everybody. */
export async function web(): Promise<void> {
  const net = new outscale.Net("net", { ipRange: "10.0.0.0/16", tags: [{ key: "sensitivity", value: "internal" }] });
  const group = new outscale.SecurityGroup("web", { netId: net.netId, description: "Web servers" });

  new outscale.SecurityGroupRule("web-ssh", {
    securityGroupId: group.securityGroupId,
    flow: "Inbound",
    ipProtocol: "tcp",
    fromPortRange: 22,
    toPortRange: 22,
    ipRange: "0.0.0.0/0",
  });

  const { subregions } = await outscale.getSubregions();
  for (const [index, { subregionName }] of subregions.slice(0, 2).entries()) {
    const name = `web-${String(index)}`;
    const subnet = new outscale.Subnet(name, {
      netId: net.netId,
      ipRange: `10.0.${String(index)}.0/24`,
      subregionName,
    });

    new outscale.Vm(name, {
      imageId: "ami-12345678",
      subnetId: subnet.subnetId,
      securityGroupIds: [group.securityGroupId],
      tags: [{ key: "tier", value: "web" }],
    });
  }
}
