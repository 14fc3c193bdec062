import type { Resource } from "../../src/stack";
import { from, resource, tags } from "./resources";

/** A Net of a class. */
export function netOf(name: string, sensitivity?: string, ipRange = "10.0.0.0/16"): Resource {
  return resource("net:Net", name, { ipRange, ...(sensitivity !== undefined && { tags: tags({ sensitivity }) }) });
}

export function subnetOf(net: Resource, name: string): Resource {
  return resource("subnet:Subnet", name, { netId: from(net), ipRange: "10.0.1.0/24" });
}

/** A route table of a Subnet. */
export function tableOf(subnet: Resource, net: Resource): { table: Resource; link: Resource } {
  const table = resource("routeTable:RouteTable", `table-${subnet.name}`, { netId: from(net) });
  const link = resource("routeTableLink:RouteTableLink", `table-${subnet.name}`, {
    subnetId: from(subnet),
    routeTableId: from(table),
  });
  return { table, link };
}

/** A virtual gateway on a Net, connected to client gateways at addresses. */
export function vpnOf(net: Resource, ...addresses: string[]): { gateway: Resource; all: Resource[] } {
  const gateway = resource("virtualGateway:VirtualGateway", "vgw", { connectionType: "ipsec.1" });
  const clients = addresses.map((publicIp, index) =>
    resource("clientGateway:ClientGateway", `office-${String(index + 1)}`, { publicIp }),
  );
  const connections = clients.map((client) =>
    resource("vpnConnection:VpnConnection", `to-${client.name}`, {
      virtualGatewayId: from(gateway),
      clientGatewayId: from(client),
    }),
  );
  const link = resource("virtualGatewayLink:VirtualGatewayLink", "link", {
    netId: from(net),
    virtualGatewayId: from(gateway),
  });
  return { gateway, all: [gateway, link, ...clients, ...connections] };
}
