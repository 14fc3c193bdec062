import { describe, expect, test } from "@jest/globals";
import { tiersOf } from "../../src/outscale";
import { estimateResilience, type LossAnswer } from "../../src/resilience";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, net, subnetIn, vmIn, volume, volumeLink } from "../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../support/resources";

const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const places = [net(), a, b, c];

/** A VM of the tier that its name begins with. */
function member(
  name: string,
  subnet: Resource,
  inputs: InputsOf<"vm:Vm"> = {},
  more: Readonly<Record<string, string>> = {},
): Resource {
  const job = name.split("-")[0] ?? name;
  return vmIn(subnet, name, { tags: tags({ tier: job, ...more }), ...inputs });
}

/** What the loss of the first Subregion does to each tier: runs, VMs left, finds its way out, reaches its data. */
function tiersWithoutA(resources: readonly Resource[]) {
  const [loss] = estimateResilience(systemOf([...places, ...resources]), []).losses;
  return loss?.tiers.map(({ tier, runs, left, of, findsItsWayOut, reachesItsData }) => [
    tier.name,
    shown(runs),
    `${String(left)}/${String(of)}`,
    shown(findsItsWayOut),
    shown(reachesItsData),
  ]);
}

function shown(answer: LossAnswer): string {
  if (answer.why) return "not known";
  return answer.value ? "yes" : "no";
}

describe("without its first Subregion, a tier", () => {
  test("runs on what it has elsewhere", () => {
    expect(tiersWithoutA([member("web-a", a), member("web-b", b), member("lone-a", a)])).toEqual([
      ["lone", "no", "0/1", "yes", "yes"],
      ["web", "yes", "1/2", "yes", "yes"],
    ]);
  });

  test.each([
    ["3 + 1 + 1", ["a", "a", "a", "b", "c"], "no"],
    ["2 + 2 + 1", ["a", "a", "b", "b", "c"], "yes"],
    ["1 + 1 + 1", ["a", "b", "c"], "yes"],
    ["1 + 1", ["a", "b"], "no"],
  ])("of %s voters goes on only with a majority", (_how, letters, runs) => {
    const subnets: Readonly<Record<string, Resource>> = { a, b, c };
    const voters = letters.map((letter, index) =>
      member(`etcd-${String(index)}`, subnets[letter] ?? a, {}, { quorum: "voter" }),
    );
    expect(tiersWithoutA(voters)?.[0]?.slice(0, 2)).toEqual(["etcd", runs]);
  });

  test("in which one VM only votes needs a majority, for the others vote then too", () => {
    const data = [member("db-a", a), member("db-b", a), member("db-c", b)];
    const witness = member("db-w", c, {}, { quorum: "witness" });
    expect(tiersWithoutA([...data, witness])?.[0]?.slice(0, 2)).toEqual(["db", "no"]);
    expect(tiersWithoutA(data)?.[0]?.slice(0, 2)).toEqual(["db", "yes"]);
  });

  test("counts the vote of a witness", () => {
    const data = [member("db-a", a, {}, { quorum: "voter" }), member("db-b", b, {}, { quorum: "voter" })];
    expect(tiersWithoutA([...data, member("db-c", c, {}, { quorum: "witness" })])?.[0]?.slice(0, 2)).toEqual([
      "db",
      "yes",
    ]);
  });

  test("does not run on a witness, or on a VM that is stopped", () => {
    expect(
      tiersWithoutA([
        member("database-a", a),
        member("database-b", b, {}, { quorum: "witness" }),
        member("web-a", a),
        member("web-b", b, { state: "stopped" }),
      ]),
    ).toEqual([
      ["database", "no", "1/2", "yes", "yes"],
      ["web", "no", "0/1", "yes", "yes"],
    ]);
  });

  test("may run where that is not known", () => {
    expect(tiersWithoutA([member("web-a", a), member("web-x", a, { subnetId: from(a, b) })])).toEqual([
      ["web", "not known", "0/2", "yes", "yes"],
    ]);
  });

  test("reaches its data where another of its VMs has them", () => {
    const [dataA, dataB] = [volume("data-a"), volume("data-b", { subregionName: "cloudgouv-eu-west-1b" })];
    const [database, replica, cache, spare] = [
      member("database-a", a),
      member("database-b", b),
      member("cache-a", a),
      member("cache-b", b),
    ];
    const mapped = [{ deviceName: "/dev/xvdb", bsu: { volumeSize: 10 } }];
    expect(
      tiersWithoutA([
        ...[dataA, dataB, database, replica, cache, spare],
        volumeLink(dataA, database, "/dev/xvdb", "database-a"),
        volumeLink(dataB, replica, "/dev/xvdb", "database-b"),
        member("files-a", a, { blockDeviceMappings: mapped }),
        member("files-b", b),
      ]),
    ).toEqual([
      ["cache", "yes", "1/2", "yes", "yes"],
      ["database", "yes", "1/2", "yes", "yes"],
      ["files", "yes", "1/2", "yes", "no"],
    ]);
  });

  test("loses the way out that leads through the Subregion", () => {
    const table = resource("routeTable:RouteTable", "private", { netId: from(net()) });
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
    expect(tiersWithoutA([...wayOut, member("web-a", a), member("web-b", b)])).toEqual([
      ["web", "yes", "1/2", "no", "yes"],
    ]);
    expect(tiersWithoutA([...wayOut, member("web-a", a), member("web-b", b), member("web-c", c)])).toEqual([
      ["web", "yes", "2/3", "no", "yes"],
    ]);
  });
});

