import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { readConfiguration } from "../../src/config";
import { ObservedSystem } from "../../src/outscale";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { Judgement, PACK_POLICIES, type Policy } from "../../src/policy";
import { readProgram } from "../../src/sources";
import type { Stack } from "../../src/stack";
import { TODAY } from "../support/judgement";

const settings = readConfiguration({}, { policies: POLICIES, packPolicies: PACK_POLICIES });

function observe(stack: Stack): (policy: Policy) => string[] {
  const system = new ObservedSystem(stack, settings.shared);
  const judgement = new Judgement({ system, policies: POLICIES, settings, today: TODAY });
  return (policy) => [...system.listReads(() => judgement.outcomesOf(policy))].sort();
}

test("each policy is known to read the same settings beside the others as by itself", async () => {
  const path = join(__dirname, "..", "..", "stacks", "noncompliant");
  const { stack } = await readProgram({ path, packages: [OUTSCALE_PACKAGE] });
  const together = observe(stack);
  const readTogether = POLICIES.map((policy) => [policy.name, together(policy)]);
  expect(readTogether).toContainEqual(["no-public-admin-port", ["adminPorts"]]);
  expect(readTogether).toEqual(POLICIES.map((policy) => [policy.name, observe(stack)(policy)]));
});
