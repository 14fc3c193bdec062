import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineFolder, go, requireGo, runCommand } from "./go";

const bin = join(engineFolder, "bin");
const cli = join(bin, "pulumi");
const record = join(bin, "built");

runCommand(() => {
  mkdirSync(bin, { recursive: true });
  writeLaunchers();
  const version = pulumiVersion();
  if (isBuilt(version)) {
    console.log(`pulumi ${version} is built already.`);
    return;
  }
  requireGo();
  const start = Date.now();
  console.log(`Building pulumi ${version}, about three minutes the first time ...`);
  build(version);
  console.log(`Built pulumi ${version} in ${((Date.now() - start) / 1000).toFixed(0)} s.`);
});

function pulumiVersion(): string {
  const line = /pulumi\/pkg\/v3 (v\S+)/.exec(readFileSync(join(engineFolder, "go.mod"), "utf8"));
  if (line?.[1] === undefined) throw new Error("tools/engine/go.mod names no version of pulumi/pkg/v3");
  return line[1];
}

function isBuilt(version: string): boolean {
  return existsSync(cli) && existsSync(record) && readFileSync(record, "utf8") === version;
}

function build(version: string): void {
  // Without a version of its own the CLI calls itself a development build, which the Automation API refuses.
  const linker = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`;
  const tags = "osusergo,grpcnotrace";
  const pkg = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
  go(["build", "-trimpath", "-tags", tags, "-ldflags", linker, "-o", cli, pkg]);
  writeFileSync(record, version);
}

/** The executables that the engine looks for on the PATH, by the names it looks for. */
function writeLaunchers(): void {
  // The engine starts a pack in the pack's own folder: the SDK that runs it is the pack's.
  launcher(
    "pulumi-analyzer-policy-nodejs",
    'require(require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [process.cwd()] }));',
  );
  launcher("pulumi-resource-terraform-provider", 'require("tsx/cjs");\nrequire("../../../test/engine/provider.ts");');
}

function launcher(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/usr/bin/env node\n${script}\n`, { mode: 0o755 });
}
