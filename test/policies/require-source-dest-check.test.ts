import { requireSourceDestCheck } from "../../policies/exposure/require-source-dest-check";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const subnet = subnetIn("a");
const message = "The source/destination check is off on this VM, which is of no router tier.";

function ofTier(tier: string, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vmIn(subnet, "vm", { tags: tags({ tier }), ...inputs });
}

const off = { isSourceDestChecked: false };
const TAGGED = ["vm.tags", "vm.tags[0].key", "vm.tags[0].value"];

policySuite(requireSourceDestCheck, {
  compliant: [
    { name: "a VM that says nothing", resources: [net(), subnet, ofTier("web")] },
    {
      name: "a VM that keeps the check",
      resources: [net(), subnet, vmIn(subnet, "vm", { isSourceDestChecked: true })],
    },
    {
      name: "NICs, which do not say it",
      resources: [net(), subnet, ofTier("web", { subnetId: "", nics: [{ subnetId: from(subnet), deviceNumber: 0 }] })],
    },
    { name: "a router", resources: [net(), subnet, ofTier("NAT", off)] },
    {
      name: "a router said apart from its VM",
      resources: [
        ...[net(), subnet, vmIn(subnet, "vm", off)],
        resource("tag:Tag", "firewall", { resourceIds: [from(vmIn(subnet, "vm"))], tag: tags({ role: "firewall" }) }),
      ],
    },
    {
      name: "a router of its own name, by the settings",
      resources: [net(), subnet, vmIn(subnet, "vm", off)],
      shared: { tierOf: { "v*": "gateway" }, routerTiers: ["gateway"] },
    },
    {
      name: "a router, whether it checks or not",
      resources: [net(), subnet, ofTier("vpn", { isSourceDestChecked: new Unknown() })],
    },
  ],
  violation: [
    {
      name: "a VM of another tier",
      resources: [net(), subnet, ofTier("web", off)],
      findings: [`resource vm isSourceDestChecked: ${message}`],
      needs: ["vm.isSourceDestChecked", ...TAGGED],
    },
    {
      name: "one for tests",
      resources: [ofTier("web", { isSourceDestChecked: false, tags: tags({ tier: "bastion", environment: "test" }) })],
      findings: [`resource vm isSourceDestChecked: ${message}`],
      needs: ["vm.isSourceDestChecked", ...TAGGED],
    },
  ],
  undetermined: [
    {
      name: "a check that is not known",
      resources: [net(), subnet, ofTier("web", { isSourceDestChecked: new Unknown() })],
      reasons: ["vm: `isSourceDestChecked` is not known before deployment."],
    },
    {
      name: "a VM that nothing declares a router",
      resources: [net(), subnet, vmIn(subnet, "vm", off)],
      reasons: ["vm: `tags` cannot be judged: a VM whose tier nothing declares."],
    },
  ],
  notApplicable: [{ name: "a NIC that stands apart", resources: [net(), subnet, resource("nic:Nic", "nic")] }],
});
