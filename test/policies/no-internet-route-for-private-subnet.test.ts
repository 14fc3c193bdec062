import { noInternetRouteForPrivateSubnet } from "../../policies/exposure/no-internet-route-for-private-subnet";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const internet = resource("internetService:InternetService", "internet");
const attachment = resource("internetServiceLink:InternetServiceLink", "internet", {
  internetServiceId: from(internet),
  netId: from(net()),
});
const gateway = resource("virtualGateway:VirtualGateway", "vpn");
const table = resource("routeTable:RouteTable", "table", { netId: from(net()) });
const other = resource("routeTable:RouteTable", "other", { netId: from(net()) });
const [app, front, db] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const inside = vmIn(app, "app");
const nat = natIn(front);

function natIn(subnet: Resource): Resource {
  return resource("natService:NatService", "nat", { subnetId: from(subnet) });
}

function route(name: string, inputs: InputsOf<"route:Route"> = {}): Resource {
  return resource("route:Route", name, {
    routeTableId: from(table),
    destinationIpRange: "0.0.0.0/0",
    gatewayId: from(internet),
    ...inputs,
  });
}

const own = resource("routeTableLink:RouteTableLink", "app", { routeTableId: from(table), subnetId: from(app) });
const main = resource("mainRouteTableLink:MainRouteTableLink", "main", {
  routeTableId: from(table),
  netId: from(net()),
});
const ground = [net(), internet, table, app];
const out = route("out");
const found =
  "resource subnet-a : This Subnet has a route to an Internet service for 0.0.0.0/0, and VMs that nothing reaches from there.";
const destination = "out.destinationIpRange";

