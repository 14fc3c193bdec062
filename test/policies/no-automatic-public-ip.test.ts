import { noAutomaticPublicIp } from "../../policies/exposure/no-automatic-public-ip";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const message = "Every VM that starts in this Subnet is given a public IP.";

function subnet(name: string, inputs: Parameters<typeof resource>[2] = {}): Resource {
  return resource("subnet:Subnet", name, { netId: from(net), ipRange: "10.0.0.0/24", ...inputs });
}

policySuite(noAutomaticPublicIp, {
  compliant: [
    {
      name: "a Subnet that says nothing, or no",
      resources: [net, subnet("silent"), subnet("closed", { mapPublicIpOnLaunch: false })],
    },
    { name: "no, written as text", resources: [subnet("closed", { mapPublicIpOnLaunch: "false" })] },
  ],
  violation: [
    {
      name: "a Subnet that does",
      resources: [net, subnet("open", { mapPublicIpOnLaunch: true })],
      findings: [`resource open mapPublicIpOnLaunch: ${message}`],
      needs: ["open.mapPublicIpOnLaunch"],
    },
    {
      name: "one of a Net of another stack, for tests, in text",
      resources: [
        resource("subnet:Subnet", "open", {
          netId: "vpc-12345678",
          mapPublicIpOnLaunch: "true",
          tags: tags({ environment: "test" }),
        }),
      ],
      findings: [`resource open mapPublicIpOnLaunch: ${message}`],
      needs: ["open.mapPublicIpOnLaunch"],
    },
  ],
  undetermined: [
    {
      name: "an answer that is not known",
      resources: [net, subnet("later", { mapPublicIpOnLaunch: new Unknown() })],
      reasons: ["later: `mapPublicIpOnLaunch` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a Net without Subnets", resources: [net] }],
});
