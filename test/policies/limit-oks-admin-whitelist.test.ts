import { limitOksAdminWhitelist } from "../../policies/identity/limit-oks-admin-whitelist";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

function cluster(...adminWhitelists: (string | Unknown)[]) {
  return resource("oksCluster:OksCluster", "apps", { adminWhitelists, version: "1.32" });
}

const NETWORKS = { shared: { adminNetworks: ["203.0.113.0/24"] } };

policySuite(limitOksAdminWhitelist, {
  compliant: [
    { name: "one place", resources: [cluster("203.0.113.0/24", "198.51.100.7/32")] },
    { name: "a private range, where no network is told", resources: [cluster("10.0.0.0/8")] },
    { name: "addresses of the networks that are told", resources: [cluster("203.0.113.7/32")], ...NETWORKS },
  ],
  violation: [
    {
      name: "the whole Internet",
      resources: [cluster("0.0.0.0/0")],
      findings: ["resource apps adminWhitelists: The cluster's API answers 0.0.0.0/0."],
      needs: ["apps.adminWhitelists", "apps.adminWhitelists[0]"],
    },
    {
      name: "halves that add up",
      resources: [cluster("0.0.0.0/1", "128.0.0.0/1")],
      findings: ["resource apps adminWhitelists: The cluster's API answers 0.0.0.0/0."],
      needs: ["apps.adminWhitelists"],
    },
    {
      name: "another place than those that are told",
      resources: [cluster("203.0.113.7/32", "198.51.100.7/32")],
      ...NETWORKS,
      findings: [
        "resource apps adminWhitelists: The cluster's API answers 198.51.100.7/32, outside the administration networks.",
      ],
      needs: ["apps.adminWhitelists", "apps.adminWhitelists[1]"],
    },
  ],
  undetermined: [
    {
      name: "a range that comes with the deployment",
      resources: [cluster("203.0.113.7/32", new Unknown())],
      reasons: ["apps: `adminWhitelists[1]` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "other resources", resources: [resource("user:User", "ops", { userName: "ops" })] }],
});