policySuite(noInternetRouteForPrivateSubnet, {
  compliant: [
    { name: "no route at all", resources: [...ground, inside] },
    {
      name: "a way out by a NAT service, a VPN or a peering, whatever the main table",
      resources: [
        ...[...ground, front, inside, nat, gateway, main, out, other],
        resource("routeTableLink:RouteTableLink", "app", { routeTableId: from(other), subnetId: from(app) }),
        route("nat", { routeTableId: from(other), gatewayId: "", natServiceId: from(nat) }),
        route("vpn", { routeTableId: from(other), destinationIpRange: "192.0.2.0/24", gatewayId: from(gateway) }),
        route("far", { routeTableId: from(other), destinationIpRange: "198.51.100.0/24", gatewayId: "vgw-12345678" }),
      ],
    },
    {
      name: "private addresses, and IPv6, which no Internet service carries",
      resources: [
        ...[...ground, inside, own, route("ipv6", { destinationIpRange: "::/0" })],
        route("private", { destinationIpRange: "10.8.0.0/16" }),
      ],
    },
    {
      name: "an internet-facing load balancer in the Subnet, by default",
      resources: [
        ...[...ground, inside, own, out],
        loadBalancer("shop", { loadBalancerType: undefined, subnets: [from(app)] }),
      ],
    },
    {
      name: "a public IP on a NIC of one VM",
      resources: [
        ...[...ground, inside, own, out, resource("nic:Nic", "nic", { subnetId: from(app) })],
        resource("nicLink:NicLink", "nic", {
          nicId: from(resource("nic:Nic", "nic")),
          vmId: from(vm("bastion")),
        }),
        vmIn(app, "bastion"),
        resource("publicIpLink:PublicIpLink", "ip", { nicId: from(resource("nic:Nic", "nic")) }),
      ],
    },
    {
      name: "a NAT service beside VMs, and a Subnet that gives public IPs",
      resources: [
        ...[net(), internet, table, front, inside, nat, main, out, vmIn(front, "proxy")],
        subnetIn("a", { mapPublicIpOnLaunch: true }),
      ],
    },
    {
      name: "a gateway that is not known, beside a NAT service",
      resources: [...ground, inside, own, route("out", { gatewayId: new Unknown() }), natIn(app)],
    },
  ],
  violation: [
    { name: "a table of its own", resources: [...ground, inside, own, out], findings: [found], needs: [destination] },
    {
      name: "the main table of its Net, in no production",
      resources: [net("net", { tags: tags({ environment: "dev" }) }), ...[internet, table, app, inside, main, out]],
      findings: [found],
      needs: [destination],
    },
    {
      name: "an Internet service of another stack, for halves",
      resources: [
        ...[net(), table, app, inside, own],
        route("high", { destinationIpRange: "128.0.0.0/1", gatewayId: "igw-12345678" }),
        route("low", { destinationIpRange: "0.0.0.0/1", gatewayId: "igw-12345678" }),
      ],
      findings: [found.replace("0.0.0.0/0", "128.0.0.0/1 and 0.0.0.0/1")],
      needs: [],
    },
    {
      name: "an Internet service by what attaches it to the Net",
      resources: [
        ...[net(), internet, attachment, table, app, inside, own],
        route("out", { gatewayId: from(attachment) }),
      ],
      findings: [found],
      needs: [destination],
    },
    {
      name: "everything by its id, in a component",
      resources: [
        { ...net(), id: "vpc-1" },
        { ...table, id: "rtb-1" },
        {
          ...subnetIn("a", { netId: "vpc-1" }),
          id: "subnet-1",
          parent: "urn:pulumi:test::unit::c::c",
        },
        vm("app", { primaryNics: [{ subnetId: "subnet-1", deviceNumber: 0 }] }),
        resource("mainRouteTableLink:MainRouteTableLink", "main", { routeTableId: "rtb-1", netId: "vpc-1" }),
        route("out", { routeTableId: "rtb-1", gatewayId: "igw-1" }),
      ],
      findings: [found],
      needs: [
        ...[destination, "out.routeTableId", "out.gatewayId", "main.routeTableId", "main.netId", "subnet-a.netId"],
        ...["primaryNics", "primaryNics[0]", "primaryNics[0].subnetId"].map((path) => `app.${path}`),
      ],
    },
    {
      name: "one public range",
      resources: [...ground, inside, own, route("out", { destinationIpRange: "198.51.100.0/24" })],
      findings: [found.replace("0.0.0.0/0", "198.51.100.0/24")],
      needs: [destination],
    },
    {
      name: "a VM by the second of its NICs, and one by a NIC that stands apart",
      resources: [
        ...[...ground, front, main, out, nat],
        vm("two", { nics: [{ subnetId: from(front) }, { subnetId: from(app) }] }),
        vm("three", { nics: [{ nicId: from(resource("nic:Nic", "nic")), deviceNumber: 0 }] }),
        resource("nic:Nic", "nic", { subnetId: from(db) }),
        db,
      ],
      findings: [found, found.replace("subnet-a", "subnet-c")],
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
        ...[...ground, front, inside, own, out],
        loadBalancer("shop", { loadBalancerType: "internal", subnets: [from(app)] }),
        loadBalancer("front", { subnets: [from(front)] }),
      ],
      findings: [found],
      needs: [destination, "shop.loadBalancerType"],
    },
  ],
  undetermined: [
    {
      name: "a gateway that is not known",
      resources: [...ground, inside, own, route("out", { gatewayId: new Unknown() })],
      reasons: ['subnet-a: `gatewayId` of "out" is not known before deployment.'],
    },
    {
      name: "a table of another stack, and a Net of one where a main table may be the Net's",
      resources: [
        ...[...ground, inside, main, out],
        resource("routeTableLink:RouteTableLink", "app", { routeTableId: "rtb-12345678", subnetId: from(app) }),
        subnetIn("c", { netId: "vpc-12345678" }),
        vmIn(subnetIn("c"), "far"),
      ],
      reasons: [
        'subnet-a: `routeTableId` of "app" leads out of this stack.',
        "subnet-c: `netId` leads out of this stack.",
      ],
    },
    {
      name: "a route of a table that is not known",
      resources: [...ground, inside, own, route("out", { routeTableId: new Unknown() })],
      reasons: ['subnet-a: `routeTableId` of "out" is not known before deployment.'],
    },
    {
      name: "a VM whose Subnet is not known",
      resources: [...ground, own, out, vm("app", { subnetId: new Unknown() })],
      reasons: ['subnet-a: `subnetId` of "app" is not known before deployment.'],
    },
    {
      name: "a public IP that may be the VM's, and text that is no range",
      resources: [
        ...[...ground, front, inside, own, out, resource("publicIpLink:PublicIpLink", "ip", { vmId: new Unknown() })],
        vmIn(front, "front"),
        resource("routeTableLink:RouteTableLink", "front", { routeTableId: from(other), subnetId: from(front) }),
        ...[other, route("typo", { routeTableId: from(other), destinationIpRange: "everywhere" })],
      ],
      reasons: [
        'subnet-a: `vmId` of "ip" is not known before deployment.',
        'subnet-b: `destinationIpRange` of "typo" cannot be judged: text that is no address range.',
      ],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [...ground, inside, own, out],
      shared: { part: { of: "shop", siblings: ["entry/prod"] } },
      reasons: [
        "subnet-a: Another part of shop (entry/prod) may have a public entry of this Subnet, and was not given.",
      ],
    },
    {
      name: "a Subnet whose VMs another part may have",
      resources: [...ground, own, out],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["subnet-a: Another part of shop (vms/prod) may have VMs of this Subnet, and was not given."],
    },
  ],
  notApplicable: [
    {
      name: "Subnets without VMs: a public one, and one of a NIC that nothing uses",
      resources: [
        ...[...ground, front, nat, main, out, resource("nic:Nic", "nic", { subnetId: from(app) })],
        vm("public-cloud"),
        vm("far", { subnetId: "subnet-12345678" }),
      ],
    },
  ],
});
