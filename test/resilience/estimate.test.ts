import { describe, expect, test } from "@jest/globals";
import { COMMITMENTS, type ClauseId } from "../../src/contract";
import { makeAsset } from "../../src/outscale";
import type { CommitmentLine } from "../../src/policy";
import { estimateResilience } from "../../src/resilience";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, net, subnetIn, vmIn } from "../support/builders";
import { from, resource, systemOf, tags } from "../support/resources";

const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const webA = vmIn(a, "web-a");
const webB = vmIn(b, "web-b");
const webC = vmIn(c, "web-c");
const zones = [net(), a, b, c, webA, webB, webC];

/** A load balancer in a Subnet, and the VMs behind it. */
function entry(name: string, subnet: Resource, ...behind: readonly Resource[]): Resource[] {
  return [loadBalancer(name, { subnets: [from(subnet)] }), backends(name, ...behind)];
}

function lineOf(clause: ClauseId, resources: readonly Resource[], status: CommitmentLine["status"]): CommitmentLine {
  const commitment = COMMITMENTS.find((each) => each.clause === clause);
  const [first] = resources;
  if (!commitment || !first) throw new Error(`no commitment ${clause}`);
  const asset = makeAsset(first, { kind: "tier", parts: resources });
  return { commitment, asset, status, reading: "", reasons: [], excluded: [], notes: [] };
}

function estimates(resources: readonly Resource[], lines: readonly CommitmentLine[] = []) {
  return estimateResilience(systemOf(resources), lines).estimates.map((estimate) => {
    const { path, availability, forfeited, undetermined } = estimate;
    const way = !path.why ? path.value : path.why.message;
    return { entry: estimate.entry.name, way, availability: availability?.toFixed(5), forfeited, undetermined };
  });
}

describe("an entry", () => {
  test("is as available as what stands behind it in each Subregion", () => {
    expect(estimates([...zones, ...entry("shop-a", a, webA, webB), ...entry("shop-b", b, webA, webB)])).toEqual([
      {
        entry: "shop",
        way: { needed: [], subregions: 2, loadBalancers: 2, facesInternet: true },
        availability: "0.99689",
        forfeited: [],
        undetermined: [],
      },
    ]);
  });

  test("has no figure while what is behind it is not known", () => {
    const balancer = loadBalancer("shop", { subnets: [from(a)] });
    const behind = { loadBalancerName: "shop", backendVmIds: new Unknown() };
    const vms = resource("loadBalancerVms:LoadBalancerVms", "shop", behind);
    expect(estimates([...zones, balancer, vms])).toEqual([
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
    expect(estimates([...zones, ...entry("shop", a)])).toMatchObject([
      { way: { needed: [], subregions: 0, loadBalancers: 1, facesInternet: true }, availability: undefined },
    ]);
  });

  test("does not count load balancers with nothing behind them beside others with something", () => {
    const balancers = [...entry("shop-a", a, webA, webB, webC), ...entry("shop-b", b), ...entry("shop-c", c)];
    expect(estimates([...zones, ...balancers])).toMatchObject([
      { way: { needed: [], subregions: 3, loadBalancers: 1, facesInternet: true }, availability: "0.99470" },
    ]);
  });

  test("is told from a namesake by what tells them apart", () => {
    const [one, other] = ["shop", "bank"].map((application) => tags({ application }));
    const namesakes = [
      ...[loadBalancer("web-a", { subnets: [from(a)], tags: one }), backends("web-a", webA)],
      ...[loadBalancer("web-b", { subnets: [from(b)], tags: other }), backends("web-b", webB)],
    ];
    const { estimates: found, names } = estimateResilience(systemOf([...zones, ...namesakes]), []);
    expect(found.map((estimate) => names.get(estimate.entry))).toEqual([
      "web (shop, production)",
      "web (bank, production)",
    ]);
  });

  test("counts on figures that cannot be claimed for what is behind it, and says so", () => {
    const other = vmIn(c, "other");
    const found = estimates(
      [...zones, other, ...entry("shop", a, webA, webB)],
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
