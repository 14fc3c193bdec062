import { describe, expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { loadConfiguration } from "../../src/config";
import { type Level, PACK_POLICIES } from "../../src/policy";

const folder = join(__dirname, "..", "..", "profiles");

/** The policies of a level in a profile, in the order of their names. */
function namesOf(profile: string, level: Level): string[] {
  const configurable = { policies: POLICIES, packPolicies: PACK_POLICIES };
  const { levelOf } = loadConfiguration(join(folder, `${profile}.json`), configurable);
  const found = [...POLICIES, ...PACK_POLICIES].filter((policy) => levelOf(policy) === level);
  return found.map(({ name }) => name).sort();
}

const EVERY = [...POLICIES, ...PACK_POLICIES].map(({ name }) => name).sort();

test("these profiles are shipped", () => {
  expect(readdirSync(folder)).toEqual(["claim.json", "discover.json", "strict.json"]);
});

test("discover stops nothing, and says everything", () => {
  expect(namesOf("discover", "advisory")).toEqual(EVERY);
});

test("strict stops at everything, at what is disabled by default and at what is not known too", () => {
  expect(namesOf("strict", "mandatory")).toEqual(EVERY);
});

describe("claim", () => {
  test("stops at what costs a commitment, at what a claim hangs on, and at the duties that stop by default", () => {
    expect(namesOf("claim", "mandatory")).toEqual(CLAIM);
  });

  test("leaves disabled what is", () => {
    expect(namesOf("claim", "disabled")).toEqual(["require-secured-cookies", "require-tags"]);
  });

  test("stops at every condition and everything that forfeits, and at nothing that is no duty beside these", () => {
    const costly = POLICIES.filter(({ ground, stakes }) => ground === "condition" || stakes.length > 0);
    const duties = POLICIES.filter(({ ground, level }) => ground === "obligation" && level === "mandatory");
    const expected = new Set([...costly, ...duties].map(({ name }) => name));
    expect(CLAIM.filter((name) => name !== "exemptions-are-valid")).toEqual([...expected].sort());
  });
});

const CLAIM = [
  "exemptions-are-valid",
  "limit-sensitive-sources",
  "limit-volume-iops",
  "no-database-on-object-storage",
  "no-ephemeral-volume",
  "no-fresh-snapshot-as-only-copy",
  "no-internet-route-for-sensitive-subnet",
  "no-long-lived-secret-in-program",
  "no-object-storage-mount",
  "no-object-storage-volume",
  "no-public-image",
  "no-public-snapshot",
  "no-secret-in-user-data",
  "no-tight-api-loop",
  "require-backends-in-every-subregion",
  "require-encrypted-sensitive-volume",
  "require-encrypted-volume",
  "require-equivalent-tier-capacity",
  "require-internal-load-balancer",
  "require-load-balancer-tls",
  "require-nat-per-subregion",
  "require-oks-control-plane-in-every-subregion",
  "require-oks-nodes-in-every-subregion",
  "require-outage-evidence",
  "require-private-bucket",
  "require-redundant-load-balancer",
  "require-secteur-public-region",
  "require-storage-in-every-subregion",
  "require-subnets-in-every-subregion",
  "require-tier-in-every-subregion",
  "require-versioned-bucket",
  "require-vpn-for-sensitive-net",
];
