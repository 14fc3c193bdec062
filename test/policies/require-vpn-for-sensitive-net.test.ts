import { requireVpnForSensitiveNet } from "../../policies/flows/require-vpn-for-sensitive-net";
import type { Resource } from "../../src/stack";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const sensitive = resource("net:Net", "records", { ipRange: "10.0.0.0/16", tags: tags({ sensitivity: "sensitive" }) });
const hub = resource("net:Net", "hub", { ipRange: "10.1.0.0/16", tags: tags({ sensitivity: "internal" }) });
const plain = resource("net:Net", "plain", { ipRange: "10.2.0.0/16" });

/** A route of the Net to the Internet. */
function wayOut(net: Resource): Resource[] {
  const table = resource("routeTable:RouteTable", "table", { netId: from(net) });
  const gateway = resource("internetService:InternetService", "igw");
  const to = { routeTableId: from(table), destinationIpRange: "0.0.0.0/0", gatewayId: from(gateway) };
  return [net, table, gateway, resource("route:Route", "out", to)];
}

/** A virtual gateway on the Net, connected to a client gateway. */
function vpn(net: Resource): Resource[] {
  const gateway = resource("virtualGateway:VirtualGateway", "vgw", { connectionType: "ipsec.1" });
  const client = resource("clientGateway:ClientGateway", "office", { publicIp: "203.0.113.5" });
  return [
    gateway,
    client,
    resource("virtualGatewayLink:VirtualGatewayLink", "link", { netId: from(net), virtualGatewayId: from(gateway) }),
    resource("vpnConnection:VpnConnection", "tunnel", {
      virtualGatewayId: from(gateway),
      clientGatewayId: from(client),
      connectionType: "ipsec.1",
    }),
  ];
}

const subnet = resource("subnet:Subnet", "inside", { netId: from(sensitive), subregionName: "cloudgouv-eu-west-1a" });
const peering = resource("netPeering:NetPeering", "to-hub", { sourceNetId: from(sensitive), accepterNetId: from(hub) });
const table = resource("routeTable:RouteTable", "peered", { netId: from(sensitive) });
const throughPeering = resource("route:Route", "through", { routeTableId: from(table), netPeeringId: from(peering) });
const exposed = "resource records : Flows leave this sensitive Net, and no VPN carries them.";
const classification = ["records.tags[0].key", "records.tags[0].value"];

policySuite(requireVpnForSensitiveNet, {
  compliant: [
    { name: "a sensitive Net that nothing leaves", resources: [sensitive] },
    { name: "a connected virtual gateway", resources: [...wayOut(sensitive), ...vpn(sensitive)] },
    {
      name: "a VM of the tier vpn",
      resources: [
        ...wayOut(sensitive),
        subnet,
        resource("vm:Vm", "tunnel", { subnetId: from(subnet), tags: tags({ Role: "VPN" }) }),
      ],
    },
    { name: "a declared DirectLink", resources: wayOut(sensitive), shared: { directLinks: ["records"] } },
    {
      name: "a peering with a shared Net that has the VPN",
      resources: [sensitive, hub, peering, table, throughPeering, ...vpn(hub)],
      shared: { sharedNets: ["hub"] },
    },
  ],
  violation: [
    {
      name: "a part of a system that is given as a whole",
      resources: wayOut(sensitive),
      shared: { part: { of: "shop", siblings: ["unit", "unit/test"] } },
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a route to the Internet and no VPN",
      resources: wayOut(sensitive),
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a virtual gateway that nothing is connected to",
      resources: [...wayOut(sensitive), ...vpn(sensitive).filter(({ name }) => name !== "tunnel")],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "an internet-facing load balancer, by default",
      resources: [sensitive, subnet, resource("loadBalancer:LoadBalancer", "front", { subnets: [from(subnet)] })],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a public IP on a VM of the Net",
      resources: (() => {
        const vm = resource("vm:Vm", "db", { subnetId: from(subnet) });
        return [sensitive, subnet, vm, resource("publicIpLink:PublicIpLink", "ip", { vmId: from(vm) })];
      })(),
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a peering with a Net that is no shared one, though it has a VPN",
      resources: [sensitive, hub, peering, table, throughPeering, ...vpn(hub)],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a Net that a Tag resource makes sensitive",
      resources: [
        ...wayOut(plain),
        resource("tag:Tag", "class", { resourceIds: [from(plain)], tag: tags({ Sensitivity: "sensitive" }) }),
      ],
      findings: ["resource plain : Flows leave this sensitive Net, and no VPN carries them."],
      needs: ["class.tag[0].key", "class.tag[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a Net whose VPN another part of the system may hold",
      resources: wayOut(sensitive),
      shared: { part: { of: "shop", siblings: ["network"] } },
      reasons: ["records: Another part of shop (network) may have a VPN for this Net, and was not given."],
    },
    {
      name: "a Net whose way out another part of the system may make",
      resources: [sensitive],
      shared: { part: { of: "shop", siblings: ["network"] } },
      reasons: ["records: Another part of shop (network) may have a way out of this Net, and was not given."],
    },
    {
      name: "a Net that nothing classifies",
      resources: wayOut(plain),
      reasons: ["plain: `tags` cannot be judged: a Net without a `sensitivity` tag."],
    },
    {
      name: "a virtual gateway of another stack",
      resources: [
        ...wayOut(sensitive),
        resource("virtualGatewayLink:VirtualGatewayLink", "link", {
          netId: from(sensitive),
          virtualGatewayId: "vgw-12345678",
        }),
      ],
      reasons: ['records: `virtualGatewayId` of "link" leads out of this stack.'],
    },
    {
      name: "a shared Net of another stack",
      resources: [
        sensitive,
        table,
        resource("netPeering:NetPeering", "away", { sourceNetId: from(sensitive), accepterNetId: "vpc-87654321" }),
        resource("route:Route", "through", { routeTableId: from(table), netPeeringId: new Unknown() }),
      ],
      shared: { sharedNets: ["vpc-87654321"] },
      reasons: ['records: `accepterNetId` of "away" leads out of this stack.'],
    },
  ],
  notApplicable: [
    {
      name: "a sensitive Net of another stack, which that stack answers for",
      resources: [resource("subnet:Subnet", "inside", { netId: "vpc-00000001" })],
      shared: { known: { "vpc-00000001": { type: "outscale:index/net:Net", classification: "sensitive" } } },
    },
    { name: "Nets that are not sensitive", resources: [...wayOut(hub)] },
  ],
});
