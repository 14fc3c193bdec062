import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { hasEngine } from "./environment";
import { preview } from "./preview";

const root = join(__dirname, "..", "..");

(hasEngine() ? describe : describe.skip)("what a person reads of the pack in a preview", () => {
  test.each(["en", "fr"])("in the language %s", async (language) => {
    const { stdout, stderr } = await preview({
      program: join(__dirname, "small", "program"),
      policyPack: root,
      environment: { PULUMI_POLICY_OUTSCALE_LANG: language },
      inOrder: true,
    });
    expect(stderr.trim()).toBe("");
    expect(policiesIn(stdout)).toMatchSnapshot();
  });
});

/** From the findings on: what comes before tells the progress, in the order of the moment. */
function policiesIn(stdout: string): string {
  const text = stdout.slice(stdout.indexOf("Policies:"));
  return text.replaceAll(root, "<repository>").replace(/Duration: \S+/, "Duration: <duration>");
}
