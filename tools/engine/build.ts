import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CLI, type Executable, YAML_HOST } from "./executables";
import { binFolder, goBuild, requireGo, runCommand } from "./go";
import { installed, suits } from "./installed";
import { Progress } from "./progress";

const record = join(binFolder, "built");

runCommand(async () => {
  mkdirSync(binFolder, { recursive: true });
  writeLaunchers();
  const missing = [CLI, YAML_HOST].filter((executable) => !isBuilt(executable));
  if (missing.length === 0) {
    console.log(`pulumi ${CLI.version} and its YAML host ${YAML_HOST.version} are built already.`);
    return;
  }
  const absent = linkInstalled(missing);
  if (absent.length > 0) requireGo();
  for (const executable of absent) await build(executable);
});

/** Takes what the user's own installation brings, and answers what it does not. */
function linkInstalled(wanted: readonly Executable[]): Executable[] {
  const own = installed();
  if (!own) return [...wanted];
  if (!suits(own.version, CLI.version)) {
    console.log(
      `The pulumi on the PATH is ${own.version}: this needs ${CLI.version} or newer of the same major version.`,
    );
    return [...wanted];
  }
  return wanted.filter(({ name }) => {
    const path = own.paths[name];
    if (path === undefined) return true;
    rmSync(join(binFolder, name), { force: true });
    symlinkSync(path, join(binFolder, name));
    // Not the version alone, or it would pass for one that was built: the user's own may change at any time.
    remember(name, `${own.version} of ${dirname(path)}`);
    console.log(`Using ${path}, of pulumi ${own.version}.`);
    return false;
  });
}

async function build({ name, module, package: source, version, versionVariable }: Executable): Promise<void> {
  // A build that fails must not leave another version behind.
  rmSync(join(binFolder, name), { force: true });
  const progress = new Progress(`${name} ${version}`);
  const args = ["-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", `-s -w -X ${versionVariable}=${version}`];
  try {
    await goBuild(module, [...args, "-o", join(binFolder, name), source], progress);
  } finally {
    progress.stop();
  }
  remember(name, version);
  console.log(`Built ${name} ${version} in ${progress.seconds()}.`);
}

function isBuilt({ name, version }: Executable): boolean {
  return existsSync(join(binFolder, name)) && remembered()[name] === version;
}

/** Which version each executable is. */
function remembered(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(record, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

function remember(name: string, version: string): void {
  writeFileSync(record, `${JSON.stringify({ ...remembered(), [name]: version }, undefined, 2)}\n`);
}

/** The executables that the engine looks for on the PATH, by the names it looks for. */
function writeLaunchers(): void {
  // In place of Pulumi's host for Node programs, which is no module of its own: it starts a pack in the pack's own folder,
  // with the pack's SDK, and says what is run in these variables' names for Node alone.
  launcher(
    "pulumi-analyzer-policy-nodejs",
    [
      'for (const name of ["DRY_RUN", "ORGANIZATION", "PROJECT", "STACK"]) delete process.env[`PULUMI_${name}`];',
      'require(require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [process.cwd()] }));',
    ].join("\n"),
  );
  launcher("pulumi-resource-terraform-provider", 'require("tsx/cjs");\nrequire("../../../test/engine/provider.ts");');
}

function launcher(name: string, script: string): void {
  writeFileSync(join(binFolder, name), `#!/usr/bin/env node\n${script}\n`, { mode: 0o755 });
}
