import { describe, expect, test } from "@jest/globals";
import {
  NeedsStack,
  reference,
  references,
  referrers,
  type Resource,
  Stack,
  Unknown,
  UnknownValue,
} from "../../src/stack";
import { backends, loadBalancer, net, securityGroup, subnetIn, vm, vmIn } from "../support/builders";
import { from, type From, resource, stackOf } from "../support/resources";

const SUBNETS = ["outscale:index/subnet:Subnet"];
const NETS = ["outscale:index/net:Net"];
const lan = net();
const [a, b] = [subnetIn("a"), subnetIn("b")];
const group = securityGroup();

function target(found: ReturnType<typeof reference>): string | undefined {
  if (found === undefined) return undefined;
  return "resource" in found ? found.resource.name : `outside: ${found.outside}`;
}

function subnetOf(of: Resource, ...others: Resource[]): string | undefined {
  return target(reference(stackOf([of, lan, a, b, group, ...others]), of, { path: "subnetId", types: SUBNETS }));
}

describe("a reference", () => {
  test("leads to the resource its value is made from, though every id is unknown", () => {
    expect(subnetOf(vmIn(a, "vm"))).toBe("subnet-a");
  });

  test("is nothing where the program writes nothing", () => {
    expect(subnetOf(vm())).toBeUndefined();
  });

  test("is found through resources that depend on each other in a ring, and in a row of any length", () => {
    const urnOf = (index: number) => `urn:pulumi:test::unit::other:index:Other::${String(index)}`;
    const row = Array.from({ length: 20_000 }, (_none, index) => ({
      ...resource("other:index:Other", String(index), { netId: "vpc-1" }),
      propertyDependencies: { netId: [urnOf(index + 1), urnOf(0)] },
    }));
    const last = {
      ...resource("other:index:Other", "20000", { netId: "x" }),
      propertyDependencies: { netId: [lan.urn] },
    };
    const inRow = { ...securityGroup("row", { netId: new Unknown() }), propertyDependencies: { netId: [urnOf(0)] } };
    const stack = stackOf([lan, inRow, last, ...row]);
    expect(target(reference(stack, inRow, { path: "netId", types: NETS }))).toBe("net");
  });

  test("follows the same property through another resource", () => {
    const inner = securityGroup("inner", { netId: from(a) });
    expect(target(reference(stackOf([inner, lan, a]), inner, { path: "netId", types: NETS }))).toBe("net");
  });

  test("takes the only resource of the wanted type among several", () => {
    expect(subnetOf(vm("vm", { subnetId: from(group, a) }))).toBe("subnet-a");
  });

  test("is not known where several are possible, and names them", () => {
    const either = vm("vm", { subnetId: from(a, b) });
    const found = () => reference(stackOf([either, lan, a, b]), either, { path: "subnetId", types: SUBNETS });
    expect(found).toThrow(UnknownValue);
    expect(found).toThrow(expect.objectContaining({ path: "subnetId", candidates: [a, b] }));
  });

  test("is not known where nothing tells what an unknown is made from", () => {
    expect(() => subnetOf(vm("vm", { subnetId: new Unknown() }))).toThrow(UnknownValue);
  });

  test("finds a literal id in the stack, and else leads out of it", () => {
    const deployed = { ...a, name: "deployed", urn: `${a.urn}-deployed`, id: "subnet-12345678" };
    expect(subnetOf(vm("vm", { subnetId: "subnet-12345678" }), deployed)).toBe("deployed");
    expect(subnetOf(vm("vm", { subnetId: "subnet-87654321" }))).toBe("outside: subnet-87654321");
  });

  test("finds a name where the provider refers by names", () => {
    const balancer = loadBalancer("lb", { loadBalancerName: "front" });
    const vms = backends("front");
    const how = { path: "loadBalancerName", types: [balancer.type], by: "loadBalancerName" };
    expect(target(reference(stackOf([balancer, vms]), vms, how))).toBe("lb");
    const nameless = loadBalancer("lb", { loadBalancerName: new Unknown() });
    expect(() => reference(stackOf([nameless, vms]), vms, how)).toThrow(
      expect.objectContaining({ path: "loadBalancerName", candidates: [nameless] }),
    );
  });

  test("waits for the stack where one resource alone is in sight", () => {
    const inSight = vmIn(a, "vm");
    const alone = Stack.alone(inSight, { project: "unit", name: "test" });
    expect(() => reference(alone, inSight, { path: "subnetId", types: SUBNETS })).toThrow(NeedsStack);
  });
});

describe("a list of references", () => {
  function subnetsOf(...listed: (string | Unknown | From)[]): string[] {
    const balancer = loadBalancer("lb", { subnets: listed });
    const found = references(stackOf([balancer, lan, a, b, group]), balancer, { path: "subnets", types: SUBNETS });
    return found.map((each) => ("unknown" in each ? `unknown: ${each.unknown.path}` : (target(each) ?? "")));
  }

  test("leads to each, in whatever order", () => {
    expect(subnetsOf(from(b), from(a))).toEqual(["subnet-a", "subnet-b"]);
  });

  test("mixes literal ids with what is made in the stack", () => {
    expect(subnetsOf("subnet-12345678", from(b))).toEqual(["outside: subnet-12345678", "subnet-b"]);
  });

  test("keeps an element that nothing tells as unknown", () => {
    expect(subnetsOf(from(a), new Unknown())).toEqual(["subnet-a", "unknown: subnets[1]"]);
  });

  test("is unknown as a whole where its length is", () => {
    const balancer = loadBalancer("lb", { subnets: from(a, b) });
    const found = references(stackOf([balancer, lan, a, b]), balancer, { path: "subnets", types: SUBNETS });
    expect(found).toEqual([{ unknown: expect.objectContaining({ path: "subnets", candidates: [a, b] }) }]);
  });
});

test("those who refer to a resource are told from those who may", () => {
  const certain = vmIn(a, "certain");
  const possible = vm("possible", { subnetId: from(a, b) });
  const anywhere = vm("anywhere", { subnetId: new Unknown() });
  const elsewhere = vmIn(b, "elsewhere");
  const stack = stackOf([lan, a, b, certain, possible, anywhere, elsewhere]);
  const found = referrers(stack, a, [certain.type], { path: "subnetId", types: SUBNETS });
  expect(found.certain.map(({ name }) => name)).toEqual(["certain"]);
  expect(found.possible.map(({ value: one }) => one.name)).toEqual(["anywhere", "possible"]);
});

test("who refers to one resource and to something unknown may refer to every other", () => {
  const balancer = loadBalancer("lb", { subnets: [from(a), new Unknown()] });
  const stack = stackOf([balancer, lan, a, b]);
  const found = (to: Resource) => referrers(stack, to, [balancer.type], { path: "subnets", types: SUBNETS });
  expect(found(a).certain).toEqual([balancer]);
  expect(found(b)).toMatchObject({
    certain: [],
    possible: [{ value: balancer, why: expect.objectContaining({ path: "subnets[1]", candidates: [] }) }],
  });
});
