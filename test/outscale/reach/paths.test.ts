import { describe, expect, test } from "@jest/globals";
import {
  addressesOf,
  AddressSet,
  findPathsFrom,
  findPathsFromVm,
  PUBLIC_SPACE,
  serviceTexts,
  Vm,
} from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { backends, loadBalancer, net, rule, securityGroup, subnetIn, tcp, vm, vmIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";

/** A Net whose Subnets filter what passes inside them. */
const filtering = net("net", { tags: tags({ "osc.fcu.enable_lan_security_groups": "1" }) });
const front = subnetIn("a");
const back = subnetIn("b");
const gateway = resource("internetService:InternetService", "igw");
const table = resource("routeTable:RouteTable", "public", { netId: from(filtering) });
const route = resource("route:Route", "out", {
  ...{ routeTableId: from(table), destinationIpRange: "0.0.0.0/0", gatewayId: from(gateway) },
});
const link = resource("routeTableLink:RouteTableLink", "front", { routeTableId: from(table), subnetId: from(front) });
const network = [filtering, front, back, gateway, table, route, link];

/** A group of the Net: outbound rules are for those alone. */
const groupInNet = (name: string) => securityGroup(name, { netId: from(filtering) });
/** A rule of one of several groups, for what comes in. */
const ruleOf = (group: Resource, name: string, inputs: InputsOf<"securityGroupRule:SecurityGroupRule">) =>
  rule(name, { securityGroupId: from(group), ...inputs });
/** A rule of one of several groups that opens one TCP port to a range. */
const tcpOf = (group: Resource, number: number, ipRange: string | Unknown, name: string) =>
  tcp(number, ipRange, name, { securityGroupId: from(group) });
const port = (number: number) => ({ ipProtocol: "tcp", fromPortRange: number, toPortRange: number });
const publicIp = (of: Resource, name = of.name) =>
  resource("publicIpLink:PublicIpLink", name, { vmId: from(of), publicIpId: "eipalloc-1" });

const edge = groupInNet("edge");
const bastion = vmIn(front, "bastion", { securityGroupIds: [from(edge)] });

/** `service of target <- hop -> hop`, with a question mark where it is not certain. */
function shown(paths: ReturnType<typeof findPathsFrom>): string[] {
  return paths.map(({ to, services, hops, why }) => {
    const names = hops.map(({ resource: { name } }) => name).join(" -> ");
    return `${serviceTexts(services)
      .map(({ en }) => en)
      .join(", ")} of ${to.name}${why ? "?" : ""} <- ${names}`;
  });
}

function fromInternet(resources: readonly Resource[]): string[] {
  return shown(findPathsFrom(systemOf(resources), PUBLIC_SPACE));
}

describe("from the Internet a VM is reached", () => {
  const open = tcpOf(edge, 22, "0.0.0.0/0", "ssh");
  const all = [...network, edge, bastion, open, publicIp(bastion)];

  test("by a route, a public IP and a rule, all three", () => {
    expect(fromInternet(all)).toEqual(["TCP 22 of bastion <- out -> igw -> bastion -> ssh"]);
    for (const missing of [route, open, publicIp(bastion)]) {
      expect(fromInternet(all.filter(({ urn }) => urn !== missing.urn))).toEqual([]);
    }
  });

  test("by each of several ranges that the rules let in, of the family that the Internet service knows", () => {
    const halves = ruleOf(edge, "halves", {
      rules: [{ ...port(22), ipRanges: ["0.0.0.0/1", "128.0.0.0/1", "::/0", "10.0.0.0/8"] }],
    });
    expect(fromInternet([...all.filter((each) => each !== open), halves])).toEqual([
      "TCP 22 of bastion <- out -> igw -> bastion -> halves",
      "TCP 22 of bastion <- out -> igw -> bastion -> halves",
    ]);
  });

  test("perhaps, by a rule whose range is not known", () => {
    const hidden = tcpOf(edge, 22, new Unknown(), "hidden");
    expect(fromInternet([...all.filter((each) => each !== open), hidden])).toEqual([
      "TCP 22 of bastion? <- out -> igw -> bastion -> hidden",
    ]);
  });

  test("perhaps, where its groups are not known", () => {
    const guarded = vmIn(front, "guarded", { securityGroupIds: ["sg-12345678"] });
    expect(fromInternet([...network, guarded, publicIp(guarded)])).toEqual([
      "every protocol of guarded? <- out -> igw -> guarded",
    ]);
  });

  test("without a route in the public Cloud", () => {
    const open22 = tcpOf(edge, 22, "0.0.0.0/0", "ssh");
    const lone = vm("lone", { securityGroupIds: [from(edge)] });
    expect(fromInternet([edge, open22, lone])).toEqual(["TCP 22 of lone <- ssh"]);
  });
});

describe("who comes in by an administration port goes on", () => {
  const database = groupInNet("database");
  const inner = vmIn(back, "database", { securityGroupIds: [from(database)] });
  const open = tcpOf(edge, 22, "0.0.0.0/0", "ssh");
  const jump = ruleOf(database, "jump", {
    rules: [{ ...port(22), securityGroupsMembers: [{ securityGroupId: from(edge) }] }],
  });
  const all = [...network, edge, database, bastion, inner, open, jump, publicIp(bastion)];

  test("by the rules at both ends", () => {
    expect(fromInternet(all)).toEqual([
      "TCP 22 of bastion <- out -> igw -> bastion -> ssh",
      "TCP 22 of database <- out -> igw -> bastion -> ssh -> bastion -> jump",
    ]);
  });

  test("by the addresses of the VM's Subnet", () => {
    const byRange = tcpOf(database, 5432, "10.0.1.0/24", "range");
    const found = fromInternet([...all.filter((each) => each !== jump), byRange]);
    expect(found[1]).toBe("TCP 5432 of database <- out -> igw -> bastion -> ssh -> bastion -> range");
  });

  test("not where its own group lets nothing out", () => {
    const closed = { ...edge, inputs: { ...edge.inputs, removeDefaultOutboundRule: true } };
    expect(fromInternet(all.map((each) => (each === edge ? closed : each)))).toHaveLength(1);
  });

  test("not from a port that only serves", () => {
    const web = tcpOf(edge, 443, "0.0.0.0/0", "web");
    expect(fromInternet([...all.filter((each) => each !== open), web])).toEqual([
      "TCP 443 of bastion <- out -> igw -> bastion -> web",
    ]);
  });

  test("past all rules inside a Subnet that does not filter", () => {
    const plain = net("plain");
    const together = subnetIn("c", { netId: from(plain) });
    const [one, other] = [
      vmIn(together, "one", { securityGroupIds: [from(edge)] }),
      vmIn(together, "other", { securityGroupIds: [from(edge)] }),
    ];
    const system = systemOf([plain, together, edge, one, other]);
    expect(shown(findPathsFromVm(system.view(one, Vm)))).toEqual(["every protocol of other <- one"]);
  });
});

describe("behind a load balancer a VM is reached", () => {
  const web = groupInNet("web");
  const server = vmIn(back, "server", { securityGroupIds: [from(web)] });
  const balancer = loadBalancer("shop", {
    subnets: [from(front)],
    listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 8080 }],
    securityGroups: [from(edge)],
  });
  const vms = backends("shop", server);
  const https = tcpOf(edge, 443, "0.0.0.0/0", "https");
  const site = ruleOf(web, "site", {
    rules: [{ ...port(8080), securityGroupsMembers: [{ securityGroupId: from(edge) }] }],
  });
  const all = [...network, edge, web, server, balancer, vms, https, site];

  test("on the port that a listener sends to", () => {
    expect(fromInternet(all)).toEqual([
      "TCP 443 of shop <- out -> igw -> https",
      "TCP 8080 of server <- out -> igw -> https -> shop -> site",
    ]);
  });

  test("not when its group does not let the load balancer in", () => {
    expect(fromInternet(all.filter((each) => each !== site))).toEqual(["TCP 443 of shop <- out -> igw -> https"]);
  });

  describe("from a Subnet whose range is not known", () => {
    const hidden = { ...front, inputs: { ...front.inputs, ipRange: new Unknown() } };
    const withRule = (ipRange: string) => [
      ...all.filter((each) => each !== site && each !== front),
      ...[hidden, tcpOf(web, 8080, ipRange, "some")],
    ];

    test("perhaps, by a rule for some addresses", () => {
      expect(fromInternet(withRule("10.0.1.0/24"))).toEqual([
        "TCP 443 of shop <- out -> igw -> https",
        "TCP 8080 of server? <- out -> igw -> https -> shop -> some",
      ]);
    });

    test("by a rule for all addresses", () => {
      expect(fromInternet(withRule("0.0.0.0/0"))).toEqual([
        "TCP 443 of shop <- out -> igw -> https",
        "TCP 8080 of server <- out -> igw -> https -> shop -> some",
      ]);
    });
  });

  test("not from the Internet when the load balancer is internal", () => {
    const internal = { ...balancer, inputs: { ...balancer.inputs, loadBalancerType: "internal" } };
    expect(fromInternet(all.map((each) => (each === balancer ? internal : each)))).toEqual([]);
  });

  test("by who comes in by an administration port of another VM, when it is internal", () => {
    const internal = { ...balancer, inputs: { ...balancer.inputs, loadBalancerType: "internal" } };
    const ssh = tcpOf(edge, 22, "0.0.0.0/0", "ssh");
    const stack = all.map((each) => (each === balancer ? internal : each));
    expect(fromInternet([...stack, bastion, ssh, publicIp(bastion)])).toEqual([
      "TCP 443 of bastion <- out -> igw -> bastion -> https",
      "TCP 22 of bastion <- out -> igw -> bastion -> ssh",
      "TCP 8080 of server <- out -> igw -> bastion -> ssh -> bastion -> site",
      "TCP 443 of shop <- out -> igw -> bastion -> ssh -> bastion -> https",
      "TCP 8080 of server <- out -> igw -> bastion -> ssh -> bastion -> https -> shop -> site",
    ]);
  });
});

