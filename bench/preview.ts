import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasEngine } from "../test/engine/environment";
import { interleaved } from "./interleaved";
import { empty, packed } from "./packs";
import { Previews } from "./previews";

const ROUNDS = 24;
const LIMIT = 1.05;

async function main(): Promise<void> {
  if (!hasEngine()) {
    console.log("preview: left out, the engine is not built (`npm run engine`).");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const previews = new Previews(folder);
  try {
    const packs = { ours: packed(folder), empty: empty(folder) };
    const { first, second, ratio } = await interleaved(
      ROUNDS,
      () => previews.time(packs.ours),
      () => previews.time(packs.empty),
    );
    console.log(
      `preview: ${first.toFixed(0)} ms, with an empty pack: ${second.toFixed(0)} ms, ` +
        `ratio ${ratio.toFixed(3)}, limit ${String(LIMIT)}`,
    );
    if (ratio > LIMIT) process.exitCode = 1;
  } finally {
    previews.close();
    rmSync(folder, { recursive: true });
  }
}

void main();
