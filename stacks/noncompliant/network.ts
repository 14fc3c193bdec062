import * as outscale from "@pulumi/outscale";

export const net = new outscale.Net("legacy", {
  ipRange: "10.0.0.0/16",
  tags: [{ key: "sensitivity", value: "internal" }],
});

function subnet(letter: string, ipRange: string): outscale.Subnet {
  return new outscale.Subnet(`legacy-${letter}`, {
    netId: net.netId,
    ipRange,
    subregionName: `cloudgouv-eu-west-1${letter}`,
  });
}

export const subnetA = subnet("a", "10.0.0.0/24");
export const subnetB = subnet("b", "10.0.1.0/24");

/** Names no Subregion, and so lands in the first one like subnetA. */
export const subnetOfChance = new outscale.Subnet("legacy-chance", { netId: net.netId, ipRange: "10.0.2.0/24" });

export const servers = new outscale.SecurityGroup("servers", { netId: net.netId, description: "Everything" });

/** A VM of the legacy Net, with what its caller adds. */
export function server(name: string, on: outscale.Subnet, tier: string, userData?: string): outscale.Vm {
  return new outscale.Vm(name, {
    imageId: "ami-12345678",
    vmType: "tinav6.c2r4p2",
    subnetId: on.subnetId,
    securityGroupIds: [servers.securityGroupId],
    tags: [{ key: "tier", value: tier }],
    ...(userData !== undefined && { userData }),
  });
}
