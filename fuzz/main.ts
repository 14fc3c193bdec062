// Has every reader read what nobody should write: documents of the repository, changed at random, for as long as asked.
// One seed always gives the same inputs. An input that breaks a promise is made smaller, and kept in a file.
//
//   npm run fuzz -- [--seconds 30] [--seed 1] [--only <kind>]
import { fork } from "node:child_process";
import { existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** However busy the machine is, only what hangs is read for so long. */
const HANGS_SECONDS = 180;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
  },
});
for (const [option, value] of [
  ["--seconds", values.seconds],
  ["--seed", values.seed],
] as const) {
  if (/^\d{1,9}$/.test(value)) continue;
  console.error(`${option} is "${value}". Accepted: a whole number.`);
  process.exit(2);
}
const current = join(mkdtempSync(join(tmpdir(), "fuzz-")), "being-read.json");
const child = fork(join(__dirname, "inputs.ts"), [values.seconds, values.seed, current, ...values.only]);
const watch = setInterval(() => {
  if (!existsSync(current) || Date.now() - statSync(current).mtimeMs < HANGS_SECONDS * 1000) return;
  console.log(
    `Seed ${values.seed}. What was read for ${String(HANGS_SECONDS)} seconds, and did not end:\n  ${current}`,
  );
  child.kill("SIGKILL");
}, 1000);
child.once("exit", (code) => {
  clearInterval(watch);
  process.exitCode = code ?? 1;
});
