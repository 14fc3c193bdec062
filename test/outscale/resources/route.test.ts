import { describe, expect, test } from "@jest/globals";
import { Net } from "../../../src/outscale/resources/net";
import { findInternetRoutesOf, Route, findRoutes, findRouteTables } from "../../../src/outscale/resources/route";
import { Subnet } from "../../../src/outscale/resources/subnet";
import { type Resource, Unknown } from "../../../src/stack";
import { net, subnetIn, vm, vmIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"route:Route">;

const ours = net();
const theirs = net("their-net");
const [a, b] = [subnetIn("a"), subnetIn("b")];
const far = subnetIn("c", { netId: from(theirs) });
const table = resource("routeTable:RouteTable", "table", { netId: from(ours) });

const internet = resource("internetService:InternetService", "internet", {}, { id: "igw-1" });
const attachedInternet = resource("internetServiceLink:InternetServiceLink", "attached-internet", {
  internetServiceId: from(internet),
  netId: from(ours),
});
const gateway = resource("virtualGateway:VirtualGateway", "gateway", { connectionType: "ipsec.1" }, { id: "vgw-1" });
const attachedGateway = resource("virtualGatewayLink:VirtualGatewayLink", "attached-gateway", {
  virtualGatewayId: from(gateway),
  netId: from(ours),
});
const nat = resource("natService:NatService", "nat", { subnetId: from(a), publicIpId: "eipalloc-1" });
const peering = resource(
  "netPeering:NetPeering",
  "peering",
  { sourceNetId: from(ours), accepterNetId: from(theirs) },
  { id: "pcx-1" },
);
const [inner, exposed] = [{ ...vmIn(a, "inner"), id: "i-1" }, vmIn(a, "exposed")];
const [distant, loose] = [vmIn(far, "distant"), vm("loose")];
const publicIp = resource("publicIpLink:PublicIpLink", "public-ip", { vmId: from(exposed), publicIpId: "eipalloc-2" });
const leg = resource("nic:Nic", "leg", { subnetId: from(a) }, { id: "eni-1" });
const legLink = resource("nicLink:NicLink", "leg", { nicId: from(leg), vmId: from(inner), deviceNumber: 1 });
const idle = resource("nic:Nic", "idle", { subnetId: from(a) });
const farLeg = resource("nic:Nic", "far-leg", { subnetId: from(far) });
const ground = [
  ...[ours, theirs, a, b, far, table, internet, attachedInternet, gateway, attachedGateway, nat, peering],
  ...[inner, exposed, distant, loose, publicIp, leg, legLink, idle, farLeg],
];

/** A route of the table, for every address unless it says otherwise. */
function route(inputs: Inputs, name = "route", options: Partial<Resource> = {}): Resource {
  const own = { routeTableId: from(table), destinationIpRange: "0.0.0.0/0" };
  return resource("route:Route", name, { ...own, ...inputs }, options);
}

function viewed(inputs: Inputs, options: Partial<Resource> = {}): Route {
  const made = route(inputs, "route", options);
  return systemOf([...ground, made]).view(made, Route);
}

/** A route of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

/** What each question to a route is answered. */
interface Answers {
  readonly leaves: boolean | string;
  readonly leadsToInternet: boolean | string;
  readonly leadsStraightToInternet: boolean | string;
  readonly leadsToOtherNetwork: boolean | string;
  readonly leadsToVirtualGateway: boolean | string;
  readonly leadsToVm: boolean | string;
  readonly peering: string | undefined;
  readonly gateway: string | undefined;
}

function asked(view: Route): Answers {
  return {
    leaves: answer(() => view.leaves(view.system.view(ours, Net))),
    leadsToInternet: answer(() => view.leadsToInternet()),
    leadsStraightToInternet: answer(() => view.leadsStraightToInternet()),
    leadsToOtherNetwork: answer(() => view.leadsToOtherNetwork()),
    leadsToVirtualGateway: answer(() => view.leadsToVirtualGateway()),
    leadsToVm: answer(() => view.leadsToVm()),
    peering: answer(() => view.peering()),
    gateway: answer(() => view.gateway()?.name),
  };
}

const NOWHERE: Answers = {
  leaves: false,
  leadsToInternet: false,
  leadsStraightToInternet: false,
  leadsToOtherNetwork: false,
  leadsToVirtualGateway: false,
  leadsToVm: false,
  peering: undefined,
  gateway: undefined,
};
const STRAIGHT = { ...NOWHERE, leaves: true, leadsToInternet: true, leadsStraightToInternet: true };
const TO_GATEWAY = { ...NOWHERE, leaves: true, leadsToOtherNetwork: true, leadsToVirtualGateway: true };
const TO_PEERING = { ...NOWHERE, leaves: true, leadsToOtherNetwork: true };
const TO_NAT = { ...NOWHERE, leaves: true, leadsToInternet: true };
const TO_VM = { ...NOWHERE, leadsToVm: true };

/** Of a route to a gateway that is not known; it leaves the Net whatever it leads to. */
function hiddenGateway(why: string): Answers {
  return {
    ...NOWHERE,
    ...{ leaves: true, leadsToInternet: why, leadsStraightToInternet: why },
    ...{ leadsToOtherNetwork: why, leadsToVirtualGateway: why },
  };
}

describe("a route leads", () => {
  test.each<[name: string, inputs: Inputs, expected: Answers, options?: Partial<Resource>]>([
    ["nowhere where nothing is written", {}, NOWHERE],
    ["nowhere by empty texts", { gatewayId: "", natServiceId: "", netPeeringId: "", vmId: "", nicId: "" }, NOWHERE],
    ["to the Internet service", { gatewayId: from(internet) }, { ...STRAIGHT, gateway: "internet" }],
    ["to the Internet service by its id", { gatewayId: "igw-1" }, { ...STRAIGHT, gateway: "internet" }],
    [
      "to the Internet service by what attaches it",
      { gatewayId: from(attachedInternet) },
      { ...STRAIGHT, gateway: "attached-internet" },
    ],
    ["to the Internet service of another stack", { gatewayId: "igw-9" }, STRAIGHT],
    ["to a virtual gateway", { gatewayId: from(gateway) }, { ...TO_GATEWAY, gateway: "gateway" }],
    ["to a virtual gateway by its id", { gatewayId: "vgw-1" }, { ...TO_GATEWAY, gateway: "gateway" }],
    [
      "to a virtual gateway by what attaches it",
      { gatewayId: from(attachedGateway) },
      { ...TO_GATEWAY, gateway: "attached-gateway" },
    ],
    ["to a virtual gateway of another stack", { gatewayId: "vgw-9" }, TO_GATEWAY],
    ["to a gateway that is not known", { gatewayId: new Unknown() }, hiddenGateway("not known: gatewayId of route")],
    [
      "to a gateway that is a secret",
      { gatewayId: new Unknown(undefined, true) },
      hiddenGateway("secret: gatewayId of route"),
    ],
    [
      "to one of several gateways",
      { gatewayId: from(internet, gateway) },
      hiddenGateway("not known: gatewayId of route, perhaps internet, gateway"),
    ],
    ["to a NAT service", { natServiceId: from(nat) }, TO_NAT],
    ["to a NAT service of another stack", { natServiceId: "nat-9" }, TO_NAT],
    ["to a NAT service that is not known", { natServiceId: new Unknown() }, TO_NAT],
    ["to a peering", { netPeeringId: from(peering) }, { ...TO_PEERING, peering: peering.urn, gateway: "peering" }],
    ["to a peering by its id", { netPeeringId: "pcx-1" }, { ...TO_PEERING, peering: peering.urn, gateway: "peering" }],
    ["to a peering of another stack", { netPeeringId: "pcx-9" }, { ...TO_PEERING, peering: "pcx-9" }],
    [
      "to a peering that is not known",
      { netPeeringId: new Unknown() },
      { ...TO_PEERING, peering: "not known: netPeeringId of route" },
    ],
    ["to a VM of the Net", { vmId: from(inner) }, TO_VM],
    ["to a VM of the Net by its id", { vmId: "i-1" }, TO_VM],
    ["to a VM of the Net with a public IP", { vmId: from(exposed) }, { ...TO_VM, leadsToInternet: true }],
    ["to a VM of another Net", { vmId: from(distant) }, { ...TO_VM, leaves: true }],
    ["to a VM of the public Cloud", { vmId: from(loose) }, { ...TO_VM, leaves: true, leadsToInternet: true }],
    [
      "to a VM that is not known",
      { vmId: new Unknown() },
      { ...TO_VM, leaves: "not known: vmId of route", leadsToInternet: "not known: vmId of route" },
    ],
    [
      "to a VM of another stack",
      { vmId: "i-9" },
      { ...TO_VM, leaves: "outside: vmId of route", leadsToInternet: "outside: vmId of route" },
    ],
    [
      "somewhere, as outputs tell, which do not say who wrote it",
      { gatewayId: "igw-1" },
      {
        ...hiddenGateway("not known: gatewayId of route"),
        leaves: "not known: gatewayId of route",
        gateway: "internet",
      },
      told,
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(asked(viewed(inputs, options))).toEqual(expected);
  });

  test.each<[name: string, inputs: Inputs, expected: Answers]>([
    ["to a gateway, which the stack tells more of", { gatewayId: from(internet) }, hiddenGateway("with the stack")],
    ["to a NAT service, which it tells alone", { natServiceId: from(nat) }, TO_NAT],
    [
      "to a peering, which the stack tells more of",
      { netPeeringId: "pcx-1" },
      { ...TO_PEERING, peering: "with the stack" },
    ],
    [
      "to a VM, which the stack tells more of",
      { vmId: from(inner) },
      { ...TO_VM, leaves: "with the stack", leadsToInternet: "with the stack" },
    ],
  ])("%s", (_name, inputs, expected) => {
    const made = route(inputs);
    const view = alone(made).view(made, Route);
    const elsewhere = systemOf(ground).view(ours, Net);
    expect({ ...asked(view), leaves: answer(() => view.leaves(elsewhere)) }).toEqual(expected);
  });
});

describe("a route to a NIC leads out of the Net:", () => {
  test.each<[name: string, inputs: Inputs, expected: boolean | string]>([
    ["no, to one of the Net", { nicId: from(leg) }, false],
    ["no, to one of the Net by its id", { nicId: "eni-1" }, false],
    ["yes, to one of another Net", { nicId: from(farLeg) }, true],
    ["not known, to one that is not", { nicId: new Unknown() }, "not known: nicId of route"],
    ["not known, to one of another stack", { nicId: "eni-9" }, "outside: nicId of route"],
    ["yes, beside a gateway", { nicId: from(leg), gatewayId: from(gateway) }, true],
  ])("%s", (_name, inputs, expected) => {
    const view = viewed(inputs);
    expect(answer(() => view.leaves(view.system.view(ours, Net)))).toBe(expected);
    expect(view.leadsToVm()).toBe(true);
  });
});

describe("a route to a NIC leads to the Internet:", () => {
  const open = resource("nic:Nic", "open", { subnetId: from(a) });
  const openLink = resource("nicLink:NicLink", "open", { nicId: from(open), vmId: from(exposed), deviceNumber: 1 });

  test.each<[name: string, inputs: Inputs, expected: boolean | string]>([
    ["yes, to one of a VM with a public IP", { nicId: from(open) }, true],
    ["no, to one of a VM without", { nicId: from(leg) }, false],
    ["yes, beside a NAT service", { nicId: from(leg), natServiceId: from(nat) }, true],
    ["not known, to one that is not", { nicId: new Unknown() }, "not known: nicId of route"],
    ["not known, to one that nothing holds", { nicId: from(idle) }, "outside: vmId of idle"],
  ])("%s", (_name, inputs, expected) => {
    const made = route(inputs);
    const view = systemOf([...ground, open, openLink, made]).view(made, Route);
    expect(answer(() => view.leadsToInternet())).toBe(expected);
  });
});

describe("the VM that it hands packets to is", () => {
  test.each<[name: string, inputs: Inputs, expected: string]>([
    ["that which it names", { vmId: from(inner) }, "inner"],
    ["that which it names by its id", { vmId: "i-1" }, "inner"],
    ["that which it names, before one of a NIC", { vmId: from(exposed), nicId: from(leg) }, "exposed"],
    ["that which its NIC is put on", { nicId: from(leg) }, "inner"],
    ["that which its NIC is put on, by the NIC's id", { nicId: "eni-1" }, "inner"],
    ["out of the stack for a NIC that nothing holds", { nicId: from(idle) }, "outside: vmId of idle"],
    ["out of the stack for a NIC of another stack", { nicId: "eni-9" }, "outside: nicId of route"],
    ["not known", { vmId: new Unknown() }, "not known: vmId of route"],
    ["one of several", { vmId: from(inner, exposed) }, "not known: vmId of route, perhaps exposed, inner"],
    ["none where none is named", { gatewayId: from(internet) }, "not known: nicId of route"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).router().name)).toBe(expected);
  });
});

