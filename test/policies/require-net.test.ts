import { requireNet } from "../../policies/exposure/require-net";
import { Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const subnet = subnetIn("a");
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet) });
const vmOutside = "Neither a Subnet nor a NIC is named: this VM stands in the public Cloud.";
const balancerOutside = "No Subnet is named: this load balancer stands in the public Cloud.";

policySuite(requireNet, {
  compliant: [
    {
      name: "a VM and a load balancer in a Subnet",
      resources: [...[net(), subnet, vmIn(subnet, "web")], loadBalancer("lb", { subnets: [from(subnet)] })],
    },
    {
      name: "a VM with NICs, whether it makes them or takes one that stands apart",
      resources: [
        ...[net(), subnet, nic, vm("made", { nics: [{ subnetId: from(subnet), deviceNumber: 0 }] })],
        vm("taken", { primaryNics: [{ nicId: from(nic), deviceNumber: 0 }] }),
      ],
    },
    {
      name: "a Subnet that is not known, or not of this stack",
      resources: [
        vm("later", { subnetId: new Unknown() }),
        vm("elsewhere", { subnetId: "subnet-12345678" }),
        loadBalancer("lb", { subnets: new Unknown() }),
      ],
    },
  ],
  violation: [
    {
      name: "a VM of the public Cloud",
      resources: [vm("lone", { placementSubregionName: "cloudgouv-eu-west-1b" })],
      findings: [`resource lone subnetId: ${vmOutside}`],
      needs: [],
    },
    {
      name: "a VM that starts nowhere in particular, and a load balancer",
      resources: [vm("lone"), loadBalancer("lb")],
      findings: [`resource lone subnetId: ${vmOutside}`, `resource lb subnets: ${balancerOutside}`],
      needs: [],
    },
    {
      name: "a test as well",
      resources: [vm("trial", { tags: tags({ environment: "test" }) })],
      findings: [`resource trial subnetId: ${vmOutside}`],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a load balancer of which only outputs are known",
      resources: [{ ...loadBalancer("lb", { subnets: ["subnet-12345678"] }), written: false }],
      reasons: ["lb: `subnets` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a Net and a NIC", resources: [net(), subnet, nic] }],
});
