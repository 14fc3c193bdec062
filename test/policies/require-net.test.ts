import { requireNet } from "../../policies/exposure/require-net";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(net), ipRange: "10.0.0.0/24" });
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet) });
const vmOutside = "Neither a Subnet nor a NIC is named: this VM stands in the public Cloud.";
const balancerOutside = "No Subnet is named: this load balancer stands in the public Cloud.";

policySuite(requireNet, {
  compliant: [
    {
      name: "a VM and a load balancer in a Subnet",
      resources: [
        ...[net, subnet, resource("vm:Vm", "web", { subnetId: from(subnet) })],
        resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb", subnets: [from(subnet)] }),
      ],
    },
    {
      name: "a VM with NICs, whether it makes them or takes one that stands apart",
      resources: [
        ...[net, subnet, nic, resource("vm:Vm", "made", { nics: [{ subnetId: from(subnet), deviceNumber: 0 }] })],
        resource("vm:Vm", "taken", { primaryNics: [{ nicId: from(nic), deviceNumber: 0 }] }),
      ],
    },
    {
      name: "a Subnet that is not known, or not of this stack",
      resources: [
        resource("vm:Vm", "later", { subnetId: new Unknown() }),
        resource("vm:Vm", "elsewhere", { subnetId: "subnet-12345678" }),
        resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb", subnets: new Unknown() }),
      ],
    },
  ],
  violation: [
    {
      name: "a VM of the public Cloud",
      resources: [resource("vm:Vm", "lone", { placementSubregionName: "cloudgouv-eu-west-1b" })],
      findings: [`resource lone subnetId: ${vmOutside}`],
      needs: [],
    },
    {
      name: "a VM that starts nowhere in particular, and a load balancer",
      resources: [
        resource("vm:Vm", "lone", { imageId: "ami-12345678" }),
        resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb" }),
      ],
      findings: [`resource lone subnetId: ${vmOutside}`, `resource lb subnets: ${balancerOutside}`],
      needs: [],
    },
    {
      name: "a test as well",
      resources: [resource("vm:Vm", "trial", { tags: tags({ environment: "test" }) })],
      findings: [`resource trial subnetId: ${vmOutside}`],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a load balancer of which only outputs are known",
      resources: [
        resource(
          "loadBalancer:LoadBalancer",
          "lb",
          { loadBalancerName: "lb", subnets: ["subnet-12345678"] },
          { written: false },
        ),
      ],
      reasons: ["lb: `subnets` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a Net and a NIC", resources: [net, subnet, nic] }],
});
