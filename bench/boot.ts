import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootTime } from "./boot-time";
import { interleaved } from "./interleaved";
import { empty, packed } from "./packs";

const ROUNDS = 15;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "boot-"));
  try {
    const packs = { ours: packed(folder), empty: empty(folder) };
    const { first, second, ratio } = await interleaved(
      ROUNDS,
      () => bootTime(packs.ours),
      () => bootTime(packs.empty),
    );
    console.log(`pack boot: ${first.toFixed(0)} ms, empty pack: ${second.toFixed(0)} ms, ratio ${ratio.toFixed(3)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
