import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { addressesOf, AddressSet, pathsFrom, pathsFromVm, PUBLIC_SPACE, serviceTexts, Vm } from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

const { shared } = readPackSettings({});
type Inputs = Parameters<typeof resource>[2];

const net = resource("net:Net", "net", {
  ipRange: "10.0.0.0/16",
  tags: tags({ "osc.fcu.enable_lan_security_groups": "1" }),
});
const subnet = (name: string, ipRange: string, of = net) =>
  resource("subnet:Subnet", name, { netId: from(of), subregionName: "cloudgouv-eu-west-1a", ipRange });
const front = subnet("front", "10.0.1.0/24");
const back = subnet("back", "10.0.2.0/24");
const gateway = resource("internetService:InternetService", "igw");
const table = resource("routeTable:RouteTable", "public", { netId: from(net) });
const route = resource("route:Route", "out", {
  ...{ routeTableId: from(table), destinationIpRange: "0.0.0.0/0", gatewayId: from(gateway) },
});
const link = resource("routeTableLink:RouteTableLink", "front", { routeTableId: from(table), subnetId: from(front) });
const network = [net, front, back, gateway, table, route, link];

const group = (name: string) =>
  resource("securityGroup:SecurityGroup", name, { netId: from(net), description: name, securityGroupName: name });
const rule = (name: string, of: Resource, inputs: Inputs) =>
  resource("securityGroupRule:SecurityGroupRule", name, { securityGroupId: from(of), flow: "Inbound", ...inputs });
const port = (number: number) => ({ ipProtocol: "tcp", fromPortRange: number, toPortRange: number });
const vm = (name: string, inputs: Inputs) => resource("vm:Vm", name, { imageId: "ami-1", ...inputs });
const publicIp = (of: Resource, name = of.name) =>
  resource("publicIpLink:PublicIpLink", name, { vmId: from(of), publicIpId: "eipalloc-1" });

const edge = group("edge");
const bastion = vm("bastion", { subnetId: from(front), securityGroupIds: [from(edge)] });

/** `service of target <- hop -> hop`, with a question mark where it is not certain. */
function shown(paths: ReturnType<typeof pathsFrom>): string[] {
  return paths.map(({ to, services, hops, why }) => {
    const names = hops.map(({ resource: { name } }) => name).join(" -> ");
    return `${serviceTexts(services)
      .map(({ en }) => en)
      .join(", ")} of ${to.name}${why ? "?" : ""} <- ${names}`;
  });
}

function fromInternet(resources: readonly Resource[]): string[] {
  return shown(pathsFrom(stackOf(resources), PUBLIC_SPACE, shared));
}

describe("from the Internet a VM is reached", () => {
  const open = rule("ssh", edge, { ...port(22), ipRange: "0.0.0.0/0" });
  const all = [...network, edge, bastion, open, publicIp(bastion)];

  test("by a route, a public IP and a rule, all three", () => {
    expect(fromInternet(all)).toEqual(["TCP 22 of bastion <- out -> igw -> bastion -> ssh"]);
    for (const missing of [route, open, publicIp(bastion)]) {
      expect(fromInternet(all.filter(({ urn }) => urn !== missing.urn))).toEqual([]);
    }
  });

  test("by each of several ranges that the rules let in, of the family that the Internet service knows", () => {
    const halves = rule("halves", edge, {
      rules: [{ ...port(22), ipRanges: ["0.0.0.0/1", "128.0.0.0/1", "::/0", "10.0.0.0/8"] }],
    });
    expect(fromInternet([...all.filter((each) => each !== open), halves])).toEqual([
      "TCP 22 of bastion <- out -> igw -> bastion -> halves",
      "TCP 22 of bastion <- out -> igw -> bastion -> halves",
    ]);
  });

  test("perhaps, by a rule whose range is not known", () => {
    const hidden = rule("hidden", edge, { ...port(22), ipRange: new Unknown() });
    expect(fromInternet([...all.filter((each) => each !== open), hidden])).toEqual([
      "TCP 22 of bastion? <- out -> igw -> bastion -> hidden",
    ]);
  });

  test("perhaps, where its groups are not known", () => {
    const guarded = vm("guarded", { subnetId: from(front), securityGroupIds: ["sg-12345678"] });
    expect(fromInternet([...network, guarded, publicIp(guarded)])).toEqual([
      "every protocol of guarded? <- out -> igw -> guarded",
    ]);
  });

  test("without a route in the public Cloud", () => {
    const open22 = rule("ssh", edge, { ...port(22), ipRange: "0.0.0.0/0" });
    const lone = vm("lone", { securityGroupIds: [from(edge)] });
    expect(fromInternet([edge, open22, lone])).toEqual(["TCP 22 of lone <- ssh"]);
  });
});

