import { requireVpnRoutes } from "../../policies/flows/require-vpn-routes";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";
import { netOf, subnetOf, tableOf, vpnOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const plain = netOf("shop", "internal");
const subnet = subnetOf(net, "inside");
const { table, link } = tableOf(subnet, net);
const { gateway, all: vpn } = vpnOf(net, "203.0.113.5");
const base = [net, subnet, table, link];
const classification = ["records.tags[0].key", "records.tags[0].value"];

function route(name: string, inputs: InputsOf<"route:Route">, of = table) {
  return resource("route:Route", name, { routeTableId: from(of), destinationIpRange: "10.8.0.0/16", ...inputs });
}

function propagation(enable = true, of = gateway) {
  return resource("virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation", "learnt", {
    enable,
    routeTableId: from(table),
    virtualGatewayId: from(of),
  });
}

const isolated = subnetOf(net, "isolated");
const staticConnection = resource("vpnConnection:VpnConnection", "fixed", {
  virtualGatewayId: from(gateway),
  clientGatewayId: "cgw-12345678",
  staticRoutesOnly: true,
});
const idle = resource("virtualGateway:VirtualGateway", "idle");

policySuite(requireVpnRoutes, {
  compliant: [
    { name: "a table that learns the gateway's routes", resources: [...base, ...vpn, propagation()] },
    { name: "a route to the gateway", resources: [...base, ...vpn, route("to-vpn", { gatewayId: from(gateway) })] },
    {
      name: "a route to the gateway by what attaches it",
      resources: [...base, ...vpn, route("to-vpn", { gatewayId: from(...vpn.filter(({ name }) => name === "link")) })],
    },
    {
      name: "a Subnet that nothing leaves beside one that uses the VPN",
      resources: [...base, ...vpn, propagation(), isolated],
    },
    { name: "a Net without VPN, which others judge", resources: base },
    {
      name: "a static connection with its route",
      resources: [
        ...base,
        ...vpn,
        propagation(),
        staticConnection,
        resource("vpnConnectionRoute:VpnConnectionRoute", "fixed", {
          destinationIpRange: "10.8.0.0/16",
          vpnConnectionId: from(staticConnection),
        }),
      ],
    },
  ],
  violation: [
    {
      name: "a Subnet that leaves by something else",
      resources: [...base, ...vpn, route("out", { natServiceId: "nat-12345678" })],
      findings: ["resource inside : The tables of this sensitive Subnet lead out of the Net, and not through its VPN."],
      needs: classification,
    },
    {
      name: "a VPN that no table leads to",
      resources: [...base, ...vpn, propagation(false)],
      findings: ["resource inside : No table of this sensitive Subnet's Net leads to its VPN."],
      needs: [...classification, "learnt.enable"],
    },
    {
      name: "a static connection without routes",
      resources: [...base, ...vpn, propagation(), staticConnection],
      findings: ["resource fixed : This connection learns no routes, and none is written."],
      needs: [...classification, "fixed.staticRoutesOnly"],
    },
    {
      name: "a route to a gateway that nothing is connected to",
      resources: [
        ...base,
        idle,
        resource("virtualGatewayLink:VirtualGatewayLink", "link", { netId: from(net), virtualGatewayId: from(idle) }),
        route("to-vpn", { gatewayId: from(idle) }),
      ],
      findings: ["resource to-vpn : It leads to a virtual gateway that nothing is connected to."],
      needs: classification,
    },
    {
      name: "learnt routes of a gateway that is attached to another Net",
      resources: [...base, plain, ...vpnOf(plain, "203.0.113.5").all, propagation()],
      findings: ["resource learnt : It leads to a virtual gateway that is not attached to this Net."],
      needs: [...classification, "learnt.enable"],
    },
  ],
  undetermined: [
    {
      name: "a gateway of another stack",
      resources: [...base, route("to-vpn", { gatewayId: "vgw-12345678" })],
      reasons: ["to-vpn: `gatewayId` leads out of this stack."],
    },
    {
      name: "a connection that another part of the system may make",
      resources: [
        ...base,
        idle,
        resource("virtualGatewayLink:VirtualGatewayLink", "link", { netId: from(net), virtualGatewayId: from(idle) }),
        route("to-vpn", { gatewayId: from(idle) }),
      ],
      shared: { part: { of: "shop", siblings: ["network"] } },
      reasons: [
        "to-vpn: Another part of shop (network) may have what attaches and connects this gateway, and was not given.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "a Net that is not sensitive",
      resources: [plain, subnetOf(plain, "inside"), ...vpnOf(plain, "203.0.113.5").all],
    },
  ],
});
