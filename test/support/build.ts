import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds, before any test, what the tests run as users do. */
export default function build(): void {
  const script = join(__dirname, "..", "..", "scripts", "build.js");
  if (spawnSync(process.execPath, [script], { stdio: "inherit" }).status !== 0) {
    throw new Error("What is to be tested does not compile.");
  }
}
