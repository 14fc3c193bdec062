import { requireAccessKeyOwner } from "../../policies/identity/require-access-key-owner";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";

const user = resource("user:User", "deploy", { userName: "deploy" });

function key(inputs: InputsOf<"accessKey:AccessKey">) {
  return resource("accessKey:AccessKey", "deploy", inputs);
}

policySuite(requireAccessKeyOwner, {
  compliant: [
    { name: "a key of a user", resources: [user, key({ userName: from(user) })] },
    { name: "a key of another stack's user", resources: [key({ userName: "deploy" })] },
  ],
  violation: [
    {
      name: "a key without user",
      resources: [key({ expirationDate: "2026-05-01" })],
      findings: ["resource deploy userName: No user is named: this access key is that of the account."],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a key that may be inactive",
      resources: [key({ state: new Unknown() })],
      reasons: ["deploy: `state` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "an inactive key", resources: [key({ state: "inactive" })] }],
});