function fromAddress(text: string, resources: readonly Resource[]): string[] {
  const addresses = AddressSet.of([addressesOf(text)].flatMap((range) => range ?? []));
  return shown(findPathsFrom(systemOf(resources), addresses));
}

test("from an address of the Net, only what lets that address in", () => {
  const open = tcpOf(edge, 22, "10.0.2.0/24", "inside");
  const all = [...network, edge, bastion, open];
  expect(fromAddress("10.0.2.7", all)).toEqual(["TCP 22 of bastion <- inside"]);
  expect(fromAddress("10.0.9.7", all)).toEqual([]);
});

const SITE = "192.168.0.0/16";
const inside = groupInNet("inside");
const internalVm = vmIn(back, "internal", { securityGroupIds: [from(inside)] });
const fromSite = tcpOf(inside, 22, SITE, "from-site");
const privateTable = resource("routeTable:RouteTable", "private", { netId: from(filtering) });
const privateLink = resource("routeTableLink:RouteTableLink", "back", {
  ...{ routeTableId: from(privateTable), subnetId: from(back) },
});
const privately = [...network, inside, internalVm, fromSite, privateTable, privateLink];
const routeTo = (name: string, destinationIpRange: string, target: InputsOf<"route:Route">, table_ = privateTable) =>
  resource("route:Route", name, { routeTableId: from(table_), destinationIpRange, ...target });