describe("the addresses that it carries", () => {
  const NO_RANGE = "not read: destinationIpRange of route, text that is no address range";

  test.each<
    [
      name: string,
      destinationIpRange: Inputs["destinationIpRange"],
      expected: { destination: readonly string[] | string; isPublic: boolean | string },
    ]
  >([
    ["are all of IPv4", "0.0.0.0/0", { destination: ["0.0.0.0/0"], isPublic: true }],
    ["are some public ones", "203.0.113.0/24", { destination: ["203.0.113.0/24"], isPublic: true }],
    ["are one public address", "198.51.100.7", { destination: ["198.51.100.7/32"], isPublic: true }],
    ["are a range with a host in it", "203.0.113.7/24", { destination: ["203.0.113.0/24"], isPublic: true }],
    ["are private ones", "10.0.0.0/8", { destination: ["10.0.0.0/8"], isPublic: false }],
    ["are private ones and others", "10.0.0.0/7", { destination: ["10.0.0.0/7"], isPublic: true }],
    ["are all of IPv6, which the Internet service does not have", "::/0", { destination: ["::/0"], isPublic: false }],
    ["are none that can be read", "everywhere", { destination: NO_RANGE, isPublic: NO_RANGE }],
    ["are none that are written", undefined, { destination: NO_RANGE, isPublic: NO_RANGE }],
    [
      "are not known",
      new Unknown(),
      {
        destination: "not known: destinationIpRange of route",
        isPublic: "not known: destinationIpRange of route",
      },
    ],
  ])("%s", (_name, destinationIpRange, expected) => {
    const view = viewed({ gatewayId: from(internet), destinationIpRange });
    expect({
      destination: answer(() => view.destination().cidrs),
      isPublic: answer(() => view.leadsStraightToInternet()),
    }).toEqual(expected);
  });

  test("do not matter where it leads elsewhere", () => {
    const destinationIpRange = new Unknown();
    expect(viewed({ gatewayId: from(gateway), destinationIpRange }).leadsStraightToInternet()).toBe(false);
  });
});

