import { requireFilteringInsideSubnets } from "../../policies/exposure/require-filtering-inside-subnets";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const filter = tags({ "osc.fcu.enable_lan_security_groups": "true" });
const [front, back, middle] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const alone = resource("subnet:Subnet", "alone", { netId: from(net()) });

/** A VM whose name is its tier's, in the front Subnet unless told. */
function ofTier(tier: string, inputs: InputsOf<"vm:Vm"> = { subnetId: from(front) }): Resource {
  return vm(tier, { tags: tags({ tier }), ...inputs });
}

const later = resource("tag:Tag", "later", { resourceIds: [from(net())], tag: filter });
const wrong =
  "resource net tags: Subnet subnet-a holds the tiers app and web, and security groups do not filter inside it";
const TAGGED = ["app", "web"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`]);

policySuite(requireFilteringInsideSubnets, {
  compliant: [
    { name: "a Net that filters", resources: [net("net", { tags: filter }), front, ofTier("app"), ofTier("web")] },
    {
      name: "a Subnet for each tier",
      resources: [net(), front, back, ofTier("web"), ofTier("app", { subnetId: from(back) })],
    },
    {
      name: "one tier only, and a VM of another Net",
      resources: [
        ...[net(), front, ofTier("web"), vmIn(front, "web-2", { tags: tags({ tier: "WEB" }) })],
        ofTier("app", { subnetId: "subnet-12345678", tags: tags({ tier: "app", environment: "prod" }) }),
      ],
    },
    {
      name: "a VM alone, of whichever tier",
      resources: [
        ...[net(), front, back, ofTier("web")],
        ofTier("app", { subnetId: from(back), tags: [{ key: "tier", value: new Unknown() }] }),
      ],
    },
    { name: "Subnets without VMs", resources: [net(), front, back] },
    {
      name: "a Tag resource that every Subnet waits for",
      resources: [
        ...[net(), later, ofTier("app"), ofTier("web")],
        { ...front, dependencies: [net().urn, "urn:pulumi:test::unit::time:index:Sleep::a while"] },
        resource("time:index:Sleep", "a while", {}, { dependencies: [later.urn] }),
      ],
    },
    {
      name: "a VM that is stopped, and one for tests",
      resources: [
        ...[net(), front, ofTier("web"), ofTier("app", { subnetId: from(front), state: "stopped" })],
        ofTier("trial", { subnetId: from(front), tags: tags({ tier: "trial", environment: "test" }) }),
      ],
    },
  ],
  violation: [
    {
      name: "two tiers in one Subnet",
      resources: [net(), front, back, ofTier("app"), ofTier("web")],
      findings: [`${wrong}.`],
      needs: TAGGED,
    },
    {
      name: "a Tag resource that may come too late",
      resources: [net(), front, later, ofTier("app"), ofTier("web")],
      findings: [`${wrong}: the tag that has them do so may come after it.`],
      needs: [...TAGGED, "later.tag[0].key"],
    },
    {
      name: "NICs of a VM, made with it or standing apart",
      resources: [
        ...[net(), front, back, ofTier("web")],
        ofTier("app", { nics: [{ subnetId: from(back) }, { subnetId: from(front) }] }),
        ...[middle, ofTier("proxy", { subnetId: from(middle) })],
        ...["db", "cache"].flatMap((name) => [resource("nic:Nic", name, { subnetId: from(middle) })]),
        ofTier("db", { nics: [{ nicId: from(resource("nic:Nic", "db")) }] }),
        ofTier("cache", { subnetId: from(alone) }),
        alone,
        resource("nicLink:NicLink", "cache", {
          nicId: from(resource("nic:Nic", "cache")),
          vmId: from(vm("cache")),
          deviceNumber: 1,
        }),
      ],
      findings: [
        `${wrong}.`,
        "resource net tags: Subnet subnet-c holds the tiers cache, db and proxy, and security groups do not filter inside it.",
      ],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a tag that is not known",
      resources: [net("net", { tags: [{ key: new Unknown(), value: "1" }] }), front, ofTier("app"), ofTier("web")],
      reasons: ["net: `tags[0].key` is not known before deployment."],
    },
    {
      name: "tiers that are guessed",
      resources: [...[net(), front, ofTier("web")], vmIn(front, "stray")],
      reasons: ['net: `tags` of "stray" cannot be judged: a VM whose tier is only guessed.'],
    },
    {
      name: "a VM whose Subnet may be this one",
      resources: [net(), front, back, ofTier("web"), ofTier("app", { subnetId: from(front, back) })],
      reasons: ['net: `subnetId` of "app" is not known before deployment; possible: "subnet-a", "subnet-b".'],
    },
    {
      name: "a VM of whichever tier beside another",
      resources: [
        ...[net(), front, ofTier("web")],
        ofTier("app", { subnetId: from(front), tags: [{ key: "tier", value: new Unknown() }] }),
      ],
      reasons: ['net: `tags[0].value` of "app" is not known before deployment.'],
    },
    {
      name: "a VM with a NIC of another stack",
      resources: [
        ...[net(), front, ofTier("web")],
        ofTier("app", { nics: [{ nicId: "eni-12345678" }], tags: tags({ tier: "app", environment: "prod" }) }),
      ],
      reasons: ['net: `nics[0].nicId` of "app" leads out of this stack.'],
    },
    {
      name: "a Subnet that may be of this Net",
      resources: [net(), subnetIn("a", { netId: new Unknown() })],
      reasons: ['net: `netId` of "subnet-a" is not known before deployment.'],
    },
    {
      name: "VMs that another part of the system may have",
      resources: [net(), front, ofTier("web")],
      shared: { part: { of: "shop", siblings: ["app/prod"] } },
      reasons: ["net: Another part of shop (app/prod) may have other VMs in this Subnet, and was not given."],
    },
  ],
  notApplicable: [
    { name: "a Net without Subnets", resources: [net()] },
    {
      name: "tests",
      resources: [net("net", { tags: tags({ environment: "test" }) }), front, ofTier("app"), ofTier("web")],
    },
  ],
});
