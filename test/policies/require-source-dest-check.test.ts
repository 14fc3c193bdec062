import { requireSourceDestCheck } from "../../policies/exposure/require-source-dest-check";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(net), ipRange: "10.0.0.0/24" });
const message = "The source/destination check is off on this VM, which is of no router tier.";

function vm(tier: string | undefined, inputs: Parameters<typeof resource>[2] = {}): Resource {
  const own = tier === undefined ? {} : { tags: tags({ tier }) };
  return resource("vm:Vm", "vm", { subnetId: from(subnet), ...own, ...inputs });
}

const off = { isSourceDestChecked: false };
const TAGGED = ["vm.tags", "vm.tags[0].key", "vm.tags[0].value"];

policySuite(requireSourceDestCheck, {
  compliant: [
    { name: "a VM that says nothing", resources: [net, subnet, vm("web")] },
    { name: "a VM that keeps the check", resources: [net, subnet, vm(undefined, { isSourceDestChecked: "true" })] },
    {
      name: "NICs, which do not say it",
      resources: [net, subnet, vm("web", { subnetId: "", nics: [{ subnetId: from(subnet), deviceNumber: 0 }] })],
    },
    { name: "a router", resources: [net, subnet, vm("NAT", off)] },
    {
      name: "a router said apart from its VM",
      resources: [
        ...[net, subnet, vm(undefined, off)],
        resource("tag:Tag", "firewall", { resourceIds: [from(vm(undefined))], tag: tags({ role: "firewall" }) }),
      ],
    },
    {
      name: "a router of its own name, by the settings",
      resources: [net, subnet, vm(undefined, off)],
      shared: { tierOf: { "v*": "gateway" }, routerTiers: ["gateway"] },
    },
    {
      name: "a router, whether it checks or not",
      resources: [net, subnet, vm("vpn", { isSourceDestChecked: new Unknown() })],
    },
  ],
  violation: [
    {
      name: "a VM of another tier",
      resources: [net, subnet, vm("web", off)],
      findings: [`resource vm isSourceDestChecked: ${message}`],
      needs: ["vm.isSourceDestChecked", ...TAGGED],
    },
    {
      name: "one for tests, in text",
      resources: [vm("web", { isSourceDestChecked: "false", tags: tags({ tier: "bastion", environment: "test" }) })],
      findings: [`resource vm isSourceDestChecked: ${message}`],
      needs: ["vm.isSourceDestChecked", ...TAGGED],
    },
  ],
  undetermined: [
    {
      name: "a check that is not known",
      resources: [net, subnet, vm("web", { isSourceDestChecked: new Unknown() })],
      reasons: ["vm: `isSourceDestChecked` is not known before deployment."],
    },
    {
      name: "a VM that nothing declares a router",
      resources: [net, subnet, vm(undefined, off)],
      reasons: ["vm: `tags` cannot be judged: a VM whose tier nothing declares."],
    },
  ],
  notApplicable: [{ name: "a NIC that stands apart", resources: [net, subnet, resource("nic:Nic", "nic")] }],
});
