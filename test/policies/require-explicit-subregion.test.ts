import { requireExplicitSubregion } from "../../policies/availability/require-explicit-subregion";
import { Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const development = net("net", { tags: tags({ environment: "dev" }) });
const chance = subnetIn("a", { subregionName: undefined });
const landing = "No Subregion is named: it lands in cloudgouv-eu-west-1a.";

policySuite(requireExplicitSubregion, {
  compliant: [
    { name: "a Subnet that names its Subregion", resources: [net(), subnetIn("b")] },
    {
      name: "a Subregion that is written but not known",
      resources: [net(), subnetIn("a", { subregionName: new Unknown() })],
    },
    {
      name: "a VM of the public Cloud that names its Subregion",
      resources: [vm("lone", { placementSubregionName: "cloudgouv-eu-west-1c" })],
    },
  ],
  violation: [
    {
      name: "a Subnet without",
      resources: [net(), chance],
      findings: [`resource subnet-a subregionName: ${landing}`],
      needs: [],
    },
    {
      name: "a VM without Subnet or NIC, a load balancer, a GPU",
      resources: [
        vm("lone"),
        loadBalancer("lb"),
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
      resources: [development, subnetIn("a", { subregionName: undefined, tags: tags({ environment: "PROD" }) })],
      findings: [`resource subnet-a subregionName: ${landing}`],
      needs: ["subnet-a.tags[0].key", "subnet-a.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a Subnet whose environment is not known",
      resources: [
        net(),
        subnetIn("a", { subregionName: undefined, tags: [{ key: "environment", value: new Unknown() }] }),
      ],
      reasons: ["subnet-a: `tags[0].value` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a VM in a Subnet, or with NICs",
      resources: [
        vm("inside", { subnetId: "subnet-12345678" }),
        vm("nics", { nics: [{ subnetId: "subnet-12345678" }] }),
      ],
    },
    {
      name: "a Subnet of a Net for development",
      resources: [development, chance],
    },
    {
      name: "a Subnet that a Tag resource makes a test",
      resources: [
        net(),
        chance,
        resource("tag:Tag", "later", {
          resourceIds: [from(chance)],
          tag: tags({ environment: "test" }),
        }),
      ],
    },
  ],
});
