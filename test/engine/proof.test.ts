import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { EngineStack } from "./engine-stack";
import { hasEngine } from "./environment";

const root = join(__dirname, "..", "..");

(hasEngine() ? describe : describe.skip)("the proof of what the real engine deployed", () => {
  test("counts each tier and entry in each Subregion", async () => {
    const stack = new EngineStack({ program: join(root, "stacks", "three-tier-web") });
    try {
      expect((await stack.up()).exitCode).toBe(0);
      const page = execFileSync(
        process.execPath,
        [join(root, "dist", "src", "cli", "main.js"), "prove", "--state", "-", "--lang", "en"],
        { input: JSON.stringify(await stack.exportState()), encoding: "utf8" },
      );
      const counts = /^Counted in each Subregion\n[^]*?\n\n/m.exec(page)?.[0].split("\n") ?? [];
      expect(counts.slice(2, -2).map((line) => line.trim().replaceAll(/ {2,}/g, " | "))).toEqual([
        "Tier app | 1 | 1 | 1",
        "Tier database | 1 | 1 | 1",
        "Tier web | 1 | 1 | 1",
        "Load balancers shop | 1 | 1 | 1",
      ]);
      expect(page).not.toContain("not known");
    } finally {
      stack.close();
    }
  });
});