describe("from behind a VPN a VM is reached", () => {
  const virtualGateway = resource("virtualGateway:VirtualGateway", "vgw", { connectionType: "ipsec.1" });
  const connection = (inputs: InputsOf<"vpnConnection:VpnConnection">) =>
    resource("vpnConnection:VpnConnection", "vpn", {
      ...{ virtualGatewayId: from(virtualGateway), connectionType: "ipsec.1", ...inputs },
    });
  const fixed = connection({ staticRoutesOnly: true });
  const told = connection({});
  const learned = resource("virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation", "learned", {
    ...{ enable: true, routeTableId: from(privateTable), virtualGatewayId: from(virtualGateway) },
  });
  const siteRoute = resource("vpnConnectionRoute:VpnConnectionRoute", "site", {
    ...{ destinationIpRange: SITE, vpnConnectionId: from(fixed) },
  });

  test("by a route to the virtual gateway", () => {
    const toSite = routeTo("to-site", SITE, { gatewayId: from(virtualGateway) });
    const all = [...privately, virtualGateway, fixed, toSite];
    expect(fromAddress("192.168.7.1", all)).toEqual(["TCP 22 of internal <- to-site -> vgw -> from-site"]);
    expect(fromAddress("172.16.7.1", all)).toEqual([]);
    expect(fromInternet(all)).toEqual([]);
  });

  test("by a table that learns what the connection's routes say", () => {
    const all = [...privately, virtualGateway, fixed, siteRoute, learned];
    expect(fromAddress("192.168.7.1", all)).toEqual(["TCP 22 of internal <- learned -> vgw -> from-site"]);
    expect(
      fromAddress(
        "192.168.7.1",
        all.filter((each) => each !== siteRoute),
      ),
    ).toEqual([]);
    expect(fromInternet(all)).toEqual([]);
  });

  test("not by a propagation that is off, nor by another gateway's routes", () => {
    const off = { ...learned, inputs: { ...learned.inputs, enable: false } };
    expect(fromAddress("192.168.7.1", [...privately, virtualGateway, fixed, siteRoute, off])).toEqual([]);
    const other = resource("virtualGateway:VirtualGateway", "other");
    const elsewhere = { ...fixed, ...connection({ staticRoutesOnly: true, virtualGatewayId: from(other) }) };
    expect(fromAddress("192.168.7.1", [...privately, virtualGateway, other, elsewhere, siteRoute, learned])).toEqual(
      [],
    );
  });

  test("perhaps, where the other end tells the routes", () => {
    expect(fromAddress("192.168.7.1", [...privately, virtualGateway, told, learned])).toEqual([
      "TCP 22 of internal? <- learned -> vgw -> from-site",
    ]);
  });
});

