import { requireFilteringInsideSubnets } from "../../policies/exposure/require-filtering-inside-subnets";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = Parameters<typeof resource>[2];

const filter = tags({ "osc.fcu.enable_lan_security_groups": "true" });
const net = netWith();
const front = subnet("front");
const back = subnet("back");

function netWith(inputs: Inputs = {}): Resource {
  return resource("net:Net", "net", { ipRange: "10.0.0.0/16", ...inputs });
}

function subnet(name: string, inputs: Inputs = {}, options: Partial<Resource> = {}): Resource {
  return resource("subnet:Subnet", name, { netId: from(net), ...inputs }, options);
}

/** A VM whose name is its tier's, in the front Subnet unless told. */
function vm(tier: string, inputs: Inputs = { subnetId: from(front) }): Resource {
  return resource("vm:Vm", tier, { tags: tags({ tier }), ...inputs });
}

const later = resource("tag:Tag", "later", { resourceIds: [from(net)], tag: filter });
const wrong =
  "resource net tags: Subnet front holds the tiers app and web, and security groups do not filter inside it";
const TAGGED = ["app", "web"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`]);

policySuite(requireFilteringInsideSubnets, {
  compliant: [
    { name: "a Net that filters", resources: [netWith({ tags: filter }), front, vm("app"), vm("web")] },
    {
      name: "a Subnet for each tier",
      resources: [net, front, back, vm("web"), vm("app", { subnetId: from(back) })],
    },
    {
      name: "one tier only, and a VM of another Net",
      resources: [
        ...[net, front, vm("web"), resource("vm:Vm", "web-2", { subnetId: from(front), tags: tags({ tier: "WEB" }) })],
        vm("app", { subnetId: "subnet-12345678", tags: tags({ tier: "app", environment: "prod" }) }),
      ],
    },
    {
      name: "a VM alone, of whichever tier",
      resources: [
        ...[net, front, back, vm("web")],
        vm("app", { subnetId: from(back), tags: [{ key: "tier", value: new Unknown() }] }),
      ],
    },
    { name: "Subnets without VMs", resources: [net, front, back] },
    {
      name: "a Tag resource that every Subnet waits for",
      resources: [
        ...[net, later, vm("app"), vm("web")],
        subnet("front", {}, { dependencies: [net.urn, "urn:pulumi:test::unit::time:index:Sleep::a while"] }),
        resource("time:index:Sleep", "a while", {}, { dependencies: [later.urn] }),
      ],
    },
    {
      name: "a VM that is stopped, and one for tests",
      resources: [
        ...[net, front, vm("web"), vm("app", { subnetId: from(front), state: "stopped" })],
        vm("trial", { subnetId: from(front), tags: tags({ tier: "trial", environment: "test" }) }),
      ],
    },
  ],
  violation: [
    {
      name: "two tiers in one Subnet",
      resources: [net, front, back, vm("app"), vm("web")],
      findings: [`${wrong}.`],
      needs: TAGGED,
    },
    {
      name: "a Tag resource that may come too late",
      resources: [net, front, later, vm("app"), vm("web")],
      findings: [`${wrong}: the tag that has them do so may come after it.`],
      needs: [...TAGGED, "later.tag[0].key"],
    },
    {
      name: "NICs of a VM, made with it or standing apart",
      resources: [
        ...[net, front, back, vm("web")],
        vm("app", { nics: [{ subnetId: from(back) }, { subnetId: from(front) }] }),
        ...[subnet("middle"), vm("proxy", { subnetId: from(subnet("middle")) })],
        ...["db", "cache"].flatMap((name) => [resource("nic:Nic", name, { subnetId: from(subnet("middle")) })]),
        vm("db", { nics: [{ nicId: from(resource("nic:Nic", "db")) }] }),
        vm("cache", { subnetId: from(subnet("alone")) }),
        subnet("alone"),
        resource("nicLink:NicLink", "cache", {
          nicId: from(resource("nic:Nic", "cache")),
          vmId: from(resource("vm:Vm", "cache")),
          deviceNumber: 1,
        }),
      ],
      findings: [
        `${wrong}.`,
        "resource net tags: Subnet middle holds the tiers cache, db and proxy, and security groups do not filter inside it.",
      ],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a tag that is not known",
      resources: [netWith({ tags: [{ key: new Unknown(), value: "1" }] }), front, vm("app"), vm("web")],
      reasons: ["net: `tags[0].key` is not known before deployment."],
    },
    {
      name: "tiers that are guessed",
      resources: [...[net, front, vm("web")], resource("vm:Vm", "stray", { subnetId: from(front) })],
      reasons: ['net: `tags` of "stray" cannot be judged: a VM whose tier is only guessed.'],
    },
    {
      name: "a VM whose Subnet may be this one",
      resources: [net, front, back, vm("web"), vm("app", { subnetId: from(front, back) })],
      reasons: ['net: `subnetId` of "app" is not known before deployment; possible: "back", "front".'],
    },
    {
      name: "a VM of whichever tier beside another",
      resources: [
        ...[net, front, vm("web")],
        vm("app", { subnetId: from(front), tags: [{ key: "tier", value: new Unknown() }] }),
      ],
      reasons: ['net: `tags[0].value` of "app" is not known before deployment.'],
    },
    {
      name: "a VM with a NIC of another stack",
      resources: [
        ...[net, front, vm("web")],
        vm("app", { nics: [{ nicId: "eni-12345678" }], tags: tags({ tier: "app", environment: "prod" }) }),
      ],
      reasons: ['net: `nics[0].nicId` of "app" leads out of this stack.'],
    },
    {
      name: "a Subnet that may be of this Net",
      resources: [net, resource("subnet:Subnet", "vague", { netId: new Unknown() })],
      reasons: ['net: `netId` of "vague" is not known before deployment.'],
    },
    {
      name: "VMs that another part of the system may have",
      resources: [net, front, vm("web")],
      shared: { part: { of: "shop", siblings: ["app/prod"] } },
      reasons: ["net: Another part of shop (app/prod) may have other VMs in this Subnet, and was not given."],
    },
  ],
  notApplicable: [
    { name: "a Net without Subnets", resources: [net] },
    {
      name: "tests",
      resources: [netWith({ tags: tags({ environment: "test" }) }), front, vm("app"), vm("web")],
    },
  ],
});
