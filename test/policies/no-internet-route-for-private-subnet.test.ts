import { noInternetRouteForPrivateSubnet } from "../../policies/exposure/no-internet-route-for-private-subnet";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const internet = resource("internetService:InternetService", "internet");
const attachment = resource("internetServiceLink:InternetServiceLink", "internet", {
  internetServiceId: from(internet),
  netId: from(net),
});
const gateway = resource("virtualGateway:VirtualGateway", "vpn");
const table = resource("routeTable:RouteTable", "table", { netId: from(net) });
const other = resource("routeTable:RouteTable", "other", { netId: from(net) });
const front = resource("subnet:Subnet", "front", { netId: from(net) });
const app = resource("subnet:Subnet", "app", { netId: from(net) });
const vm = resource("vm:Vm", "app", { subnetId: from(app) });
const nat = resource("natService:NatService", "nat", { subnetId: from(front) });

function route(name: string, inputs: Inputs = {}): Resource {
  return resource("route:Route", name, {
    routeTableId: from(table),
    destinationIpRange: "0.0.0.0/0",
    gatewayId: from(internet),
    ...inputs,
  });
}

const own = resource("routeTableLink:RouteTableLink", "app", { routeTableId: from(table), subnetId: from(app) });
const main = resource("mainRouteTableLink:MainRouteTableLink", "main", { routeTableId: from(table), netId: from(net) });
const ground = [net, internet, table, app];
const out = route("out");
const found =
  "resource app : This Subnet has a route to an Internet service for 0.0.0.0/0, and VMs that nothing reaches from there.";
const destination = "out.destinationIpRange";

function balancer(inputs: Inputs = {}): Resource {
  return resource("loadBalancer:LoadBalancer", "shop", { loadBalancerName: "shop", subnets: [from(app)], ...inputs });
}