describe("by a VM that carries what others send, a VM is reached", () => {
  const router = vmIn(front, "router", { securityGroupIds: [from(edge)], isSourceDestChecked: false });
  const checked = vmIn(front, "router", { securityGroupIds: [from(edge)] });
  const toSite = routeTo("to-site", SITE, { vmId: from(router) });

  test("from the networks that its route leads to", () => {
    expect(fromAddress("192.168.7.1", [...privately, edge, router, toSite])).toEqual([
      "TCP 22 of internal <- router -> to-site -> from-site",
    ]);
  });

  test("not when the provider drops what is not addressed to the VM", () => {
    expect(fromAddress("192.168.7.1", [...privately, edge, checked, toSite])).toEqual([]);
  });

  test("by a route to its NIC too", () => {
    const nic = resource("nic:Nic", "leg", { subnetId: from(back) });
    const onRouter = resource("nicLink:NicLink", "leg", { nicId: from(nic), vmId: from(router), deviceNumber: 1 });
    const toNic = routeTo("to-site", SITE, { nicId: from(nic) });
    expect(fromAddress("192.168.7.1", [...privately, edge, router, nic, onRouter, toNic])).toEqual([
      "TCP 22 of internal <- router -> to-site -> from-site",
    ]);
  });

  const everywhere = routeTo("default", "0.0.0.0/0", { vmId: from(router) });
  const world = tcpOf(inside, 8080, "0.0.0.0/0", "world");

  test("from the Internet perhaps, by what its own groups let in", () => {
    const admitted = tcpOf(edge, 8080, "0.0.0.0/0", "admitted");
    const all = [...privately, edge, router, everywhere, world, admitted, publicIp(router)];
    expect(fromInternet(all)).toEqual([
      "TCP 8080 of internal? <- out -> igw -> router -> admitted -> router -> default -> world",
      "TCP 8080 of router <- out -> igw -> router -> admitted",
    ]);
    expect(fromInternet(all.filter((each) => each !== admitted))).toEqual([]);
  });

  test("not from the Internet when it has no public IP", () => {
    expect(fromInternet([...privately, edge, router, everywhere, world])).toEqual([]);
  });
});

