import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../src/config";
import { COMMITMENTS, type ClauseId } from "../../src/contract";
import type { CommitmentLine } from "../../src/policy";
import { resilienceOf } from "../../src/resilience";
import { type Resource, type Subject, Unknown } from "../../src/stack";
import { from, resource, stackOf } from "../support/resources";

const { shared } = readPackSettings({});
const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const [a, b, c] = ["a", "b", "c"].map((letter) =>
  resource("subnet:Subnet", letter, { netId: from(net), subregionName: `cloudgouv-eu-west-1${letter}` }),
) as [Resource, Resource, Resource];

function vm(name: string, subnet: Resource): Resource {
  return resource("vm:Vm", name, { imageId: "ami-1", subnetId: from(subnet) });
}

function entry(name: string, subnet: Resource, backends: readonly Resource[] | Unknown): Resource[] {
  const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443, backendProtocol: "TCP" }];
  const balancer = resource("loadBalancer:LoadBalancer", name, {
    ...{ loadBalancerName: name, loadBalancerType: "internet-facing", subnets: [from(subnet)], listeners },
  });
  const backendVmIds = backends instanceof Unknown ? backends : backends.map((each) => from(each));
  return [balancer, resource("loadBalancerVms:LoadBalancerVms", name, { loadBalancerName: name, backendVmIds })];
}

const webA = vm("web-a", a);
const webB = vm("web-b", b);
const webC = vm("web-c", c);
const zones = [net, a, b, c, webA, webB, webC];

function lineOf(clause: ClauseId, resources: readonly Resource[], status: CommitmentLine["status"]): CommitmentLine {
  const commitment = COMMITMENTS.find((each) => each.clause === clause);
  const [first] = resources;
  if (!commitment || !first) throw new Error(`no commitment ${clause}`);
  const system: Subject = { kind: "tier", resource: first, name: "tier", path: "", related: resources };
  return { commitment, system, status, reading: "literal", reasons: [] };
}

function estimates(resources: readonly Resource[], lines: readonly CommitmentLine[] = []) {
  return resilienceOf(stackOf(resources), shared, lines).estimates.map((estimate) => {
    const { path, availability, forfeited, undetermined } = estimate;
    const way = "value" in path ? path.value : path.why.message;
    return { entry: estimate.entry.name, way, availability: availability?.toFixed(5), forfeited, undetermined };
  });
}

describe("an entry", () => {
  test("is as available as what stands behind it in each Subregion", () => {
    expect(estimates([...zones, ...entry("shop-a", a, [webA, webB]), ...entry("shop-b", b, [webA, webB])])).toEqual([
      {
        entry: "shop",
        way: { subregions: 2, loadBalancers: 2, facesInternet: true },
        availability: "0.99689",
        forfeited: [],
        undetermined: [],
      },
    ]);
  });

  test("has no figure while what is behind it is not known", () => {
    expect(estimates([...zones, ...entry("shop", a, new Unknown())])).toEqual([
      {
        entry: "shop",
        way: "backendVmIds of urn:pulumi:test::unit::outscale:index/loadBalancerVms:LoadBalancerVms::shop is not known",
        availability: undefined,
        forfeited: [],
        undetermined: [],
      },
    ]);
  });

  test("has no figure with nothing behind it", () => {
    expect(estimates([...zones, ...entry("shop", a, [])])).toMatchObject([
      { way: { subregions: 0, loadBalancers: 1, facesInternet: true }, availability: undefined },
    ]);
  });

  test("counts on figures that cannot be claimed for what is behind it, and says so", () => {
    const other = vm("other", c);
    const found = estimates(
      [...zones, other, ...entry("shop", a, [webA, webB])],
      [
        lineOf("SLA4.internet", [webB], "forfeited"),
        lineOf("SLA4.firewall", [webA], "undetermined"),
        lineOf("SLA4.firewall", [other], "forfeited"),
        lineOf("SLA10.sev1", [webA], "forfeited"),
      ],
    );
    expect(found).toMatchObject([
      { availability: "0.99470", forfeited: ["SLA4.internet"], undetermined: ["SLA4.firewall"] },
    ]);
  });
});
