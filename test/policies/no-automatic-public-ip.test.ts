import { noAutomaticPublicIp } from "../../policies/exposure/no-automatic-public-ip";
import { Unknown } from "../../src/stack";
import { net, subnetIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { tags } from "../support/resources";

const message = "Every VM that starts in this Subnet is given a public IP.";

policySuite(noAutomaticPublicIp, {
  compliant: [
    {
      name: "a Subnet that says nothing, or no",
      resources: [net(), subnetIn("a"), subnetIn("b", { mapPublicIpOnLaunch: false })],
    },
    { name: "no", resources: [subnetIn("a", { mapPublicIpOnLaunch: false })] },
  ],
  violation: [
    {
      name: "a Subnet that does",
      resources: [net(), subnetIn("a", { mapPublicIpOnLaunch: true })],
      findings: [`resource subnet-a mapPublicIpOnLaunch: ${message}`],
      needs: ["subnet-a.mapPublicIpOnLaunch"],
    },
    {
      name: "one of a Net of another stack, for tests",
      resources: [
        subnetIn("a", {
          netId: "vpc-12345678",
          mapPublicIpOnLaunch: true,
          tags: tags({ environment: "test" }),
        }),
      ],
      findings: [`resource subnet-a mapPublicIpOnLaunch: ${message}`],
      needs: ["subnet-a.mapPublicIpOnLaunch"],
    },
  ],
  undetermined: [
    {
      name: "an answer that is not known",
      resources: [net(), subnetIn("a", { mapPublicIpOnLaunch: new Unknown() })],
      reasons: ["subnet-a: `mapPublicIpOnLaunch` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a Net without Subnets", resources: [net()] }],
});
