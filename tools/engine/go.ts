import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The folder of the Go module. */
export const engineFolder = __dirname;

/** Where the executables are that the engine's tests start. */
export const binFolder = join(engineFolder, "bin");

/** Runs Go in the module of this folder. */
export function go(args: readonly string[]): void {
  const { status } = spawnSync("go", args, { cwd: engineFolder, env: environment(), stdio: "inherit" });
  if (status !== 0) throw new GoError(`"go ${args[0] ?? ""}" failed: its message is above.`);
}

/** Who is told of each module and each package that a build needs. */
interface Listener {
  downloaded(): void;
  compiled(): void;
}

/** Builds in the module of a folder. */
export async function goBuild(folder: string, args: readonly string[], listener: Listener): Promise<void> {
  const child = spawn("go", ["build", "-v", ...args], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "inherit", "pipe"],
  });
  const said: string[] = [];
  createInterface(child.stderr).on("line", (line) => {
    if (line.startsWith("go: downloading ")) listener.downloaded();
    else if (/^[\w./~-]+$/.test(line)) listener.compiled();
    else said.push(line);
  });
  const [status] = (await once(child, "close")) as [number | null];
  if (status === 0) return;
  throw new GoError([...said, `"go build" in ${folder} failed: its message is above.`].join("\n"));
}

function environment(): NodeJS.ProcessEnv {
  // Another toolchain would be a download of its own; go.sum is complete, so nothing may rewrite it.
  return { ...process.env, CGO_ENABLED: "0", GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly -buildvcs=false" };
}

/** What a person without a working Go is told, in one line. */
class GoError extends Error {}

/** Says so when there is no Go, or one older than the module asks for. */
export function requireGo(): void {
  const wanted = wantedVersion();
  const { stdout, status } = spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8" });
  if (status !== 0) throw new GoError(`Go is not installed: this needs Go ${wanted} or newer on the PATH.`);
  const found = stdout.trim().replace(/^go/, "");
  if (isOlder(found, wanted)) throw new GoError(`Go ${found} is too old: this needs Go ${wanted} or newer.`);
}

function wantedVersion(): string {
  const line = /^go (\S+)$/m.exec(readFileSync(join(engineFolder, "go.mod"), "utf8"));
  if (line?.[1] === undefined) throw new Error("tools/engine/go.mod names no Go version");
  return line[1];
}

function isOlder(found: string, wanted: string): boolean {
  return found.localeCompare(wanted, "en", { numeric: true }) < 0;
}

/** Runs a command of this folder: what only concerns Go is said in one line, anything else keeps its trace. */
export function runCommand(command: () => void | Promise<void>): void {
  void run(command);
}

async function run(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
