// Compiles the committed `@pulumi/outscale` and then the project, each where something is newer than what was compiled
// from it. Plain JavaScript: `npm ci` calls it before anything of ours is compiled.
const { spawnSync } = require("node:child_process");
const { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } = require("node:fs");
const { join, sep } = require("node:path");

const root = join(__dirname, "..");
const sdk = join(root, "sdks", "outscale");

const SDK = {
  name: "sdks/outscale",
  arguments: ["-p", sdk],
  sources: () =>
    entriesOf(sdk).filter((path) => ["bin", "bin.new", "node_modules"].every((name) => !isIn(path, join(sdk, name)))),
  output: join(sdk, "bin"),
  // Copied last, as the SDK's own build does, so its date tells when a whole build ended.
  last: join(sdk, "bin", "package.json"),
  finish: () => copyFileSync(join(sdk, "package.json"), join(sdk, "bin", "package.json")),
};

const PROJECT = {
  name: "the project",
  arguments: ["-p", join(root, "tsconfig.build.json")],
  sources: () => [
    ...["index.ts", "package.json", "tsconfig.json", "tsconfig.build.json"].map((name) => join(root, name)),
    ...["policies", "src"].flatMap((name) => entriesOf(join(root, name))),
  ],
  output: join(root, "dist"),
  last: join(root, "dist", "index.js"),
  finish: () => undefined,
};

for (const part of [SDK, PROJECT]) if (!isBuilt(part)) build(part);

function isBuilt({ last, sources }) {
  return existsSync(last) && sources().every((path) => modified(path) <= modified(last));
}

function build({ name, arguments: given, output, finish }) {
  // Beside the last build, which stays until this one is whole; and without it, what was compiled from a source that is
  // gone would still be loaded, and shipped.
  const fresh = `${output}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), ...given, "--outDir", fresh], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error(`${name} did not compile.`);
    rmSync(fresh, { recursive: true, force: true });
    process.exit(1);
  }
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
  finish();
}

/** Files and folders alike: a folder tells when a file was taken out of it. */
function entriesOf(folder) {
  return readdirSync(folder, { recursive: true }).map((path) => join(folder, path));
}

function isIn(path, folder) {
  return path === folder || path.startsWith(folder + sep);
}

function modified(path) {
  return statSync(path).mtimeMs;
}
