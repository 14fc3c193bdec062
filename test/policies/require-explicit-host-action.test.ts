import { requireExplicitHostAction } from "../../policies/availability/require-explicit-host-action";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from, resource, tags } from "../support/resources";

function provider(name: string, inputs: AnyInputs = {}): Resource {
  return resource("pulumi:providers:outscale", name, inputs);
}

/** A VM that says what becomes of it when its host fails. */
function acting(hostAction: string | Unknown): Resource {
  return vm("web", { shutdownBehaviorConfiguration: { hostAction } });
}

/** A VM that says nothing, and the provider that makes it. */
function madeBy(made: Resource): Resource[] {
  return [made, vm("web", {}, { provider: made.urn })];
}

const place = "resource web shutdownBehaviorConfiguration.hostAction:";
const found = `${place} Nothing says what becomes of the VM when its host fails.`;
const development = net("net", { tags: tags({ environment: "dev" }) });
const subnet = subnetIn("a");

policySuite(requireExplicitHostAction, {
  compliant: [
    { name: "a VM that restarts", resources: [acting("restart")] },
    { name: "a VM that stays stopped because the program says so", resources: [acting("stop")] },
    {
      name: "a VM that says so although its provider looks too old to",
      resources: [{ ...acting("stop"), provider: provider("default_0_3_1").urn }],
    },
  ],
  violation: [
    { name: "a VM that says nothing", resources: [vm("web")], findings: [found], needs: [] },
    {
      name: "a VM that says what its own shutdown does, and no more",
      resources: [vm("web", { shutdownBehaviorConfiguration: { guestAction: "stop" } })],
      findings: [found],
      needs: ["web.shutdownBehaviorConfiguration"],
    },
    {
      name: "an empty text",
      resources: [acting("")],
      findings: [found],
      needs: ["web.shutdownBehaviorConfiguration.hostAction"],
    },
    {
      name: "a word that is neither",
      resources: [acting("reboot")],
      findings: [`${place} What is said for when its host fails is neither \`restart\` nor \`stop\`.`],
      needs: ["web.shutdownBehaviorConfiguration.hostAction"],
    },
    {
      name: "a VM with NICs, whose own tag says production in a Net for development",
      resources: [
        development,
        subnet,
        vm("web", { nics: [{ subnetId: from(subnet) }], tags: tags({ environment: "production" }) }),
      ],
      findings: [found],
      needs: ["web.tags[0].key", "web.tags[0].value"],
    },
    { name: "the default provider of 1.8", resources: madeBy(provider("default_1_8_0")), findings: [found], needs: [] },
    { name: "the default provider of 2.0", resources: madeBy(provider("default_2_0_1")), findings: [found], needs: [] },
    {
      name: "an explicit provider of a current version",
      resources: madeBy(provider("main", { version: "1.10.0" })),
      findings: [found],
      needs: [],
    },
    {
      name: "an explicit provider whose version nothing tells",
      resources: madeBy(provider("main")),
      findings: [found],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "an action that is not known",
      resources: [acting(new Unknown())],
      reasons: ["web: `shutdownBehaviorConfiguration.hostAction` is not known before deployment."],
    },
    {
      name: "a VM whose environment is not known",
      resources: [vm("web", { tags: [{ key: "environment", value: new Unknown() }] })],
      reasons: ["web: `tags[0].value` is not known before deployment."],
    },
    {
      name: "outputs alone, where a default looks like a written value",
      resources: [{ ...acting("stop"), written: false }],
      reasons: ["web: `shutdownBehaviorConfiguration` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a VM of a Net for development",
      resources: [development, subnet, vmIn(subnet, "web")],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        vm("web"),
        resource("tag:Tag", "test", { resourceIds: [from(vm("web"))], tag: tags({ environment: "test" }) }),
      ],
    },
    { name: "the default provider of a version without the field", resources: madeBy(provider("default_1_7_0")) },
    {
      name: "an explicit provider of a version without the field",
      resources: madeBy(provider("main", { version: "1.3.2" })),
    },
  ],
});
