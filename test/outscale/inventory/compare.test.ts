import { expect, test } from "@jest/globals";
import { compareSeen, inventoryOf, listSeen, SEEN_KINDS } from "../../../src/outscale";
import type { Resource, Values } from "../../../src/stack";
import { net, securityGroup, subnetIn } from "../../support/builders";
import { from, resource, systemOf } from "../../support/resources";

const [inA, inB] = ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b"];
const [a, b] = [subnetIn("a"), subnetIn("b")];
const cluster = resource("oksCluster:OksCluster", "apps", {});

function deployed(made: Resource, outputs: Values): Resource {
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

function seenIn(resources: readonly Resource[]) {
  const system = systemOf([net(), a, b, cluster, ...resources]);
  return listSeen(inventoryOf(system, { isDeployed: true, cutOff: new Set() }));
}

test("what holds up VMs is compared as VMs are: NAT services, node pools, security groups", () => {
  const group = deployed(securityGroup("web"), { securityGroupId: "sg-1" });
  const now = seenIn([nat(b), pool(4, [inA])]);
  const then = seenIn([nat(a), pool(3, [inA, inB]), group]);
  const { alike, differences, missing, others } = compareSeen(now, then, SEEN_KINDS);
  expect({ alike, missing }).toEqual({ alike: 0, missing: [] });
  expect(differences.map(({ seen: { kind, id }, ...rest }) => ({ kind, id, ...rest }))).toEqual([
    { kind: "NAT service", id: "nat-1", property: "subregion", here: inB, there: inA },
    { kind: "node pool", id: "workers", property: "subregion", here: inA, there: `${inA}, ${inB}` },
    { kind: "node pool", id: "workers", property: "nodes", here: "4", there: "3" },
  ]);
  expect(others.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["security group sg-1"]);
});
