// Times this build against another one, in turns: what a change costs where speed is not what it is about.
//
//   npm run bench:against -- <another checkout, built>
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bin } from "../package.json";
import type { Resource } from "../src/stack";
import { hasEngine } from "../test/engine/environment";
import { stateDocument } from "../test/support/engine-documents";
import { bootTime } from "./boot-time";
import { interleaved } from "./interleaved";
import { packed } from "./packs";
import { Previews } from "./previews";
import { stackOfVms } from "./stack-of-vms";

const root = join(__dirname, "..");
const ROUNDS = 24;
const LIMIT = 1.03;
const RESOURCES = 10_000;

async function main([other]: readonly string[]): Promise<void> {
  if (other === undefined) {
    console.error("Give the folder of another checkout, built.");
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "against-"));
  const previews = hasEngine() ? new Previews(folder) : undefined;
  try {
    const packs = [packed(folder), packed(folder, resolve(other))] as const;
    // Short, and the same but for a few milliseconds: fewer rounds tell nothing.
    await compare("pack boot", packs, bootTime, 4 * ROUNDS);
    if (previews) await compare("preview", packs, (pack) => previews.time(pack));
    else console.log("preview: left out, the engine is not built (`npm run engine`).");
    const document = join(folder, "resources.json");
    writeFileSync(document, stateDocument(manyResources()));
    await compare(`check of ${String(RESOURCES)} resources`, [root, resolve(other)], (checkout) =>
      checkTime(checkout, document),
    );
  } finally {
    previews?.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(
  what: string,
  [own, others]: readonly [string, string],
  time: (of: string) => Promise<number>,
  rounds = ROUNDS,
): Promise<void> {
  const { first, second, ratio } = await interleaved(
    rounds,
    () => time(own),
    () => time(others),
  );
  console.log(
    `${what}: ${first.toFixed(0)} ms, the other build: ${second.toFixed(0)} ms, ` +
      `ratio ${ratio.toFixed(3)}, limit ${String(LIMIT)}`,
  );
  if (ratio > LIMIT) process.exitCode = 1;
}

/** VMs with what they need, as many resources as are asked for. */
function manyResources(): readonly Resource[] {
  return stackOfVms(RESOURCES).resources.slice(0, RESOURCES);
}

/** Milliseconds in which the command judges a document. */
async function checkTime(checkout: string, document: string): Promise<number> {
  const started = performance.now();
  const command = join(checkout, bin["pulumi-policy-outscale"]);
  const child = spawn(process.execPath, [command, "check", "--state", document, "--format", "json"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 1) throw new Error(`The check of ${checkout} ended with code ${String(code)}.`);
  return performance.now() - started;
}

void main(process.argv.slice(2));
