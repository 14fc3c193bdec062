import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./median";
import { empty, packed } from "./packs";

const root = join(__dirname, "..");
const ROUNDS = 15;

/** Milliseconds from the start of Pulumi's host to the port that the pack prints. */
async function boot(pack: string): Promise<number> {
  const started = performance.now();
  const host = join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [host, "127.0.0.1:1", pack], {
    cwd: pack,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => {
      resolve(String(data));
    }),
  );
  const elapsed = performance.now() - started;
  child.kill();
  if (!/^\d+\s*$/.test(port)) throw new Error(`${pack} printed no port: ${port}`);
  return elapsed;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "boot-"));
  try {
    const packs = { ours: packed(folder), empty: empty(folder) };
    const times = { ours: [] as number[], empty: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // One after the other, so that what slows the machine slows both.
      times.empty.push(await boot(packs.empty));
      times.ours.push(await boot(packs.ours));
    }
    const [ours, none] = [median(times.ours), median(times.empty)];
    console.log(
      `pack boot: ${ours.toFixed(0)} ms, empty pack: ${none.toFixed(0)} ms, ratio ${(ours / none).toFixed(3)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
