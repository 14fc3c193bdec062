import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineFolder, go, requireGo, runCommand } from "./go";

const root = join(engineFolder, "..", "..");
const schema = join(root, "src", "outscale", "provider", "outscale-1.8.0.schema.json");
const sdk = join(root, "sdks", "outscale");

// Generated elsewhere first: a generator that fails leaves the SDK as it was.
function generate(): void {
  const fresh = mkdtempSync(join(tmpdir(), "outscale-sdk-"));
  try {
    go(["-C", "codegen", "run", ".", "nodejs", schema, fresh]);
    removeSources();
    cpSync(fresh, sdk, { recursive: true });
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

// A file that the schema no longer gives must go; what was compiled from it is rebuilt by `npm run build`.
function removeSources(): void {
  mkdirSync(sdk, { recursive: true });
  for (const name of readdirSync(sdk)) if (name !== "bin") rmSync(join(sdk, name), { recursive: true });
}

runCommand(() => {
  requireGo();
  const start = Date.now();
  console.log("Generating sdks/outscale ...");
  generate();
  console.log(`Generated sdks/outscale in ${((Date.now() - start) / 1000).toFixed(0)} s.`);
});
