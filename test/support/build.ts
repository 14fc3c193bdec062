import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds, before any test, what some tests run as users do. */
export default function build({
  testPathPatterns,
}: {
  readonly testPathPatterns: { readonly patterns: string[] };
}): void {
  const script = join(__dirname, "..", "..", "scripts", "build.js");
  if (spawnSync(process.execPath, [script], { stdio: "inherit" }).status === 0) return;
  // Whoever tries one test does not need the rest to compile; those that run what is built say that it is not there.
  if (testPathPatterns.patterns.length === 0) throw new Error("What is to be tested does not compile.");
}
