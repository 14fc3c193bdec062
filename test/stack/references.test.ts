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
import { From, from, resource, stackOf } from "../support/resources";

const SUBNETS = ["outscale:index/subnet:Subnet"];
const NETS = ["outscale:index/net:Net"];
const net = resource("net:Net", "net");
const a = resource("subnet:Subnet", "a", { netId: from(net) });
const b = resource("subnet:Subnet", "b", { netId: from(net) });
const group = resource("securityGroup:SecurityGroup", "group");

function target(found: ReturnType<typeof reference>): string | undefined {
  if (found === undefined) return undefined;
  return "resource" in found ? found.resource.name : `outside: ${found.outside}`;
}

function subnetOf(vm: Resource, ...others: Resource[]): string | undefined {
  return target(reference(stackOf([vm, net, a, b, group, ...others]), vm, { path: "subnetId", types: SUBNETS }));
}

describe("a reference", () => {
  test("leads to the resource its value is made from, though every id is unknown", () => {
    expect(subnetOf(resource("vm:Vm", "vm", { subnetId: from(a) }))).toBe("a");
  });

  test("is nothing where the program writes nothing", () => {
    expect(subnetOf(resource("vm:Vm", "vm"))).toBeUndefined();
  });

  test("follows the same property through another resource", () => {
    const vm = resource("vm:Vm", "vm", { netId: from(a) });
    expect(target(reference(stackOf([vm, net, a]), vm, { path: "netId", types: NETS }))).toBe("net");
  });

  test("takes the only resource of the wanted type among several", () => {
    expect(subnetOf(resource("vm:Vm", "vm", { subnetId: from(group, a) }))).toBe("a");
  });

  test("is not known where several are possible, and names them", () => {
    const vm = resource("vm:Vm", "vm", { subnetId: from(a, b) });
    const found = () => reference(stackOf([vm, net, a, b]), vm, { path: "subnetId", types: SUBNETS });
    expect(found).toThrow(UnknownValue);
    expect(found).toThrow(expect.objectContaining({ path: "subnetId", candidates: [a, b] }));
  });

  test("is not known where nothing tells what an unknown is made from", () => {
    expect(() => subnetOf(resource("vm:Vm", "vm", { subnetId: new Unknown() }))).toThrow(UnknownValue);
  });

  test("finds a literal id in the stack, and else leads out of it", () => {
    const deployed = { ...a, name: "deployed", urn: `${a.urn}-deployed`, id: "subnet-12345678" };
    expect(subnetOf(resource("vm:Vm", "vm", { subnetId: "subnet-12345678" }), deployed)).toBe("deployed");
    expect(subnetOf(resource("vm:Vm", "vm", { subnetId: "subnet-87654321" }))).toBe("outside: subnet-87654321");
  });

  test("finds a name where the provider refers by names", () => {
    const balancer = resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "front" });
    const vms = resource("loadBalancerVms:LoadBalancerVms", "vms", { loadBalancerName: "front" });
    const how = { path: "loadBalancerName", types: [balancer.type], by: "loadBalancerName" };
    expect(target(reference(stackOf([balancer, vms]), vms, how))).toBe("lb");
    const nameless = { ...balancer, inputs: { loadBalancerName: new Unknown() } };
    expect(() => reference(stackOf([nameless, vms]), vms, how)).toThrow(
      expect.objectContaining({ path: "loadBalancerName", candidates: [nameless] }),
    );
  });

  test("waits for the stack where one resource alone is in sight", () => {
    const vm = resource("vm:Vm", "vm", { subnetId: from(a) });
    const alone = Stack.alone(vm, { project: "unit", name: "test" });
    expect(() => reference(alone, vm, { path: "subnetId", types: SUBNETS })).toThrow(NeedsStack);
  });
});

describe("a list of references", () => {
  function subnetsOf(...listed: (string | Unknown | From)[]): string[] {
    const balancer = resource("loadBalancer:LoadBalancer", "lb", { subnets: listed });
    const found = references(stackOf([balancer, net, a, b, group]), balancer, { path: "subnets", types: SUBNETS });
    return found.map((each) => ("unknown" in each ? `unknown: ${each.unknown.path}` : (target(each) ?? "")));
  }

  test("leads to each, in whatever order", () => {
    expect(subnetsOf(from(b), from(a))).toEqual(["a", "b"]);
  });

  test("mixes literal ids with what is made in the stack", () => {
    expect(subnetsOf("subnet-12345678", from(b))).toEqual(["outside: subnet-12345678", "b"]);
  });

  test("keeps an element that nothing tells as unknown", () => {
    expect(subnetsOf(from(a), new Unknown())).toEqual(["a", "unknown: subnets[1]"]);
  });

  test("is unknown as a whole where its length is", () => {
    const balancer = resource("loadBalancer:LoadBalancer", "lb", { subnets: new From([a, b]) });
    const found = references(stackOf([balancer, net, a, b]), balancer, { path: "subnets", types: SUBNETS });
    expect(found).toEqual([{ unknown: expect.objectContaining({ path: "subnets", candidates: [a, b] }) }]);
  });
});

test("those who refer to a resource are told from those who may", () => {
  const certain = resource("vm:Vm", "certain", { subnetId: from(a) });
  const possible = resource("vm:Vm", "possible", { subnetId: from(a, b) });
  const anywhere = resource("vm:Vm", "anywhere", { subnetId: new Unknown() });
  const elsewhere = resource("vm:Vm", "elsewhere", { subnetId: from(b) });
  const stack = stackOf([net, a, b, certain, possible, anywhere, elsewhere]);
  const found = referrers(stack, a, [certain.type], { path: "subnetId", types: SUBNETS });
  expect(found.certain.map(({ name }) => name)).toEqual(["certain"]);
  expect(found.possible.map(({ from: one }) => one.name)).toEqual(["anywhere", "possible"]);
});
