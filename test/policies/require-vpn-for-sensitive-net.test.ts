import { requireVpnForSensitiveNet } from "../../policies/flows/require-vpn-for-sensitive-net";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";
import { netOf, subnetOf, vpnOf } from "../support/sensitive";

const sensitive = netOf("records", "sensitive");
const hub = netOf("hub", "internal", "10.1.0.0/16");
const plain = netOf("plain");

/** A route of the Net to the Internet. */
function wayOut(net: Resource): Resource[] {
  const table = resource("routeTable:RouteTable", "table", { netId: from(net) });
  const gateway = resource("internetService:InternetService", "igw");
  const to = { routeTableId: from(table), destinationIpRange: "0.0.0.0/0", gatewayId: from(gateway) };
  return [net, table, gateway, resource("route:Route", "out", to)];
}

const vpn = vpnOf(sensitive, "203.0.113.5").all;
const subnet = subnetOf(sensitive, "inside");
const peering = resource("netPeering:NetPeering", "to-hub", { sourceNetId: from(sensitive), accepterNetId: from(hub) });
const table = resource("routeTable:RouteTable", "peered", { netId: from(sensitive) });
const throughPeering = resource("route:Route", "through", { routeTableId: from(table), netPeeringId: from(peering) });
const peered = [sensitive, hub, peering, table, throughPeering, ...vpnOf(hub, "203.0.113.5").all];
const exposed = "resource records : Flows leave this sensitive Net, and no VPN carries them.";
const classification = ["records.tags[0].key", "records.tags[0].value"];

policySuite(requireVpnForSensitiveNet, {
  compliant: [
    { name: "a sensitive Net that nothing leaves", resources: [sensitive] },
    { name: "a connected virtual gateway", resources: [...wayOut(sensitive), ...vpn] },
    {
      name: "a VM of the tier vpn",
      resources: [...wayOut(sensitive), subnet, vmIn(subnet, "tunnel", { tags: tags({ Role: "VPN" }) })],
    },
    { name: "a declared DirectLink", resources: wayOut(sensitive), shared: { directLinks: ["records"] } },
    {
      name: "a peering with a shared Net that has the VPN",
      resources: peered,
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
      resources: [...wayOut(sensitive), ...vpn.filter(({ name }) => name !== "to-office-1")],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "an internet-facing load balancer, by default",
      resources: [sensitive, subnet, loadBalancer("front", { loadBalancerType: undefined, subnets: [from(subnet)] })],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a public IP on a VM of the Net",
      resources: (() => {
        const db = vmIn(subnet, "db");
        return [sensitive, subnet, db, resource("publicIpLink:PublicIpLink", "ip", { vmId: from(db) })];
      })(),
      findings: [exposed],
      needs: classification,
    },
    {
      name: "a peering with a Net that is no shared one, though it has a VPN",
      resources: peered,
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
