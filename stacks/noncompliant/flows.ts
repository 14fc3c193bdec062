import * as outscale from "@pulumi/outscale";
import { net } from "./network";

function sensitiveNet(name: string, ipRange: string): outscale.Net {
  return new outscale.Net(name, { ipRange, tags: [{ key: "sensitivity", value: "sensitive" }] });
}

/** Lets a Net out to the Internet. */
function openToInternet(name: string, net: outscale.Net): void {
  const internet = new outscale.InternetService(name, {});
  const attached = new outscale.InternetServiceLink(name, {
    internetServiceId: internet.internetServiceId,
    netId: net.netId,
  });
  const table = new outscale.RouteTable(name, { netId: net.netId });
  new outscale.Route(
    name,
    { routeTableId: table.routeTableId, destinationIpRange: "0.0.0.0/0", gatewayId: internet.internetServiceId },
    { dependsOn: attached },
  );
}

// Straight to the Internet, beside a virtual gateway that nothing is connected to.
const records = sensitiveNet("records", "10.1.0.0/16");
openToInternet("records", records);
const gateway = new outscale.VirtualGateway("idle", { connectionType: "ipsec.1" });
new outscale.VirtualGatewayLink("idle", { netId: records.netId, virtualGatewayId: gateway.virtualGatewayId });

// Through a Net that is nobody's VPN.
const payroll = sensitiveNet("payroll", "10.2.0.0/16");
const peering = new outscale.NetPeering("payroll-to-legacy", { sourceNetId: payroll.netId, accepterNetId: net.netId });
const peered = new outscale.RouteTable("payroll", { netId: payroll.netId });
new outscale.Route("payroll-out", {
  routeTableId: peered.routeTableId,
  destinationIpRange: "10.0.0.0/16",
  netPeeringId: peering.netPeeringId,
});

// Nobody has said how sensitive it is.
openToInternet("unsorted", new outscale.Net("unsorted", { ipRange: "10.3.0.0/16" }));