describe("the tables of a Subnet are", () => {
  const main = resource("routeTable:RouteTable", "main", { netId: from(ours) });
  const linkTo = (subnetId: InputsOf<"routeTableLink:RouteTableLink">["subnetId"], routeTableId = from(table)) =>
    resource("routeTableLink:RouteTableLink", "link", { subnetId, routeTableId });
  const mainLink = (inputs: InputsOf<"mainRouteTableLink:MainRouteTableLink"> = {}) =>
    resource("mainRouteTableLink:MainRouteTableLink", "main-link", {
      ...{ netId: from(ours), routeTableId: from(main) },
      ...inputs,
    });

  test.each<[name: string, others: readonly Resource[], expected: readonly string[]]>([
    ["none where nothing links one", [], []],
    ["none where another Subnet has one", [linkTo(from(b))], []],
    ["its own", [linkTo(from(a))], ["table"]],
    ["its own, by its id", [linkTo("subnet-1")], ["table"]],
    ["its own, before its Net's main one", [linkTo(from(a)), mainLink()], ["table"]],
    ["its Net's main one", [linkTo(from(b)), mainLink()], ["main"]],
    ["none where another Net has a main one", [mainLink({ netId: from(theirs) })], []],
    [
      "perhaps its own, where it is one of several Subnets",
      [linkTo(from(a, b)), mainLink()],
      ["not known: subnetId of link, perhaps subnet-a, subnet-b"],
    ],
    ["perhaps its own", [linkTo(new Unknown())], ["not known: subnetId of link"]],
    ["perhaps the main one", [mainLink({ netId: new Unknown() })], ["not known: netId of main-link"]],
    [
      "one of another stack",
      [resource("routeTableLink:RouteTableLink", "link", { subnetId: from(a), routeTableId: "rtb-9" })],
      ["outside: routeTableId of link"],
    ],
    [
      "a main one that is not known",
      [mainLink({ routeTableId: new Unknown() })],
      ["not known: routeTableId of main-link"],
    ],
  ])("%s", (_name, others, expected) => {
    const subnet = { ...a, id: "subnet-1" };
    const system = systemOf([...ground.filter((each) => each !== a), subnet, main, ...others]);
    expect(findRouteTables(system.view(subnet, Subnet)).map((one) => answer(() => one().name))).toEqual(expected);
  });

  test("not known where its Net is not, and some Net has a main one", () => {
    const lost = subnetIn("a", { netId: new Unknown() });
    const tables = (...others: Resource[]) => {
      const system = systemOf([ours, main, lost, ...others]);
      return findRouteTables(system.view(lost, Subnet)).map((one) => answer(() => one().name));
    };
    expect([tables(), tables(mainLink())]).toEqual([[], ["not known: netId of subnet-a"]]);
  });

  test("decided with the stack where the Subnet alone is in sight", () => {
    expect(answer(() => findRouteTables(alone(a).view(a, Subnet)))).toBe("with the stack");
  });
});

