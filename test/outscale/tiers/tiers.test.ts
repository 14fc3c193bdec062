import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { tiersOf } from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(net), subregionName: "cloudgouv-eu-west-1a" });
const other = resource("subnet:Subnet", "other", { netId: from(resource("net:Net", "other-net")) });
const group = resource("securityGroup:SecurityGroup", "group");
const otherGroup = resource("securityGroup:SecurityGroup", "other-group");
const ground = [net, subnet, resource("net:Net", "other-net"), other, group, otherGroup];

type Inputs = Parameters<typeof resource>[2];

function vm(name: string, inputs: Inputs = {}): Resource {
  return resource("vm:Vm", name, { subnetId: from(subnet), securityGroupIds: [from(group)], ...inputs });
}

/** Every tier as `name (grouping): members`. */
function tiers(vms: readonly Resource[], shared: object = {}, more: readonly Resource[] = []): string[] {
  const found = tiersOf(stackOf([...ground, ...vms, ...more]), readPackSettings(shared).shared);
  return found.map(({ name, by, members }) => `${name} (${by}): ${members.map((member) => member.name).join(" ")}`);
}

const tier = (value: string, more: Readonly<Record<string, string>> = {}) => ({ tags: tags({ tier: value, ...more }) });

describe("a tier is declared", () => {
  test("by a tag, in any case of key and value, the first key of the settings first", () => {
    const vms = [vm("x", tier("Web")), vm("y", { tags: tags({ Role: "web" }) }), vm("z", tier("db", { role: "web" }))];
    expect(tiers(vms)).toEqual(["web (tag): x y", "db (tag): z"]);
  });

  test("by a setting, for the VMs that a pattern names", () => {
    expect(tiers([vm("front-1"), vm("front-2"), vm("back")], { tierOf: { "front-*": "web" } })).toEqual([
      "back (alone): back",
      "web (setting): front-1 front-2",
    ]);
  });

  test("by what several VMs repulse together", () => {
    const apart = { tags: tags({ "osc.fcu.repulse_server_strict": "db" }) };
    const alone = { tags: tags({ "osc.fcu.repulse_server": "cache" }) };
    expect(tiers([vm("alpha", apart), vm("omega", apart), vm("redis", alone)])).toEqual([
      "db (placement): alpha omega",
      "redis (alone): redis",
    ]);
  });
});

describe("a tier is guessed", () => {
  test.each([
    ["an index at the end", ["web-1", "web-2"], ["web (name): web-1 web-2"]],
    ["a letter of a Subregion", ["web-a", "web-b"], ["web (name): web-a web-b"]],
    ["a Subregion's name", ["web-cloudgouv-eu-west-1a", "web-cloudgouv-eu-west-1b"], undefined],
    ["a word for a member", ["db-primary", "db-replica-1"], ["db (name): db-primary db-replica-1"]],
    [
      "digits inside a word, which tell apart",
      ["s3-proxy", "s4-proxy"],
      ["s3-proxy (alone): s3-proxy", "s4-proxy (alone): s4-proxy"],
    ],
  ])("by names that differ in %s", (_what, [first = "", second = ""], expected) => {
    expect(tiers([vm(first), vm(second)])).toEqual(expected ?? [`web (name): ${first} ${second}`]);
  });

  test("not by names where the security groups differ", () => {
    expect(tiers([vm("web-1"), vm("web-2", { securityGroupIds: [from(otherGroup)] })])).toEqual([
      "web-1 (alone): web-1",
      "web-2 (alone): web-2",
    ]);
  });

  test("by load balancers that offer the same", () => {
    const vms = [vm("alpha", { securityGroupIds: [from(otherGroup)] }), vm("omega")];
    const listeners = [{ backendPort: 80, backendProtocol: "TCP", loadBalancerPort: 443, loadBalancerProtocol: "TCP" }];
    const balancers = ["a", "b"].map((zone) =>
      resource("loadBalancer:LoadBalancer", `front-${zone}`, { loadBalancerName: `front-${zone}`, listeners }),
    );
    const links = vms.map((each, index) =>
      resource("loadBalancerVms:LoadBalancerVms", `link-${String(index)}`, {
        loadBalancerName: `front-${index === 0 ? "a" : "b"}`,
        backendVmIds: [from(each)],
      }),
    );
    expect(tiers(vms, {}, [...balancers, ...links])).toEqual(["alpha (load balancer): alpha omega"]);
  });
});

describe("VMs of one job are of several tiers", () => {
  test.each<[string, Inputs]>([
    ["in another Net", { subnetId: from(other) }],
    ["in the public Cloud", { subnetId: "" }],
    ["of another application", tier("web", { application: "shop" })],
    ["in another production environment", tier("web", { environment: "prod" })],
  ])("%s", (_where, inputs) => {
    expect(tiers([vm("x", tier("web")), vm("y", { ...tier("web"), ...inputs })])).toEqual([
      "web (tag): x",
      "web (tag): y",
    ]);
  });
});

describe("a VM is of no tier", () => {
  test.each<[string, Inputs]>([
    ["that is stopped", { ...tier("web"), state: "stopped" }],
    ["of a test environment", tier("web", { environment: "Test" })],
  ])("%s", (_which, inputs) => {
    expect(tiers([vm("x", inputs)])).toEqual([]);
  });
});

test("a VM whose job is not known may be of any tier that is like it", () => {
  const hidden = vm("y", { tags: [{ key: "tier", value: new Unknown() }] });
  const [web, loose] = tiersOf(stackOf([...ground, vm("x", tier("web")), hidden]), readPackSettings({}).shared);
  expect(web?.possible.map((one) => one.vm.name)).toEqual(["y"]);
  expect(loose?.members).toEqual([]);
  expect(() => loose?.missingSubregions(readPackSettings({}).shared)).toThrow("tags[0].value");
});
