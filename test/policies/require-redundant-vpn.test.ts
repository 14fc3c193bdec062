import { requireRedundantVpn } from "../../policies/flows/require-redundant-vpn";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";
import { netOf, vpnOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const hub = netOf("hub", "internal");
const bare = netOf("bare");
const classification = ["records.tags[0].key", "records.tags[0].value"];
const finding = (name: string) =>
  `resource ${name} : All its VPN connections lead to one address of the client's, 203.0.113.5.` as const;

policySuite(requireRedundantVpn, {
  compliant: [
    {
      name: "two client gateways at two addresses",
      resources: [net, ...vpnOf(net, "203.0.113.5", "198.51.100.7").all],
    },
    {
      name: "a DirectLink beside",
      resources: [net, ...vpnOf(net, "203.0.113.5").all],
      shared: { directLinks: ["records"] },
    },
  ],
  violation: [
    {
      name: "one client gateway",
      resources: [net, ...vpnOf(net, "203.0.113.5").all],
      findings: [finding("records")],
      needs: [...classification, "office-1.publicIp"],
    },
    {
      name: "two client gateways at one address",
      resources: [net, ...vpnOf(net, "203.0.113.5", "203.0.113.5").all],
      findings: [finding("records")],
      needs: [...classification, "office-1.publicIp", "office-2.publicIp"],
    },
    {
      name: "a shared Net with one client gateway",
      resources: [hub, ...vpnOf(hub, "203.0.113.5").all],
      shared: { sharedNets: ["hub"] },
      findings: [finding("hub")],
      needs: ["office-1.publicIp"],
    },
  ],
  undetermined: [
    {
      name: "a client gateway of another stack",
      resources: (() => {
        const { gateway, all } = vpnOf(net, "203.0.113.5");
        const other = { virtualGatewayId: from(gateway), clientGatewayId: "cgw-12345678" };
        return [net, ...all, resource("vpnConnection:VpnConnection", "away", other)];
      })(),
      reasons: ['records: `clientGatewayId` of "away" leads out of this stack.'],
    },
    {
      name: "a second connection that another part of the system may have",
      resources: [net, ...vpnOf(net, "203.0.113.5").all],
      shared: { part: { of: "shop", siblings: ["network"] } },
      reasons: [
        "records: Another part of shop (network) may have a second VPN connection of this Net, and was not given.",
      ],
    },
    {
      name: "a Net that nothing classifies",
      resources: [bare, ...vpnOf(bare, "203.0.113.5").all],
      reasons: ["bare: `tags` cannot be judged: a Net without a `sensitivity` tag."],
    },
  ],
  notApplicable: [
    { name: "a Net without VPN connection", resources: [net] },
    { name: "a Net that is not sensitive", resources: [hub, ...vpnOf(hub, "203.0.113.5").all] },
  ],
});
