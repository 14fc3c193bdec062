import { requireNatPerSubregion } from "../../policies/availability/require-nat-per-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const inA = "cloudgouv-eu-west-1a";
const inB = "cloudgouv-eu-west-1b";
const table = resource("routeTable:RouteTable", "table", { netId: from(net()) });
const [a, b] = [subnetIn("a"), subnetIn("b")];
/** The Subnet of what leads out, beside `a`. */
const front = resource("subnet:Subnet", "front", { netId: from(net()), subregionName: inA });
const nat = resource("natService:NatService", "nat", { subnetId: from(front) });
const ground = [net(), table, front, a, b, nat];

function link(name: string, of: Resource, inputs: InputsOf<"routeTableLink:RouteTableLink"> = {}): Resource {
  return resource("routeTableLink:RouteTableLink", name, { routeTableId: from(table), subnetId: from(of), ...inputs });
}

function route(inputs: InputsOf<"route:Route">): Resource {
  return resource("route:Route", "default", { routeTableId: from(table), destinationIpRange: "0.0.0.0/0", ...inputs });
}

const main = resource("mainRouteTableLink:MainRouteTableLink", "main", {
  routeTableId: from(table),
  netId: from(net()),
});
const router = vmIn(front, "out", { tags: tags({ tier: "NAT" }) });
const nic = resource("nic:Nic", "nic", { subnetId: from(front) });

policySuite(requireNatPerSubregion, {
  compliant: [
    {
      name: "a NAT service in the same Subregion",
      resources: [...ground, link("a", a), route({ natServiceId: from(nat) })],
    },
    {
      name: "a VM of a router tier, by the main table",
      resources: [net(), table, front, a, main, router, route({ vmId: from(router) })],
    },
    {
      name: "a NIC of such a VM",
      resources: [
        ...[...ground, link("a", a), router, nic, route({ nicId: from(nic) })],
        resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: from(router), deviceNumber: 1 }),
      ],
    },
  ],
  violation: [
    {
      name: "one NAT service for two Subregions",
      resources: [...ground, link("a", a), link("b", b), route({ natServiceId: from(nat) })],
      findings: [`resource subnet-b : The default route of this Subnet in ${inB} goes to NAT service nat in ${inA}.`],
      needs: ["front.subregionName", "subnet-b.subregionName", "default.destinationIpRange"],
    },
    {
      name: "a far NAT service by routes that add up to a default route",
      resources: [
        ...[...ground, link("b", b)],
        ...["0.0.0.0/1", "128.0.0.0/1"].map((destinationIpRange, half) =>
          resource("route:Route", `half-${String(half)}`, {
            ...{ routeTableId: from(table), destinationIpRange, natServiceId: from(nat) },
          }),
        ),
      ],
      findings: [`resource subnet-b : The default route of this Subnet in ${inB} goes to NAT service nat in ${inA}.`],
      needs: [
        "front.subregionName",
        "subnet-b.subregionName",
        "half-0.destinationIpRange",
        "half-1.destinationIpRange",
      ],
    },
    {
      name: "a far VM by the main table, and one that is no router",
      resources: [
        ...[net(), table, front, b, main, route({ vmId: from(vm("web")) })],
        vmIn(front, "web", { tags: tags({ tier: "web" }) }),
      ],
      findings: [
        "resource front : The default route of this Subnet goes to VM web, which is of no router tier.",
        `resource subnet-b : The default route of this Subnet in ${inB} goes to VM web in ${inA}.`,
        "resource subnet-b : The default route of this Subnet goes to VM web, which is of no router tier.",
      ],
      needs: [
        "default.destinationIpRange",
        ...["tags", "tags[0]", "tags[0].key", "tags[0].value"].map((path) => `web.${path}`),
      ],
    },
  ],
  undetermined: [
    {
      name: "a VM that nothing declares a router",
      resources: [...[net(), table, front, link("front", front), vmIn(front, "nat")], route({ vmId: from(vm("nat")) })],
      reasons: ['front: `tags` of "nat" cannot be judged: a VM whose tier nothing declares.'],
    },
    {
      name: "a NAT service of another stack, and a NIC that nothing puts on a VM",
      resources: [
        ...[...ground, nic, link("a", a), route({ natServiceId: "nat-12345678" })],
        resource("routeTable:RouteTable", "other", { netId: from(net()) }),
        link("b", b, { routeTableId: from(resource("routeTable:RouteTable", "other")) }),
        resource("route:Route", "other", {
          routeTableId: from(resource("routeTable:RouteTable", "other")),
          destinationIpRange: "0.0.0.0/0",
          nicId: from(resource("nic:Nic", "near")),
        }),
        resource("nic:Nic", "near", { subnetId: from(b) }),
      ],
      reasons: [
        'subnet-a: `natServiceId` of "default" leads out of this stack.',
        'subnet-b: `vmId` of "near" leads out of this stack.',
      ],
    },
    {
      name: "a route table, or the Net of a main one, that is not known",
      resources: [
        ...[net(), table, front, a, nat, route({ natServiceId: from(nat) })],
        link("a", a, { routeTableId: new Unknown() }),
        subnetIn("b", { netId: "vpc-12345678" }),
        main,
      ],
      reasons: [
        'subnet-a: `routeTableId` of "a" is not known before deployment.',
        "subnet-b: `netId` leads out of this stack.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "a route through a NAT service for a part of the Internet",
      resources: [...ground, link("b", b), route({ natServiceId: from(nat), destinationIpRange: "203.0.113.0/24" })],
    },
    {
      name: "Subnets without a default route, and public ones",
      resources: [
        ...[...ground, link("a", a), link("b", b), route({ gatewayId: "igw-12345678" })],
        resource("route:Route", "office", {
          routeTableId: from(table),
          destinationIpRange: "192.168.0.0/16",
          natServiceId: from(nat),
        }),
      ],
    },
    {
      name: "a Net for development",
      resources: [
        ...[table, front, nat, a, b, link("b", b), route({ natServiceId: from(nat) })],
        net("net", { tags: tags({ environment: "dev" }) }),
      ],
    },
  ],
});