describe("the routes of a Subnet", () => {
  const link = resource("routeTableLink:RouteTableLink", "link", { subnetId: from(a), routeTableId: from(table) });
  const otherTable = resource("routeTable:RouteTable", "other-table", { netId: from(ours) });
  const out = route({ gatewayId: from(internet) }, "out");
  const toSite = route({ gatewayId: from(gateway), destinationIpRange: "192.168.0.0/16" }, "to-site");
  const toOffice = route({ gatewayId: from(gateway), destinationIpRange: "172.16.0.0/12" }, "to-office");

  function stackWith(others: readonly Resource[]): Subnet {
    return systemOf([...ground, otherTable, ...others]).view(a, Subnet);
  }

  test.each<[name: string, others: readonly Resource[], expected: readonly string[]]>([
    ["to the Internet are none without a table", [out], []],
    ["to the Internet are those of its table", [link, out, toSite], ["out"]],
    [
      "to the Internet are none of another table",
      [link, route({ gatewayId: from(internet), routeTableId: from(otherTable) })],
      [],
    ],
    [
      "to the Internet are none of another stack's table",
      [link, route({ gatewayId: from(internet), routeTableId: "rtb-9" })],
      [],
    ],
    ["to the Internet are none by a NAT service", [link, route({ natServiceId: from(nat) })], []],
    [
      "to the Internet are perhaps those whose gateway is not known",
      [link, route({ gatewayId: new Unknown() })],
      ["route"],
    ],
    [
      "to the Internet are perhaps those whose table is not known",
      [
        link,
        route({ gatewayId: from(internet), routeTableId: new Unknown() }),
        route({ gatewayId: from(gateway), routeTableId: new Unknown() }, "vpn"),
      ],
      ["not known: routeTableId of route"],
    ],
    [
      "to the Internet are not known while its table is not",
      [resource("routeTableLink:RouteTableLink", "link", { subnetId: from(a), routeTableId: new Unknown() }), out],
      ["not known: routeTableId of link"],
    ],
  ])("%s", (_name, others, expected) => {
    expect(findInternetRoutesOf(stackWith(others)).map((one) => answer(() => one().name))).toEqual(expected);
  });

  test("are those that are asked for", () => {
    const found = findRoutes(stackWith([link, out, toSite, toOffice]), (one) => one.leadsToVirtualGateway());
    expect(found.map((one) => one().name)).toEqual(["to-office", "to-site"]);
  });
});