describe("who comes in by an administration port goes on", () => {
  const database = group("database");
  const inner = vm("database", { subnetId: from(back), securityGroupIds: [from(database)] });
  const open = rule("ssh", edge, { ...port(22), ipRange: "0.0.0.0/0" });
  const jump = rule("jump", database, {
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
    const byRange = rule("range", database, { ...port(5432), ipRange: "10.0.1.0/24" });
    const found = fromInternet([...all.filter((each) => each !== jump), byRange]);
    expect(found[1]).toBe("TCP 5432 of database <- out -> igw -> bastion -> ssh -> bastion -> range");
  });

  test("not where its own group lets nothing out", () => {
    const closed = { ...edge, inputs: { ...edge.inputs, removeDefaultOutboundRule: true } };
    expect(fromInternet(all.map((each) => (each === edge ? closed : each)))).toHaveLength(1);
  });

  test("not from a port that only serves", () => {
    const web = rule("web", edge, { ...port(443), ipRange: "0.0.0.0/0" });
    expect(fromInternet([...all.filter((each) => each !== open), web])).toEqual([
      "TCP 443 of bastion <- out -> igw -> bastion -> web",
    ]);
  });

  test("past all rules inside a Subnet that does not filter", () => {
    const plain = resource("net:Net", "plain", { ipRange: "10.0.0.0/16" });
    const together = subnet("together", "10.0.3.0/24", plain);
    const [one, other] = ["one", "other"].map((name) =>
      vm(name, { subnetId: from(together), securityGroupIds: [from(edge)] }),
    ) as [Resource, Resource];
    const stack = stackOf([plain, together, edge, one, other]);
    expect(shown(pathsFromVm(stack.view(one, Vm), shared))).toEqual(["every protocol of other <- one"]);
  });
});

