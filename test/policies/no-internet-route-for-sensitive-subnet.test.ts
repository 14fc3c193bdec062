import { noInternetRouteForSensitiveSubnet } from "../../policies/flows/no-internet-route-for-sensitive-subnet";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";
import { netOf, subnetOf, tableOf, vpnOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const subnet = subnetOf(net, "inside");
const { table, link } = tableOf(subnet, net);
const base = [net, subnet, table, link];
const internet = resource("internetService:InternetService", "igw");
const bare = netOf("bare");
const plain = netOf("shop", "internal");

function route(inputs: InputsOf<"route:Route">): Resource {
  return resource("route:Route", "out", { routeTableId: from(table), destinationIpRange: "0.0.0.0/0", ...inputs });
}

const { gateway, all: vpn } = vpnOf(net, "203.0.113.5");
const classification = ["records.tags[0].key", "records.tags[0].value"];
const routed = "resource inside : A route leads from this sensitive Subnet to the Internet.";
const entered = "resource inside : What stands in this sensitive Subnet has a public IP or faces the Internet.";
const tlsEntry = loadBalancer("entry", {
  subnets: [from(subnet)],
  listeners: [{ loadBalancerProtocol: "TCP", loadBalancerPort: 443, backendProtocol: "TCP", backendPort: 8443 }],
});
const db = vmIn(subnet, "db");
const TLS = { shared: { sensitiveEntry: "vpn-or-tls" } };

policySuite(noInternetRouteForSensitiveSubnet, {
  compliant: [
    { name: "a Subnet without any route", resources: [net, subnet] },
    { name: "a Subnet that only a VPN leaves", resources: [...base, ...vpn, route({ gatewayId: from(gateway) })] },
    {
      name: "an entry with TLS all the way and the route of its answers, where the settings accept it",
      resources: [...base, internet, route({ gatewayId: from(internet) }), tlsEntry],
      ...TLS,
    },
  ],
  violation: [
    {
      name: "a route to an Internet service",
      resources: [...base, internet, route({ gatewayId: from(internet) })],
      findings: [routed],
      needs: classification,
    },
    {
      name: "a route to a NAT service",
      resources: [...base, route({ natServiceId: "nat-12345678" })],
      findings: [routed],
      needs: classification,
    },
    {
      name: "a VM with a public IP",
      resources: [net, subnet, db, resource("publicIpLink:PublicIpLink", "ip", { vmId: from(db) })],
      findings: [entered],
      needs: classification,
    },
    {
      name: "a load balancer that faces the Internet",
      resources: [net, subnet, tlsEntry],
      findings: [entered],
      needs: [...classification, "entry.loadBalancerType"],
    },
    {
      name: "a route to the Internet from a Subnet without entry, where the settings accept TLS",
      resources: [...base, internet, route({ gatewayId: from(internet) })],
      ...TLS,
      findings: [routed],
      needs: classification,
    },
    {
      name: "an entry in clear, where the settings accept TLS",
      resources: [
        net,
        subnet,
        loadBalancer("entry", {
          subnets: [from(subnet)],
          listeners: [{ loadBalancerProtocol: "HTTP", loadBalancerPort: 80, backendPort: 8080 }],
        }),
      ],
      ...TLS,
      findings: [entered],
      needs: [...classification, "entry.loadBalancerType", "entry.listeners", "entry.listeners[0]"],
    },
  ],
  undetermined: [
    {
      name: "a route to what comes with the deployment",
      resources: [...base, route({ gatewayId: new Unknown() })],
      reasons: ['inside: `gatewayId` of "out" is not known before deployment.'],
    },
    {
      name: "a Net that nothing classifies",
      resources: [bare, resource("subnet:Subnet", "inside", { netId: from(bare), mapPublicIpOnLaunch: true })],
      reasons: ["inside: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
  ],
  notApplicable: [{ name: "a Net that is not sensitive", resources: [plain, subnetOf(plain, "inside")] }],
});
