import { requireAccessKeyExpiry } from "../../policies/identity/require-access-key-expiry";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, resource } from "../support/resources";

function key(inputs: InputsOf<"accessKey:AccessKey">) {
  return resource("accessKey:AccessKey", "deploy", { userName: "deploy", ...inputs });
}

policySuite(requireAccessKeyExpiry, {
  compliant: [
    { name: "a key for ninety days", resources: [key({ expirationDate: "2026-05-01" })] },
    { name: "a key that has expired", resources: [key({ expirationDate: "2025-12-31T00:00:00Z" })] },
    {
      name: "a longer one where the setting accepts it",
      resources: [key({ expirationDate: "2026-12-31" })],
      settings: { maxDays: 365 },
    },
  ],
  violation: [
    {
      name: "a key without a date",
      resources: [key({ state: "ACTIVE" })],
      findings: ["resource deploy expirationDate: This access key never expires."],
      needs: ["deploy.state"],
    },
    {
      name: "a key with an empty date",
      resources: [key({ expirationDate: "" })],
      findings: ["resource deploy expirationDate: This access key never expires."],
      needs: ["deploy.expirationDate"],
    },
    {
      name: "a key for a year",
      resources: [key({ expirationDate: "2027-01-31T00:00:00.000+0000" })],
      findings: ["resource deploy expirationDate: This access key is valid for 365 more days."],
      needs: ["deploy.expirationDate"],
    },
  ],
  undetermined: [
    {
      name: "a date that comes with the deployment",
      resources: [key({ expirationDate: new Unknown() })],
      reasons: ["deploy: `expirationDate` is not known before deployment."],
    },
    {
      name: "text that is no date",
      resources: [key({ expirationDate: "soon" })],
      reasons: ["deploy: `expirationDate` cannot be judged: text that is no date."],
    },
  ],
  notApplicable: [{ name: "an inactive key", resources: [key({ state: "INACTIVE" })] }],
});
