import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../src/config";
import { type Answer, resilienceOf } from "../../src/resilience";
import { type Resource, Unknown } from "../../src/stack";
import { from, resource, stackOf, tags } from "../support/resources";

const { shared } = readPackSettings({});
const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const [a, b, c] = ["a", "b", "c"].map((letter) =>
  resource("subnet:Subnet", letter, { netId: from(net), subregionName: `cloudgouv-eu-west-1${letter}` }),
) as [Resource, Resource, Resource];
const places = [net, a, b, c];

type Inputs = Parameters<typeof resource>[2];

function vm(
  name: string,
  subnet: Resource,
  inputs: Inputs = {},
  more: Readonly<Record<string, string>> = {},
): Resource {
  const job = name.split("-")[0] ?? name;
  return resource("vm:Vm", name, {
    imageId: "ami-1",
    subnetId: from(subnet),
    tags: tags({ tier: job, ...more }),
    ...inputs,
  });
}

/** What the loss of the first Subregion does to each tier: runs, VMs left, finds its way out, reaches its data. */
function tiersWithoutA(resources: readonly Resource[]) {
  const [loss] = resilienceOf(stackOf([...places, ...resources]), shared, []).losses;
  return loss?.tiers.map(({ tier, runs, left, of, findsItsWayOut, reachesItsData }) => [
    tier.name,
    shown(runs),
    `${String(left)}/${String(of)}`,
    shown(findsItsWayOut),
    shown(reachesItsData),
  ]);
}

function shown(answer: Answer): string {
  if ("why" in answer) return "not known";
  return answer.value ? "yes" : "no";
}

describe("without its first Subregion, a tier", () => {
  test("runs on what it has elsewhere", () => {
    expect(tiersWithoutA([vm("web-a", a), vm("web-b", b), vm("lone-a", a)])).toEqual([
      ["lone", "no", "0/1", "yes", "yes"],
      ["web", "yes", "1/2", "yes", "yes"],
    ]);
  });

  test("does not run on a witness, or on a VM that is stopped", () => {
    expect(
      tiersWithoutA([
        vm("database-a", a),
        vm("database-b", b, {}, { quorum: "witness" }),
        vm("web-a", a),
        vm("web-b", b, { state: "stopped" }),
      ]),
    ).toEqual([
      ["database", "no", "1/2", "yes", "yes"],
      ["web", "no", "0/1", "yes", "yes"],
    ]);
  });

  test("may run where that is not known", () => {
    expect(tiersWithoutA([vm("web-a", a), vm("web-x", a, { subnetId: from(a, b) })])).toEqual([
      ["web", "not known", "0/2", "yes", "yes"],
    ]);
  });

  test("reaches its data where another of its VMs has them", () => {
    const volumes = ["a", "b"].map((letter) =>
      resource("volume:Volume", `data-${letter}`, { subregionName: `cloudgouv-eu-west-1${letter}`, size: 10 }),
    ) as [Resource, Resource];
    const link = (name: string, to: Resource, volume: Resource) =>
      resource("volumeLink:VolumeLink", name, { deviceName: "/dev/xvdb", vmId: from(to), volumeId: from(volume) });
    const [database, replica, cache, spare] = [
      vm("database-a", a),
      vm("database-b", b),
      vm("cache-a", a),
      vm("cache-b", b),
    ];
    const mapped = [{ deviceName: "/dev/xvdb", bsu: { volumeSize: 10 } }];
    expect(
      tiersWithoutA([
        ...volumes,
        ...[database, replica, cache, spare],
        link("database-a", database, volumes[0]),
        link("database-b", replica, volumes[1]),
        vm("files-a", a, { blockDeviceMappings: mapped }),
        vm("files-b", b),
      ]),
    ).toEqual([
      ["cache", "yes", "1/2", "yes", "yes"],
      ["database", "yes", "1/2", "yes", "yes"],
      ["files", "yes", "1/2", "yes", "no"],
    ]);
  });

  test("loses the way out that leads through the Subregion", () => {
    const table = resource("routeTable:RouteTable", "private", { netId: from(net) });
    const nat = resource("natService:NatService", "nat", { subnetId: from(a), publicIpId: "eipalloc-1" });
    const wayOut = [
      ...[table, nat],
      resource("route:Route", "out", {
        routeTableId: from(table),
        destinationIpRange: "0.0.0.0/0",
        natServiceId: from(nat),
      }),
      resource("routeTableLink:RouteTableLink", "b", { routeTableId: from(table), subnetId: from(b) }),
    ];
    expect(tiersWithoutA([...wayOut, vm("web-a", a), vm("web-b", b)])).toEqual([["web", "yes", "1/2", "no", "yes"]]);
    expect(tiersWithoutA([...wayOut, vm("web-a", a), vm("web-b", b), vm("web-c", c)])).toEqual([
      ["web", "yes", "2/3", "no", "yes"],
    ]);
  });
});

describe("the loss of a Subregion", () => {
  test("takes the volumes there that no tier uses, and may take those of which that is not known", () => {
    const volume = (name: string, subregionName: string | Unknown) =>
      resource("volume:Volume", name, { subregionName, size: 10 });
    const volumes = [
      volume("old", "cloudgouv-eu-west-1a"),
      volume("other", "cloudgouv-eu-west-1b"),
      volume("somewhere", new Unknown()),
    ];
    const [loss] = resilienceOf(stackOf(volumes), shared, []).losses;
    expect(loss?.volumes.map(({ volume: { name }, isReachable }) => [name, shown(isReachable)])).toEqual([
      ["old", "no"],
      ["other", "yes"],
      ["somewhere", "not known"],
    ]);
  });

  test("silences an entry whose load balancers, or all that is behind them, stand there", () => {
    const [webA, webB] = [vm("web-a", a), vm("web-b", b)];
    const entry = (name: string, subnet: Resource, backends: readonly Resource[]) => {
      const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443 + name.length }];
      return [
        resource("loadBalancer:LoadBalancer", name, { loadBalancerName: name, subnets: [from(subnet)], listeners }),
        resource("loadBalancerVms:LoadBalancerVms", name, {
          loadBalancerName: name,
          backendVmIds: backends.map((each) => from(each)),
        }),
      ];
    };
    const losses = resilienceOf(
      stackOf([
        ...[...places, webA, webB],
        ...entry("alone", a, [webA, webB]),
        ...entry("narrow", b, [webA]),
        ...entry("steadily", b, [webA, webB]),
        ...entry("unused-by", b, []),
      ]),
      shared,
      [],
    ).losses;
    expect(losses.map(({ entries }) => entries.map(({ entry: { name }, answers }) => [name, shown(answers)]))).toEqual([
      [
        ["alone", "no"],
        ["narrow", "no"],
        ["steadily", "yes"],
      ],
      [
        ["alone", "yes"],
        ["narrow", "no"],
        ["steadily", "no"],
      ],
      [
        ["alone", "yes"],
        ["narrow", "yes"],
        ["steadily", "yes"],
      ],
    ]);
  });
});