describe("behind a load balancer a VM is reached", () => {
  const web = group("web");
  const server = vm("server", { subnetId: from(back), securityGroupIds: [from(web)] });
  const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 8080, backendProtocol: "TCP" }];
  const balancer = resource("loadBalancer:LoadBalancer", "shop", {
    ...{ loadBalancerName: "shop", loadBalancerType: "internet-facing", subnets: [from(front)], listeners },
    securityGroups: [from(edge)],
  });
  const vms = resource("loadBalancerVms:LoadBalancerVms", "shop", {
    loadBalancerName: "shop",
    backendVmIds: [from(server)],
  });
  const https = rule("https", edge, { ...port(443), ipRange: "0.0.0.0/0" });
  const site = rule("site", web, {
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

  test("not from the Internet when the load balancer is internal", () => {
    const internal = { ...balancer, inputs: { ...balancer.inputs, loadBalancerType: "internal" } };
    expect(fromInternet(all.map((each) => (each === balancer ? internal : each)))).toEqual([]);
  });

  test("by who comes in by an administration port of another VM, when it is internal", () => {
    const internal = { ...balancer, inputs: { ...balancer.inputs, loadBalancerType: "internal" } };
    const ssh = rule("ssh", edge, { ...port(22), ipRange: "0.0.0.0/0" });
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
  return shown(pathsFrom(stackOf(resources), addresses, shared));
}

test("from an address of the Net, only what lets that address in", () => {
  const open = rule("inside", edge, { ...port(22), ipRange: "10.0.2.0/24" });
  const all = [...network, edge, bastion, open];
  expect(fromAddress("10.0.2.7", all)).toEqual(["TCP 22 of bastion <- inside"]);
  expect(fromAddress("10.0.9.7", all)).toEqual([]);
});

const SITE = "192.168.0.0/16";
const inside = group("inside");
const internalVm = vm("internal", { subnetId: from(back), securityGroupIds: [from(inside)] });
const fromSite = rule("from-site", inside, { ...port(22), ipRange: SITE });
const privateTable = resource("routeTable:RouteTable", "private", { netId: from(net) });
const privateLink = resource("routeTableLink:RouteTableLink", "back", {
  ...{ routeTableId: from(privateTable), subnetId: from(back) },
});
const privately = [...network, inside, internalVm, fromSite, privateTable, privateLink];
const routeTo = (name: string, destinationIpRange: string, target: Inputs, table_ = privateTable) =>
  resource("route:Route", name, { routeTableId: from(table_), destinationIpRange, ...target });

describe("from behind a VPN a VM is reached", () => {
  const virtualGateway = resource("virtualGateway:VirtualGateway", "vgw", { connectionType: "ipsec.1" });
  const connection = (inputs: Inputs) =>
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
  const router = vm("router", { subnetId: from(front), securityGroupIds: [from(edge)], isSourceDestChecked: false });
  const checked = vm("router", { subnetId: from(front), securityGroupIds: [from(edge)] });
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
  const world = rule("world", inside, { ...port(8080), ipRange: "0.0.0.0/0" });

  test("from the Internet perhaps, by what its own groups let in", () => {
    const admitted = rule("admitted", edge, { ...port(8080), ipRange: "0.0.0.0/0" });
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
  const other = resource("net:Net", "other", { ipRange: "10.1.0.0/16" });
  const theirs = subnet("theirs", "10.1.1.0/24", other);
  const theirTable = resource("routeTable:RouteTable", "their", { netId: from(other) });
  const theirLink = resource("routeTableLink:RouteTableLink", "their", {
    ...{ routeTableId: from(theirTable), subnetId: from(theirs) },
  });
  const clients = resource("securityGroup:SecurityGroup", "clients", { netId: from(other) });
  const client = vm("client", { subnetId: from(theirs), securityGroupIds: [from(clients)] });
  const peering = resource("netPeering:NetPeering", "peering", {
    ...{ sourceNetId: from(net), accepterNetId: from(other) },
  });
  const backRoute = routeTo("back", "10.1.0.0/16", { netPeeringId: from(peering) });
  const forth = routeTo("forth", "10.0.0.0/16", { netPeeringId: from(peering) }, theirTable);
  const letsIn = rule("lets-in", inside, { ...port(5432), ipRange: "10.1.1.0/24" });
  const all = [...privately, other, theirs, theirTable, theirLink, clients, client, peering, letsIn, backRoute, forth];
  const fromClient = (resources: readonly Resource[]) =>
    shown(pathsFromVm(stackOf(resources).view(client, Vm), shared));

  test("with a route on each side", () => {
    expect(fromClient(all)).toEqual(["TCP 5432 of internal <- client -> forth -> peering -> back -> lets-in"]);
    for (const missing of [backRoute, forth]) expect(fromClient(all.filter((each) => each !== missing))).toEqual([]);
  });

  test("not by routes of two peerings", () => {
    const second = resource("netPeering:NetPeering", "second", {
      ...{ sourceNetId: from(net), accepterNetId: from(other) },
    });
    const crossed = routeTo("forth", "10.0.0.0/16", { netPeeringId: from(second) }, theirTable);
    expect(fromClient([...all.map((each) => (each === forth ? crossed : each)), second])).toEqual([]);
  });

  test("from any address of it", () => {
    expect(fromAddress("10.1.1.9", all)).toEqual(["TCP 5432 of internal <- back -> peering -> lets-in"]);
  });
});
