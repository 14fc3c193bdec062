import { requireTrustedApiAccess } from "../../policies/identity/require-trusted-api-access";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

function access(requireTrustedEnv: boolean | Unknown, maxAccessKeyExpirationSeconds: number | Unknown) {
  return resource("apiAccessPolicy:ApiAccessPolicy", "access", { requireTrustedEnv, maxAccessKeyExpirationSeconds });
}

const untrusted =
  "resource access requireTrustedEnv: The API asks for neither a certificate nor a second factor: `requireTrustedEnv` is not true.";

policySuite(requireTrustedApiAccess, {
  compliant: [
    { name: "a trusted environment and keys for ninety days", resources: [access(true, 7_776_000)] },
    { name: "the same in the stack of the account", resources: [access(true, 3600)], settings: { account: true } },
  ],
  violation: [
    {
      name: "neither",
      resources: [access(false, 0)],
      findings: [untrusted, "resource access maxAccessKeyExpirationSeconds: Access keys may be valid without end."],
      needs: [],
    },
    {
      name: "keys for a year",
      resources: [access(true, 31_536_000)],
      findings: ["resource access maxAccessKeyExpirationSeconds: Access keys may be valid for 31536000 seconds."],
      needs: ["access.maxAccessKeyExpirationSeconds"],
    },
    {
      name: "the account's own stack without a policy",
      resources: [resource("user:User", "ops", { userName: "ops" })],
      settings: { account: true },
      findings: ["stack unit-test : No `ApiAccessPolicy` says what the API asks of its callers."],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "a lifetime that comes with the deployment",
      resources: [access(true, new Unknown())],
      reasons: ["access: `maxAccessKeyExpirationSeconds` is not known before deployment."],
    },
    {
      name: "a policy that another part of the system may have",
      resources: [resource("user:User", "ops", { userName: "ops" })],
      settings: { account: true },
      shared: { part: { of: "shop", siblings: ["accounts"] } },
      reasons: [
        "unit-test: Another part of shop (accounts) may have an API access policy of the account, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "a stack that is not the account's", resources: [resource("user:User", "ops", { userName: "ops" })] },
  ],
});
