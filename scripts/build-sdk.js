// Compiles the committed `@pulumi/outscale`. Plain JavaScript: `npm ci` calls it before anything of ours is compiled.
const { spawnSync } = require("node:child_process");
const { copyFileSync, existsSync, readdirSync, statSync } = require("node:fs");
const { join, sep } = require("node:path");

const sdk = join(__dirname, "..", "sdks", "outscale");
// Copied last, as the SDK's own build does, so its date tells when a whole build ended.
const lastWritten = join(sdk, "bin", "package.json");

if (!isBuilt()) build();

function isBuilt() {
  return existsSync(lastWritten) && sources().every((file) => modified(file) <= modified(lastWritten));
}

function sources() {
  return readdirSync(sdk, { recursive: true })
    .filter((file) => !["bin", "node_modules"].includes(file.split(sep)[0]))
    .map((file) => join(sdk, file))
    .filter((file) => statSync(file).isFile());
}

function modified(file) {
  return statSync(file).mtimeMs;
}

function build() {
  const compiler = require.resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", sdk], { stdio: "inherit" });
  if (status !== 0) {
    console.error("sdks/outscale did not compile.");
    process.exit(1);
  }
  copyFileSync(join(sdk, "package.json"), lastWritten);
}
