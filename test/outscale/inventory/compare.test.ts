import { describe, expect, test } from "@jest/globals";
import {
  compareSeen,
  inventoryOf,
  listedKeys,
  listSeen,
  type Seen,
  seenKey,
  SEEN_KINDS,
  type SeenFacts,
  type Sight,
  tellFacts,
  tellIops,
  tellType,
} from "../../../src/outscale";
import type { Resource, Values } from "../../../src/stack";
import { loadBalancer, net, securityGroup, subnetIn, vm, volume } from "../../support/builders";
import { from, resource, systemOf, tags } from "../../support/resources";

const [inA, inB] = ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b"];
const [a, b] = [subnetIn("a"), subnetIn("b")];
const cluster = resource("oksCluster:OksCluster", "apps", {});

function deployed(made: Resource, outputs: Values = {}): Resource {
  return { ...made, id: made.name, outputs: { ...made.inputs, ...outputs } };
}

function nat(subnet: Resource): Resource {
  return deployed(resource("natService:NatService", "nat", { subnetId: from(subnet) }), { natServiceId: "nat-1" });
}

function pool(desiredNodes: number, zones: readonly string[]): Resource {
  const manifest = {
    apiVersion: "oks.dev/v1beta2",
    kind: "NodePool",
    metadata: { name: "workers" },
    spec: { desiredNodes, zones },
  };
  return resource("oksManifest:OksManifest", "workers", {
    ...{ clusterId: from(cluster), manifest: JSON.stringify(manifest) },
  });
}

function sightOf(resources: readonly Resource[]): Sight {
  const system = systemOf(resources);
  const inventory = inventoryOf(system, { isDeployed: true, cutOff: new Set() });
  return { seen: listSeen(system), listed: listedKeys(inventory) };
}

/** What differs, as a line each, and how many are alike. */
function compare(now: readonly Resource[], then: readonly Resource[]) {
  const { alike, presentOnly, differences, missing, others, unlisted } = compareSeen(sightOf(now), sightOf(then), {
    kinds: SEEN_KINDS,
  });
  const names = (seen: readonly { kind: string; id: string }[]) => seen.map(({ kind, id }) => `${kind} ${id}`);
  return {
    ...{ alike, presentOnly },
    differences: differences.map(
      ({ seen: { kind, id }, property, here, there }) => `${kind} ${id}: ${property} ${String(here)}, ${String(there)}`,
    ),
    ...{ missing: names(missing), others: names(others), unlisted: names(unlisted) },
  };
}

const NOTHING = { alike: 0, presentOnly: 0, differences: [], missing: [], others: [], unlisted: [] };

test("what holds up VMs is compared as VMs are: NAT services, node pools, security groups", () => {
  const base = [net(), a, b, cluster];
  const group = deployed(securityGroup("web"), { securityGroupId: "sg-1" });
  const kept = deployed(securityGroup("kept"), { securityGroupId: "sg-2" });
  const now = [...base, nat(b), pool(4, [inA]), kept];
  const then = [...base, nat(a), pool(3, [inA, inB]), group, kept];
  expect(compare(now, then)).toEqual({
    ...NOTHING,
    presentOnly: 1,
    differences: [
      `NAT service nat-1: subregion ${inB}, ${inA}`,
      `node pool workers: subregion ${inA}, ${inA}, ${inB}`,
      "node pool workers: nodes 4, 3",
    ],
    others: ["security group sg-1"],
  });
});

