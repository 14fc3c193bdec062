import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { PACK_SETTINGS, readConfiguration } from "../../src/config";
import { PACK_POLICIES } from "../../src/policy";

const root = join(__dirname, "..", "..");

test("every file of policies is one policy, registered once under the name of its file", () => {
  const files = readdirSync(join(root, "policies"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(root, "policies", name)));
  expect(POLICIES.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

describe.each(POLICIES)("$name", (policy) => {
  test("has a test and a page", () => {
    expect(existsSync(join(root, "test", "policies", `${policy.name}.test.ts`))).toBe(true);
    expect(existsSync(join(root, "docs", "policies", `${policy.name}.md`))).toBe(true);
  });

  test("forbids, demands or bounds something", () => {
    expect(policy.name).toMatch(/^(no|require|limit)-[a-z0-9-]+$/);
  });

  test.each(["en", "fr"] as const)("speaks %s in plain sentences", (language) => {
    expect(policy.title[language]).toMatch(/^[A-ZÀ-Ý].*[^.]$/);
    for (const text of [policy.why[language], policy.remediation[language]]) {
      expect(text).toMatch(/^[A-ZÀ-Ý].*\.$/);
      expect(text).not.toMatch(/ {2}|\bshould\b|!/);
    }
  });
});

/** Every regular expression of a schema. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) =>
    name === "pattern" && typeof value === "string" ? [value] : patternsIn(value),
  );
}

test("the patterns of settings are ones that Pulumi's engine reads too, which knows no lookaround and no back reference", () => {
  const patterns = patternsIn([PACK_SETTINGS, ...POLICIES.map(({ settings }) => settings)]);
  expect(patterns.length).toBeGreaterThan(0);
  expect(patterns.filter((pattern) => /\(\?(?!:)|\\[1-9]/.test(pattern))).toEqual([]);
});

const SHOWN = ["README.md", "examples/several-stacks/README.md"];

test.each(SHOWN)("the configuration that %s shows is accepted", (file) => {
  const [, json = "{}"] = /^```json\n([^]*?)^```/m.exec(readFileSync(join(root, file), "utf8")) ?? [];
  expect(json).not.toBe("{}");
  expect(() => readConfiguration(JSON.parse(json), { policies: POLICIES, packPolicies: PACK_POLICIES })).not.toThrow();
});
