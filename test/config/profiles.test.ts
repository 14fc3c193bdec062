import { expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CLAUSES } from "../../src/contract";
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

test("claim stops at every condition and everything that forfeits too, and disables nothing more", () => {
  const costly = POLICIES.filter(
    ({ ground, clauses, stakes }) =>
      ground === "condition" || stakes.length > 0 || clauses.some((clause) => CLAUSES[clause].force === "condition"),
  );
  const usual = [...POLICIES, ...PACK_POLICIES].filter(({ level }) => level === "mandatory");
  expect(namesOf("claim", "mandatory")).toEqual([...new Set([...costly, ...usual].map(({ name }) => name))].sort());
  expect(ADDED.filter((name) => !usual.some((policy) => policy.name === name))).toEqual(ADDED);
  expect(namesOf("claim", "mandatory")).toEqual(expect.arrayContaining(ADDED));
  expect(namesOf("claim", "disabled")).toEqual(["require-secured-cookies", "require-tags"]);
});

const ADDED = [
  "limit-volume-iops",
  "no-fresh-snapshot-as-only-copy",
  "no-tight-api-loop",
  "require-backends-in-every-subregion",
  "require-equivalent-tier-capacity",
  "require-load-balancer-health-check",
  "require-nat-per-subregion",
  "require-oks-control-plane-in-every-subregion",
  "require-outage-evidence",
  "require-redundant-load-balancer",
  "require-storage-in-every-subregion",
  "require-subnets-in-every-subregion",
  "require-versioned-bucket",
];
