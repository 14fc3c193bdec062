import { readConfiguration } from "../../src/config";
import { System } from "../../src/outscale";
import { Judgement, PACK_POLICIES, type Policy } from "../../src/policy";
import type { Stack } from "../../src/stack";

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
