import { requireTrustedApiAccess } from "../../policies/identity/require-trusted-api-access";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

function access(requireTrustedEnv: boolean | Unknown, maxAccessKeyExpirationSeconds: number | Unknown) {
  return resource("apiAccessPolicy:ApiAccessPolicy", "access", { requireTrustedEnv, maxAccessKeyExpirationSeconds });
}

function accessRule(name: string, caIds?: readonly string[] | Unknown) {
  return resource("apiAccessRule:ApiAccessRule", name, { ipRanges: ["198.51.100.7/32"], caIds });
}

const untrusted =
  "resource access requireTrustedEnv: The API asks for neither a certificate nor a second factor: `requireTrustedEnv` is not true.";

policySuite(requireTrustedApiAccess, {
  compliant: [
    { name: "a trusted environment and keys for ninety days", resources: [access(true, 7_776_000)] },
    {
      name: "the same beside rules that all name an authority",
      resources: [access(true, 3600), accessRule("office", ["ca-1"]), accessRule("bastion", ["ca-1", "ca-2"])],
    },
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
      name: "an account that Outscale refuses, for one rule and for several",
      resources: [access(true, 3600), accessRule("office", ["ca-1"]), accessRule("bastion"), accessRule("build", [])],
      findings: [
        "resource access requireTrustedEnv: Outscale refuses `requireTrustedEnv` as long as the rules bastion and build name no authority in `caIds`.",
      ],
      needs: ["access.requireTrustedEnv"],
    },
    {
      name: "an account that Outscale refuses for one rule, whatever else is wrong",
      resources: [access(true, 0), accessRule("bastion")],
      findings: [
        "resource access requireTrustedEnv: Outscale refuses `requireTrustedEnv` as long as the rule bastion names no authority in `caIds`.",
        "resource access maxAccessKeyExpirationSeconds: Access keys may be valid without end.",
      ],
      needs: [],
    },
    {
      name: "no trusted environment, which such a rule is right beside",
      resources: [access(false, 3600), accessRule("bastion")],
      findings: [untrusted],
      needs: ["access.requireTrustedEnv"],
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
      name: "a rule whose authorities come with the deployment",
      resources: [access(true, 3600), accessRule("bastion", new Unknown())],
      reasons: ['access: `caIds` of "bastion" is not known before deployment.'],
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