describe("the loss of a Subregion", () => {
  test("takes the volumes there that no tier uses, and may take those of which that is not known", () => {
    const volumes = [
      volume("old"),
      volume("other", { subregionName: "cloudgouv-eu-west-1b" }),
      volume("somewhere", { subregionName: new Unknown() }),
    ];
    const [loss] = estimateResilience(systemOf(volumes), []).losses;
    expect(loss?.volumes.map(({ volume: { name }, isReachable }) => [name, shown(isReachable)])).toEqual([
      ["old", "no"],
      ["other", "yes"],
      ["somewhere", "not known"],
    ]);
  });

  test("silences an entry whose load balancers, or all that is behind them, stand there", () => {
    const [webA, webB] = [member("web-a", a), member("web-b", b)];
    // A port of its own tells each entry from the others.
    const entry = (name: string, subnet: Resource, ...behind: readonly Resource[]) => {
      const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443 + name.length }];
      return [loadBalancer(name, { subnets: [from(subnet)], listeners }), backends(name, ...behind)];
    };
    const losses = estimateResilience(
      systemOf([
        ...[...places, webA, webB],
        ...entry("alone", a, webA, webB),
        ...entry("narrow", b, webA),
        ...entry("steadily", b, webA, webB),
        ...entry("unused-by", b),
      ]),
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

test("several Subregions, and tiers wherever they stand, may be lost at once", () => {
  const web = [member("web-a", a), member("web-b", b), member("web-c", c)];
  const entry = ["a", "b", "c"].flatMap((letter, index) => [
    loadBalancer(`shop-${letter}`, { subnets: [from([a, b, c][index] ?? a)] }),
    backends(`shop-${letter}`, ...web),
  ]);
  const system = systemOf([...places, ...web, ...entry]);
  const without = (subregions: readonly string[], names: readonly string[] = []) => {
    const tiers = tiersOf(system).filter(({ name }) => names.includes(name));
    const { asked } = estimateResilience(system, [], { subregions, tiers });
    return [
      ...(asked?.tiers ?? []).map(({ runs }) => shown(runs)),
      ...(asked?.entries ?? []).map(({ answers }) => shown(answers)),
    ];
  };
  expect(without([])).toEqual(["yes", "yes"]);
  expect(without(["cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"])).toEqual(["yes", "yes"]);
  expect(without(["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"])).toEqual(["no", "no"]);
  expect(without([], ["web"])).toEqual(["no", "no"]);
});
