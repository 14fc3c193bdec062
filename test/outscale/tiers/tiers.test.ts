import { describe, expect, test } from "@jest/globals";
import { tiersOf } from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { backends, loadBalancer, net, securityGroup, subnetIn, vmIn } from "../../support/builders";
import { from, type InputsOf, systemOf, tags } from "../../support/resources";

const otherNet = net("other-net");
const other = subnetIn("b", { netId: from(otherNet) });
const otherGroup = securityGroup("other-group");
const ground = [net(), subnetIn("a"), otherNet, other, securityGroup(), otherGroup];

/** A VM of the one Subnet and security group, by which tiers are guessed. */
function member(name: string, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vmIn(subnetIn("a"), name, { securityGroupIds: [from(securityGroup())], ...inputs });
}

/** Every tier as `name (grouping): members`. */
function tiers(vms: readonly Resource[], settings: object = {}, more: readonly Resource[] = []): string[] {
  const found = tiersOf(systemOf([...ground, ...vms, ...more], settings));
  return found.map(({ name, by, members }) => `${name} (${by}): ${members.map((member) => member.name).join(" ")}`);
}

const tier = (value: string, more: Readonly<Record<string, string>> = {}) => ({ tags: tags({ tier: value, ...more }) });

describe("a tier is declared", () => {
  test("by a tag, in any case of key and value, the first key of the settings first", () => {
    const vms = [
      member("x", tier("Web")),
      member("y", { tags: tags({ Role: "web" }) }),
      member("z", tier("db", { role: "web" })),
    ];
    expect(tiers(vms)).toEqual(["web (tag): x y", "db (tag): z"]);
  });

  test("by a setting, for the VMs that a pattern names", () => {
    expect(tiers([member("front-1"), member("front-2"), member("back")], { tierOf: { "front-*": "web" } })).toEqual([
      "back (alone): back",
      "web (setting): front-1 front-2",
    ]);
  });

  test("by what several VMs repulse together", () => {
    const apart = { tags: tags({ "osc.fcu.repulse_server_strict": "db" }) };
    const alone = { tags: tags({ "osc.fcu.repulse_server": "cache" }) };
    expect(tiers([member("alpha", apart), member("omega", apart), member("redis", alone)])).toEqual([
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
    expect(tiers([member(first), member(second)])).toEqual(expected ?? [`web (name): ${first} ${second}`]);
  });

  test("not by names where the security groups differ", () => {
    expect(tiers([member("web-1"), member("web-2", { securityGroupIds: [from(otherGroup)] })])).toEqual([
      "web-1 (alone): web-1",
      "web-2 (alone): web-2",
    ]);
  });

  test("by load balancers that offer the same", () => {
    const vms = [member("alpha", { securityGroupIds: [from(otherGroup)] }), member("omega")];
    const balancers = [loadBalancer("front-a"), loadBalancer("front-b")];
    const links = vms.map((each, index) => backends(index === 0 ? "front-a" : "front-b", each));
    expect(tiers(vms, {}, [...balancers, ...links])).toEqual(["alpha (load balancer): alpha omega"]);
  });
});

describe("VMs of one job are of several tiers", () => {
  test.each<[string, InputsOf<"vm:Vm">]>([
    ["in another Net", { subnetId: from(other) }],
    ["in the public Cloud", { subnetId: "" }],
    ["of another application", tier("web", { application: "shop" })],
    ["in another production environment", tier("web", { environment: "prod" })],
  ])("%s", (_where, inputs) => {
    expect(tiers([member("x", tier("web")), member("y", { ...tier("web"), ...inputs })])).toEqual([
      "web (tag): x",
      "web (tag): y",
    ]);
  });
});

describe("a VM is of no tier", () => {
  test.each<[string, InputsOf<"vm:Vm">]>([
    ["that is stopped", { ...tier("web"), state: "stopped" }],
    ["of a test environment", tier("web", { environment: "Test" })],
  ])("%s", (_which, inputs) => {
    expect(tiers([member("x", inputs)])).toEqual([]);
  });
});

test("a VM whose job is not known may be of any tier that is like it", () => {
  const hidden = member("y", { tags: [{ key: "tier", value: new Unknown() }] });
  const [web, loose] = tiersOf(systemOf([...ground, member("x", tier("web")), hidden]));
  expect(web?.vms.possible.map((one) => one.value.name)).toEqual(["y"]);
  expect(loose?.members).toEqual([]);
  expect(() => loose?.missingSubregions()).toThrow("tags[0].value");
});
