import { limitApiAccessRule } from "../../policies/identity/limit-api-access-rule";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";

function access(inputs: InputsOf<"apiAccessRule:ApiAccessRule">): Resource {
  return resource("apiAccessRule:ApiAccessRule", "access", inputs);
}

const ca = resource("ca:Ca", "ca", { caPem: "-" });

policySuite(limitApiAccessRule, {
  compliant: [
    { name: "one place", resources: [access({ ipRanges: ["203.0.113.0/24", "2001:db8::/48"] })] },
    {
      name: "the whole Internet with a certificate",
      resources: [ca, access({ ipRanges: ["0.0.0.0/0"], caIds: [from(ca)] })],
    },
    { name: "a certificate from anywhere", resources: [ca, access({ caIds: [from(ca)] })] },
  ],
  violation: [
    {
      name: "the whole Internet",
      resources: [access({ ipRanges: ["0.0.0.0/0", "203.0.113.7"] })],
      findings: ["resource access ipRanges: The API answers 0.0.0.0/0, and asks for no certificate."],
      needs: ["access.ipRanges", "access.ipRanges[0]"],
    },
    {
      name: "halves that add up, in both families",
      resources: [access({ ipRanges: ["0.0.0.0/1", "128.0.0.0/1", "2000::/4", "3000::/4"], caIds: [] })],
      findings: ["resource access ipRanges: The API answers 0.0.0.0/0 and 2000::/3, and asks for no certificate."],
      needs: ["access.ipRanges", "access.caIds"],
    },
    {
      name: "a range wider than one place",
      resources: [access({ ipRanges: ["198.51.100.0/23"] })],
      findings: ["resource access ipRanges: The API answers 198.51.100.0/23, and asks for no certificate."],
      needs: ["access.ipRanges", "access.ipRanges[0]"],
    },
    {
      name: "neither addresses nor a certificate",
      resources: [access({ description: "Everybody" })],
      findings: ["resource access : This rule names neither addresses nor the authority of a certificate."],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a range that comes with the deployment",
      resources: [access({ ipRanges: ["203.0.113.7", new Unknown()] })],
      reasons: ["access: `ipRanges[1]` is not known before deployment."],
    },
    {
      name: "text that is no range",
      resources: [access({ ipRanges: ["office"] })],
      reasons: ["access: `ipRanges[0]` cannot be judged: text that is no address range."],
    },
  ],
  notApplicable: [{ name: "other resources", resources: [ca] }],
});
