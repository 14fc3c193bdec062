import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasEngine } from "./environment";
import { checked, isNoSummary, OFF, shown, UNTOLD } from "./findings";
import { withPolicyConfig, withStack } from "./temporary";

const root = join(__dirname, "..", "..");
const SMALL = join("test", "engine", "small", "program");

(hasEngine() ? describe : describe.skip)("a sample state is one that Pulumi takes", () => {
  test.each(["test/cli/state/shop.json", "examples/several-stacks/network.json"])("%s", async (file) => {
    const state = JSON.parse(readFileSync(join(root, file), "utf8")) as object;
    await withPolicyConfig({ ...UNTOLD, ...OFF }, async (policyConfig) => {
      await withStack({ program: SMALL }, async (stack) => {
        const events = await stack.analyze(state, { policyPack: root, policyConfig });
        const found = await checked("--state", file, "--config", policyConfig);
        expect(shown(events).filter(isNoSummary)).toEqual(found.filter(isNoSummary));
      });
    });
  });
});
