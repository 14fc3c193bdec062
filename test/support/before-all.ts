import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hasEngine } from "../engine/environment";

/** Builds what the tests run as users do, and says once what a run leaves out. */
export default function beforeAllTests(): void {
  const build = join(__dirname, "..", "..", "scripts", "build.js");
  if (spawnSync(process.execPath, [build], { stdio: "inherit" }).status !== 0) {
    throw new Error("What is to be tested does not compile.");
  }
  if (hasEngine()) return;
  process.stderr.write(
    "The tests of the real engine, of Python and Go programs and of other SDK versions are left out: run `npm run engine`.\n",
  );
}
