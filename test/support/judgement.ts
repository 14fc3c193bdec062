import { readConfiguration } from "../../src/config";
import { System } from "../../src/outscale";
import { Judgement, PACK_POLICIES, type Policy } from "../../src/policy";
import { Stack } from "../../src/stack";

/** The evaluation date of the tests, unless they are about dates. */
export const TODAY = "2026-01-31";

/** A judgement as the command makes it. @param configuration as users write it */
export function judgementOf(
  stack: Stack,
  policies: readonly Policy[],
  configuration: object = {},
  today = TODAY,
): Judgement {
  const settings = readConfiguration(configuration, { policies, packPolicies: PACK_POLICIES });
  return new Judgement({ system: new System(stack, settings.shared), policies, settings, today });
}

/** The setting that keeps a policy from judging what its clauses name. @param configuration as users write it */
export function emptiedBy(policy: Policy, configuration: object): string | undefined {
  const { shared, settingsOf } = readConfiguration(configuration, { policies: [policy], packPolicies: PACK_POLICIES });
  const system = new System(Stack.of([], { project: "test", name: "unit" }), shared);
  return policy.emptiedBy({ system, settings: settingsOf(policy), today: TODAY });
}