policySuite(noInternetRouteForPrivateSubnet, {
  compliant: [
    { name: "no route at all", resources: [...ground, vm] },
    {
      name: "a way out by a NAT service, a VPN or a peering, whatever the main table",
      resources: [
        ...[...ground, front, vm, nat, gateway, main, out, other],
        resource("routeTableLink:RouteTableLink", "app", { routeTableId: from(other), subnetId: from(app) }),
        route("nat", { routeTableId: from(other), gatewayId: "", natServiceId: from(nat) }),
        route("vpn", { routeTableId: from(other), destinationIpRange: "192.0.2.0/24", gatewayId: from(gateway) }),
        route("far", { routeTableId: from(other), destinationIpRange: "198.51.100.0/24", gatewayId: "vgw-12345678" }),
      ],
    },
    {
      name: "private addresses, and IPv6, which no Internet service carries",
      resources: [
        ...[...ground, vm, own, route("ipv6", { destinationIpRange: "::/0" })],
        route("private", { destinationIpRange: "10.8.0.0/16" }),
      ],
    },
    {
      name: "an internet-facing load balancer in the Subnet, by default",
      resources: [...ground, vm, own, out, balancer()],
    },
    {
      name: "a public IP on a NIC of one VM",
      resources: [
        ...[...ground, vm, own, out, resource("nic:Nic", "nic", { subnetId: from(app) })],
        resource("nicLink:NicLink", "nic", {
          nicId: from(resource("nic:Nic", "nic")),
          vmId: from(resource("vm:Vm", "bastion")),
        }),
        resource("vm:Vm", "bastion", { subnetId: from(app) }),
        resource("publicIpLink:PublicIpLink", "ip", { nicId: from(resource("nic:Nic", "nic")) }),
      ],
    },
    {
      name: "a NAT service beside VMs, and a Subnet that gives public IPs",
      resources: [
        ...[net, internet, table, front, vm, nat, main, out, resource("vm:Vm", "proxy", { subnetId: from(front) })],
        resource("subnet:Subnet", "app", { netId: from(net), mapPublicIpOnLaunch: true }),
      ],
    },
    {
      name: "a gateway that is not known, beside a NAT service",
      resources: [...ground, vm, own, route("out", { gatewayId: new Unknown() }), natIn("app")],
    },
  ],
  violation: [
    { name: "a table of its own", resources: [...ground, vm, own, out], findings: [found], needs: [destination] },
    {
      name: "the main table of its Net, in no production",
      resources: [
        resource("net:Net", "net", { tags: tags({ environment: "dev" }) }),
        ...[internet, table, app, vm, main, out],
      ],
      findings: [found],
      needs: [destination],
    },
    {
      name: "an Internet service of another stack, for halves",
      resources: [
        ...[net, table, app, vm, own],
        route("high", { destinationIpRange: "128.0.0.0/1", gatewayId: "igw-12345678" }),
        route("low", { destinationIpRange: "0.0.0.0/1", gatewayId: "igw-12345678" }),
      ],
      findings: [found.replace("0.0.0.0/0", "128.0.0.0/1 and 0.0.0.0/1")],
      needs: [],
    },
    {
      name: "an Internet service by what attaches it to the Net",
      resources: [...[net, internet, attachment, table, app, vm, own], route("out", { gatewayId: from(attachment) })],
      findings: [found],
      needs: [destination],
    },
    {
      name: "everything by its id, in a component",
      resources: [
        { ...net, id: "vpc-1" },
        { ...table, id: "rtb-1" },
        {
          ...resource("subnet:Subnet", "app", { netId: "vpc-1" }),
          id: "subnet-1",
          parent: "urn:pulumi:test::unit::c::c",
        },
        resource("vm:Vm", "app", { primaryNics: [{ subnetId: "subnet-1", deviceNumber: 0 }] }),
        resource("mainRouteTableLink:MainRouteTableLink", "main", { routeTableId: "rtb-1", netId: "vpc-1" }),
        route("out", { routeTableId: "rtb-1", gatewayId: "igw-1" }),
      ],
      findings: [found],
      needs: [
        ...[destination, "out.routeTableId", "out.gatewayId", "main.routeTableId", "main.netId", "app.netId"],
        ...["primaryNics", "primaryNics[0]", "primaryNics[0].subnetId"].map((path) => `app.${path}`),
      ],
    },
    {
      name: "one public range",
      resources: [...ground, vm, own, route("out", { destinationIpRange: "198.51.100.0/24" })],
      findings: [found.replace("0.0.0.0/0", "198.51.100.0/24")],
      needs: [destination],
    },
    {
      name: "a VM by the second of its NICs, and one by a NIC that stands apart",
      resources: [
        ...[...ground, front, main, out, nat],
        resource("vm:Vm", "two", { nics: [{ subnetId: from(front) }, { subnetId: from(app) }] }),
        resource("vm:Vm", "three", { nics: [{ nicId: from(resource("nic:Nic", "nic")), deviceNumber: 0 }] }),
        resource("nic:Nic", "nic", { subnetId: from(resource("subnet:Subnet", "db")) }),
        resource("subnet:Subnet", "db", { netId: from(net) }),
      ],
      findings: [found, found.replace(" app ", " db ")],
      // A NIC that is not known may have a public IP.
      needs: [
        destination,
        ...["nics", "nics[0]", "nics[1]"].map((path) => `two.${path}`),
        ...["nics", "nics[0]"].map((path) => `three.${path}`),
      ],
    },
    {
      name: "an internal load balancer, and an internet-facing one in another Subnet",
      resources: [
        ...[...ground, front, vm, own, out, balancer({ loadBalancerType: "internal" })],
        resource("loadBalancer:LoadBalancer", "front", { subnets: [from(front)] }),
      ],
      findings: [found],
      needs: [destination, "shop.loadBalancerType"],
    },
  ],
  undetermined: [
    {
      name: "a gateway that is not known",
      resources: [...ground, vm, own, route("out", { gatewayId: new Unknown() })],
      reasons: ['app: `gatewayId` of "out" is not known before deployment.'],
    },
    {
      name: "a table of another stack, and a Net of one where a main table may be the Net's",
      resources: [
        ...[...ground, vm, main, out],
        resource("routeTableLink:RouteTableLink", "app", { routeTableId: "rtb-12345678", subnetId: from(app) }),
        resource("subnet:Subnet", "far", { netId: "vpc-12345678" }),
        resource("vm:Vm", "far", { subnetId: from(resource("subnet:Subnet", "far")) }),
      ],
      reasons: ['app: `routeTableId` of "app" leads out of this stack.', "far: `netId` leads out of this stack."],
    },
    {
      name: "a route of a table that is not known",
      resources: [...ground, vm, own, route("out", { routeTableId: new Unknown() })],
      reasons: ['app: `routeTableId` of "out" is not known before deployment.'],
    },
    {
      name: "a VM whose Subnet is not known",
      resources: [...ground, own, out, resource("vm:Vm", "app", { subnetId: new Unknown() })],
      reasons: ['app: `subnetId` of "app" is not known before deployment.'],
    },
    {
      name: "a public IP that may be the VM's, and text that is no range",
      resources: [
        ...[...ground, front, vm, own, out, resource("publicIpLink:PublicIpLink", "ip", { vmId: new Unknown() })],
        resource("vm:Vm", "front", { subnetId: from(front) }),
        resource("routeTableLink:RouteTableLink", "front", { routeTableId: from(other), subnetId: from(front) }),
        ...[other, route("typo", { routeTableId: from(other), destinationIpRange: "everywhere" })],
      ],
      reasons: [
        'app: `vmId` of "ip" is not known before deployment.',
        'front: `destinationIpRange` of "typo" cannot be judged: text that is no address range.',
      ],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [...ground, vm, own, out],
      shared: { part: { of: "shop", siblings: ["entry/prod"] } },
      reasons: ["app: Another part of shop (entry/prod) may have a public entry of this Subnet, and was not given."],
    },
    {
      name: "a Subnet whose VMs another part may have",
      resources: [...ground, own, out],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["app: Another part of shop (vms/prod) may have VMs of this Subnet, and was not given."],
    },
  ],
  notApplicable: [
    {
      name: "Subnets without VMs: a public one, and one of a NIC that nothing uses",
      resources: [
        ...[...ground, front, nat, main, out, resource("nic:Nic", "nic", { subnetId: from(app) })],
        resource("vm:Vm", "public-cloud"),
        resource("vm:Vm", "far", { subnetId: "subnet-12345678" }),
      ],
    },
  ],
});

function natIn(subnet: string): Resource {
  return resource("natService:NatService", "nat", { subnetId: from(resource("subnet:Subnet", subnet)) });
}