describe("a resource that has changed", () => {
  const created = (...ids: string[]) => ({
    blockDeviceMappingsCreateds: ids.map((volumeId, index) => ({
      deviceName: index === 0 ? "/dev/sda1" : `/dev/xvd${String(index)}`,
      bsus: [{ volumeId }],
    })),
  });
  const machine = (inputs: object, outputs: Values = {}) =>
    deployed(vm("i-1", { placementSubregionName: inA, tags: tags({ tier: "web" }), ...inputs }), {
      ...{ vmId: "i-1", state: "running", ...created("vol-root") },
      ...outputs,
    });
  const link = (vmId: string) => deployed(resource("volumeLink:VolumeLink", "link", { vmId, volumeId: "vol-1" }));
  const behind = (...backendVmIds: string[]) =>
    deployed(resource("loadBalancerVms:LoadBalancerVms", "shop", { loadBalancerName: "shop", backendVmIds }));
  const shop = deployed(loadBalancer("shop"), { subregionNames: [inA] });
  const disk = (size: number, state: string) => deployed(volume("vol-1", { size }), { subregionName: inA, state });

  test.each<[string, readonly Resource[], readonly Resource[], string[]]>([
    ["in its state", [machine({})], [machine({}, { state: "stopped" })], ["vm i-1: state running, stopped"]],
    [
      "in its type",
      [machine({ vmType: "tinav6.c2r4p2" })],
      [machine({ vmType: "tinav6.c4r8p2" })],
      ["vm i-1: type tinav6.c2r4p2, tinav6.c4r8p2"],
    ],
    [
      "in its performance",
      [machine({ vmType: "tinav6.c2r4", performance: "high" })],
      [machine({ vmType: "tinav6.c2r4", performance: "medium" })],
      ["vm i-1: performance high, medium"],
    ],
    [
      "in its volumes",
      [machine({}, created("vol-root", "vol-2"))],
      [machine({}, created("vol-boot"))],
      ["vm i-1: volumes vol-2, ", "vm i-1: rootVolume vol-root, vol-boot"],
    ],
    [
      "in what it is attached to",
      [machine({}), disk(10, "in-use"), link("i-1")],
      [machine({}), disk(20, "in-use"), link("i-9")],
      ["vm i-1: volumes vol-1, ", "volume vol-1: size 10, 20", "volume vol-1: vm i-1, i-9"],
    ],
    [
      "in its backends, the stopped ones too",
      [machine({ state: "stopped" }), shop, behind("i-1", "i-2")],
      [machine({ state: "stopped" }), shop, behind("i-1")],
      ["load balancer shop: backends i-1,i-2, i-1"],
    ],
  ])("%s is not alike", (_what, now, then, differences) => {
    expect(compare(now, then)).toMatchObject({ differences });
  });

  test("the same type may name its performance, or tell it apart", () => {
    const [one, other] = [
      machine({ vmType: "tinav6.c2r4p2" }),
      machine({ vmType: "TINAv6.c2r4", performance: "high" }),
    ];
    expect(compare([one], [other])).toEqual({ ...NOTHING, alike: 1 });
  });
});

test("what is left out of a page is there all the same", () => {
  const at = (name: string, labels: Record<string, string>) =>
    deployed(vm(name, { placementSubregionName: inA, tags: tags(labels) }), { vmId: name, state: "running" });
  const now = [at("i-1", { tier: "web", environment: "staging" }), at("i-2", { tier: "web" })];
  const then = [at("i-1", { tier: "web" }), at("i-2", { tier: "web", environment: "staging" })];
  expect(compare(now, then)).toEqual({ ...NOTHING, alike: 1, unlisted: ["vm i-1"] });
});

describe("only what both tell is compared", () => {
  const seen = (facts: SeenFacts): Seen => ({ kind: "volume", id: "vol-1", name: null, facts });
  const sight = (facts: SeenFacts): Sight => ({ seen: [seen(facts)], listed: new Set([seenKey(seen(facts))]) });
  const against = (here: SeenFacts, there: SeenFacts) =>
    compareSeen(sight(here), sight(there), { kinds: ["volume"], hidden: ["vm"] });

  test("what one alone tells leaves a resource neither alike nor otherwise", () => {
    expect(against({ size: "10" }, { type: "gp2" })).toEqual({ ...NOTHING, compared: [], presentOnly: 1 });
  });

  test("the IOPS of a type that guarantees none are not told", () => {
    const [here, there] = [tellFacts({ size: "10" }), { size: "10", ...tellIops("gp2", "300") }];
    const compared = [{ kind: "volume", properties: ["size"] }];
    expect(against(here, there)).toEqual({ ...NOTHING, compared, alike: 1 });
  });

  test("what is hidden differs without being shown", () => {
    const differences = [
      { seen: { kind: "volume", id: "vol-1", name: null }, property: "vm", here: null, there: null },
    ];
    const compared = [{ kind: "volume", properties: ["vm"] }];
    expect(against({ vm: ["i-1"] }, { vm: [] })).toEqual({ ...NOTHING, compared, differences });
  });
});

test("a type tells its performance by its own name, or leaves it to be told apart", () => {
  expect([
    tellType("tinav6.c2r4p1", "medium"),
    tellType("Tinav6.c2r4", "High"),
    tellType("t2.small", undefined),
    tellType(undefined, undefined),
  ]).toEqual([
    { type: "tinav6.c2r4p1", performance: "highest" },
    { type: "tinav6.c2r4", performance: "high" },
    { type: "t2.small" },
    {},
  ]);
});
