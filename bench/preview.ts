import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineStack } from "../test/engine/engine-stack";
import { hasEngine } from "../test/engine/environment";
import { median } from "./median";
import { empty, packed } from "./packs";

const ROUNDS = 24;
const LIMIT = 1.05;

/** A program of a hundred resources. */
const program = join(__dirname, "..", "test", "engine", "components", "program");

/** Milliseconds of `pulumi preview` with a pack. */
async function preview(stack: EngineStack, policyPack: string, policyConfig: string): Promise<number> {
  const started = performance.now();
  const { exitCode, stdout } = await stack.preview({ policyPack, policyConfig });
  if (exitCode !== 0) throw new Error(`The preview with ${policyPack} failed:\n${stdout}`);
  return performance.now() - started;
}

async function main(): Promise<void> {
  if (!hasEngine()) {
    console.log("preview: left out, the engine is not built (`npm run engine`).");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const stack = new EngineStack({ program });
  try {
    const packs = { ours: packed(folder), empty: empty(folder) };
    // A mandatory violation would end the preview as a failure.
    const advisory = join(folder, "advisory.json");
    writeFileSync(advisory, JSON.stringify({ all: "advisory" }));
    const times = { ours: [] as number[], empty: [] as number[] };
    // What starts for the first time is slow whatever the pack.
    await preview(stack, packs.empty, advisory);
    for (let round = 0; round < ROUNDS; round += 1) {
      // One after the other, and each as often first, so that what slows the machine slows both.
      const turns = [
        async () => times.empty.push(await preview(stack, packs.empty, advisory)),
        async () => times.ours.push(await preview(stack, packs.ours, advisory)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    const [ours, none] = [median(times.ours), median(times.empty)];
    const ratio = (ours / none).toFixed(3);
    console.log(
      `preview: ${ours.toFixed(0)} ms, with an empty pack: ${none.toFixed(0)} ms, ratio ${ratio}, limit ${String(LIMIT)}`,
    );
    if (Number(ratio) > LIMIT) process.exitCode = 1;
  } finally {
    stack.close();
    rmSync(folder, { recursive: true });
  }
}

void main();
