import { expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import type { Outcome } from "../../src/policy";
import { readProgram } from "../../src/sources";
import { judgementOf } from "../support/judgement";

const stacks = join(__dirname, "..", "..", "stacks");

async function judged(name: string): Promise<{ outcomes: Outcome[]; unseen: readonly string[] }> {
  const { stack, limits, unansweredCalls } = await readProgram({
    path: join(stacks, name),
    packages: [OUTSCALE_PACKAGE],
  });
  const file = join(stacks, name, "pulumi-policy-outscale.json");
  const configuration = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as object) : {};
  const outcomes = judgementOf(stack, POLICIES, configuration).outcomes();
  return { outcomes, unseen: [...limits.map((limit) => limit.kind), ...unansweredCalls] };
}

test("the noncompliant stack breaks every policy", async () => {
  const { outcomes, unseen } = await judged("noncompliant");
  const broken = POLICIES.filter(({ name }) =>
    outcomes.some(({ policy, verdict }) => policy.name === name && verdict === "violation"),
  );
  expect(broken.map(({ name }) => name)).toEqual(POLICIES.map(({ name }) => name));
  // The providers of buckets and of Kubernetes, whose schemas are not ours.
  expect(unseen.filter((kind) => kind !== "unknown package")).toEqual([]);
});

test.each(readdirSync(stacks).filter((name) => name !== "noncompliant"))(
  "%s is compliant throughout, with nothing undetermined",
  async (name) => {
    const { outcomes, unseen } = await judged(name);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ verdict }) => verdict !== "compliant")).toEqual([]);
    expect(unseen).toEqual([]);
  },
);
