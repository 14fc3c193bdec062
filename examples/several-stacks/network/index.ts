import * as outscale from "@pulumi/outscale";

const net = new outscale.Net("net", { ipRange: "10.0.0.0/16", tags: [{ key: "sensitivity", value: "internal" }] });

function subnet(zone: string, ipRange: string): outscale.Subnet {
  return new outscale.Subnet(zone, { netId: net.netId, ipRange, subregionName: `cloudgouv-eu-west-1${zone}` });
}

export const subnetIds = {
  a: subnet("a", "10.0.1.0/24").subnetId,
  b: subnet("b", "10.0.2.0/24").subnetId,
};
