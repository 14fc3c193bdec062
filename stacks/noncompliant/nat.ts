import * as outscale from "@pulumi/outscale";
import { net, subnetA, subnetB } from "./network";

// Both go out through one Subregion.
const { publicIpId } = new outscale.PublicIp("nat", {});
const { natServiceId } = new outscale.NatService("nat", { subnetId: subnetA.subnetId, publicIpId });
const { routeTableId } = new outscale.RouteTable("out", { netId: net.netId });
new outscale.Route("out", { routeTableId, destinationIpRange: "0.0.0.0/0", natServiceId });
for (const [index, { subnetId }] of [subnetA, subnetB].entries()) {
  new outscale.RouteTableLink(`out-${String(index + 1)}`, { routeTableId, subnetId });
}
