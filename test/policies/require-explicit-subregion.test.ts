import { requireExplicitSubregion } from "../../policies/availability/require-explicit-subregion";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const development = resource("net:Net", "dev", { ipRange: "10.1.0.0/16", tags: tags({ environment: "dev" }) });
const placed = resource("subnet:Subnet", "placed", {
  netId: from(net),
  ipRange: "10.0.0.0/24",
  subregionName: "cloudgouv-eu-west-1b",
});
const landing = "No Subregion is named: it lands in cloudgouv-eu-west-1a.";

policySuite(requireExplicitSubregion, {
  compliant: [
    { name: "a Subnet that names its Subregion", resources: [net, placed] },
    {
      name: "a Subregion that is written but not known",
      resources: [net, resource("subnet:Subnet", "later", { netId: from(net), subregionName: new Unknown() })],
    },
    {
      name: "a VM of the public Cloud that names its Subregion",
      resources: [resource("vm:Vm", "lone", { placementSubregionName: "cloudgouv-eu-west-1c" })],
    },
  ],
  violation: [
    {
      name: "a Subnet without",
      resources: [net, resource("subnet:Subnet", "chance", { netId: from(net), ipRange: "10.0.1.0/24" })],
      findings: [`resource chance subregionName: ${landing}`],
      needs: [],
    },
    {
      name: "a VM without Subnet or NIC, a load balancer, a GPU",
      resources: [
        resource("vm:Vm", "lone", { imageId: "ami-12345678" }),
        resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb" }),
        resource("flexibleGpu:FlexibleGpu", "gpu", { modelName: "nvidia-a100" }),
      ],
      findings: [
        `resource lone placementSubregionName: ${landing}`,
        `resource lb subregionNames: ${landing}`,
        `resource gpu subregionName: ${landing}`,
      ],
      needs: [],
    },
    {
      name: "a resource whose own tag says production in a Net for development",
      resources: [
        development,
        resource("subnet:Subnet", "chance", { netId: from(development), tags: tags({ environment: "PROD" }) }),
      ],
      findings: [`resource chance subregionName: ${landing}`],
      needs: ["chance.tags[0].key", "chance.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a Subnet whose environment is not known",
      resources: [
        net,
        resource("subnet:Subnet", "chance", { netId: from(net), tags: [{ key: "environment", value: new Unknown() }] }),
      ],
      reasons: ["chance: `tags[0].value` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a VM in a Subnet, or with NICs",
      resources: [
        resource("vm:Vm", "inside", { subnetId: "subnet-12345678" }),
        resource("vm:Vm", "nics", { nics: [{ subnetId: "subnet-12345678" }] }),
      ],
    },
    {
      name: "a Subnet of a Net for development",
      resources: [development, resource("subnet:Subnet", "chance", { netId: from(development) })],
    },
    {
      name: "a Subnet that a Tag resource makes a test",
      resources: [
        net,
        resource("subnet:Subnet", "chance", { netId: from(net) }),
        resource("tag:Tag", "later", {
          resourceIds: [from(resource("subnet:Subnet", "chance"))],
          tag: tags({ environment: "test" }),
        }),
      ],
    },
  ],
});
