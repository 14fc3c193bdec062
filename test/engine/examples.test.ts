import { describe, expect, test } from "@jest/globals";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { pulumi } from "./cli";
import type { ReportedPolicyEvent } from "./engine-stack";
import { hasEngine } from "./environment";
import { checked, shown } from "./findings";
import { withFolder } from "./temporary";

const root = join(__dirname, "..", "..");

// Pulumi prints its events one by one, those of policies among them, when the environment asks for it.
process.env["PULUMI_ENABLE_STREAMING_JSON_PREVIEW"] = "true";

(hasEngine() ? describe : describe.skip)("the YAML example, in the real engine", () => {
  test("is judged by the pack as the one in TypeScript is by check", async () => {
    await withFolder(async (home) => {
      const program = join(home, "program");
      cpSync(join(root, "examples", "yaml"), program, { recursive: true });
      await pulumi(["stack", "init", "dev"], home, program);
      const { exitCode, stdout } = await pulumi(["preview", "--policy-pack", root, "--json"], home, program);

      const found = shown(policyEvents(stdout));
      expect(exitCode).not.toBe(0);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await checked(join("examples", "minimal")));
    });
  });
});

function policyEvents(printed: string): ReportedPolicyEvent[] {
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { policyEvent?: ReportedPolicyEvent }).policyEvent)
    .filter((event) => event !== undefined);
}
