// What a Python or a Go program has after `pulumi package add terraform-provider outscale/outscale 1.8.0`: made once,
// from the schema and the package registries, and kept until what it is made from changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engineFolder, go, requireGo } from "./go";

const PULUMI = "3.259.0";
const bin = join(engineFolder, "bin");
const codegen = join(engineFolder, "codegen");
const schema = join(engineFolder, "..", "..", "src", "outscale", "provider", "outscale-1.8.0.schema.json");

/** The folder of the generated Go SDK, as `pulumi package add` would write it to `sdks/outscale`. */
export function goSdk(): string {
  return generated("go");
}

/** A virtual environment with a version of Pulumi's SDK, and the generated one. */
export function pythonEnvironment(version = PULUMI): string {
  const sdk = generated("python");
  const folder = join(bin, "python", version);
  makeOnce(folder, [version, ...generators()], () => {
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin", "python"), ["-m", "pip", "install", "--quiet", `pulumi==${version}`, sdk]);
  });
  return folder;
}

/** A `node_modules` folder with a version of Pulumi's SDK. */
export function nodeModules(version: string): string {
  const folder = join(bin, "node", version);
  makeOnce(folder, [version], () => {
    const npm = ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder];
    run("npm", [...npm, `@pulumi/pulumi@${version}`]);
  });
  return join(folder, "node_modules");
}

function generated(language: "python" | "go"): string {
  const folder = join(bin, "sdks", language);
  makeOnce(folder, generators(), () => {
    requireGo();
    go(["-C", "codegen", "run", ".", language, schema, folder]);
  });
  return folder;
}

function generators(): string[] {
  return [schema, join(codegen, "main.go"), join(codegen, "go.mod")].map((file) => readFileSync(file, "utf8"));
}

/** Makes a folder unless it was made from the same before; others that want it meanwhile wait. */
function makeOnce(folder: string, from: readonly string[], make: () => void): void {
  const record = `${folder}.made`;
  const wanted = createHash("sha256").update(from.join("\0")).digest("hex");
  const isMade = (): boolean => existsSync(record) && readFileSync(record, "utf8") === wanted;
  if (isMade()) return;
  mkdirSync(dirname(folder), { recursive: true });
  const release = acquire(`${folder}.lock`);
  try {
    if (isMade()) return;
    rmSync(record, { force: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    make();
    writeFileSync(record, wanted);
  } finally {
    release();
  }
}

const LONGEST_WAIT_MS = 10 * 60_000;
const WAIT_MS = 200;

/** Waits until nobody else has a lock. */
function acquire(lock: string): () => void {
  const start = Date.now();
  for (;;) {
    try {
      mkdirSync(lock);
      return () => {
        rmSync(lock, { recursive: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (Date.now() - start > LONGEST_WAIT_MS) throw new Error(`${lock} is left from a run that died: remove it.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) throw new Error(`\`${command} ${args.join(" ")}\` failed: its message is above.`);
}