describe("from a peered Net a VM is reached", () => {
  const other = net("other", { ipRange: "10.1.0.0/16" });
  const theirs = subnetIn("c", { netId: from(other), ipRange: "10.1.1.0/24" });
  const theirTable = resource("routeTable:RouteTable", "their", { netId: from(other) });
  const theirLink = resource("routeTableLink:RouteTableLink", "their", {
    ...{ routeTableId: from(theirTable), subnetId: from(theirs) },
  });
  const clients = securityGroup("clients", { netId: from(other) });
  const client = vmIn(theirs, "client", { securityGroupIds: [from(clients)] });
  const peering = resource("netPeering:NetPeering", "peering", {
    ...{ sourceNetId: from(filtering), accepterNetId: from(other) },
  });
  const backRoute = routeTo("back", "10.1.0.0/16", { netPeeringId: from(peering) });
  const forth = routeTo("forth", "10.0.0.0/16", { netPeeringId: from(peering) }, theirTable);
  const letsIn = tcpOf(inside, 5432, "10.1.1.0/24", "lets-in");
  const all = [...privately, other, theirs, theirTable, theirLink, clients, client, peering, letsIn, backRoute, forth];
  const fromClient = (resources: readonly Resource[]) => shown(findPathsFromVm(systemOf(resources).view(client, Vm)));

  test("with a route on each side", () => {
    expect(fromClient(all)).toEqual(["TCP 5432 of internal <- client -> forth -> peering -> back -> lets-in"]);
    for (const missing of [backRoute, forth]) expect(fromClient(all.filter((each) => each !== missing))).toEqual([]);
  });

  test("perhaps, where the addresses of who comes are not known", () => {
    const hidden = { ...theirs, inputs: { ...theirs.inputs, ipRange: new Unknown() } };
    expect(fromClient(all.map((each) => (each === theirs ? hidden : each)))).toEqual([
      "TCP 5432 of internal? <- client -> forth -> peering -> back -> lets-in",
    ]);
  });

  test("from its Subnet, where its private addresses cannot be read", () => {
    const strange = { ...client, inputs: { ...client.inputs, privateIps: [new Unknown()] } };
    const stack = all.map((each) => (each === client ? strange : each));
    expect(shown(findPathsFromVm(systemOf(stack).view(strange, Vm)))).toEqual([
      "TCP 5432 of internal <- client -> forth -> peering -> back -> lets-in",
    ]);
  });

  test("not by routes of two peerings", () => {
    const second = resource("netPeering:NetPeering", "second", {
      ...{ sourceNetId: from(filtering), accepterNetId: from(other) },
    });
    const crossed = routeTo("forth", "10.0.0.0/16", { netPeeringId: from(second) }, theirTable);
    expect(fromClient([...all.map((each) => (each === forth ? crossed : each)), second])).toEqual([]);
  });

  test("from any address of it", () => {
    expect(fromAddress("10.1.1.9", all)).toEqual(["TCP 5432 of internal <- back -> peering -> lets-in"]);
  });
});
