import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DryRunError } from "./error";
import { PLAIN_ERRORS } from "./error-colours";

/** A Node program, as Pulumi's language host starts it. */
export interface NodeProgram {
  /** The folder of `Pulumi.yaml`. */
  readonly root: string;
  /** The folder the program runs in. */
  readonly workingFolder: string;
  /** The file to run in it, `.` for what its `package.json` says. */
  readonly entry: string;
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  readonly nodeArguments: readonly string[];
  readonly typescript: boolean;
  /** The compiler's settings, when not `tsconfig.json`. */
  readonly tsconfig?: string;
  readonly timeoutSeconds: number;
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** The last of what it printed, the two streams together. */
  readonly output: string;
}

const OUTPUT_KEPT = 16 * 1024;
const LONGEST_DRAIN_MS = 1000;
const RUNNER = "@pulumi/pulumi/cmd/run";

/**
 * Runs a program by Pulumi's own language runtime, in a process and with an SDK of its own, against an engine's
 * address; whatever it started is ended with it.
 * @throws {DryRunError} when the program's folder has no Pulumi SDK
 */
export async function runProgram(program: NodeProgram, address: string): Promise<Ended> {
  const runner = runnerOf(program);
  const child = spawn(process.execPath, [PLAIN_ERRORS, ...program.nodeArguments, runner, ...flags(program, address)], {
    cwd: program.workingFolder,
    env: { ...process.env, ...environment(program) },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that the whole tree can be ended.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const output = collected(child);
  const closed = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const endTree = (): void => {
    killTree(child);
  };
  const stopWatching = endWithUs(endTree);
  try {
    const { exitCode, timedOut } = await exited(child, program.timeoutSeconds * 1000, endTree);
    // What the program left running in the background would outlive us, and hold its output open.
    endTree();
    await drained(child, closed);
    return { exitCode, timedOut, output: output() };
  } finally {
    endTree();
    stopWatching();
  }
}

function runnerOf({ workingFolder }: NodeProgram): string {
  try {
    return createRequire(join(workingFolder, "index.js")).resolve(RUNNER);
  } catch {
    throw new DryRunError(
      "missing dependency",
      {
        en: "The program's folder has no `@pulumi/pulumi`; run `npm install` in it first.",
        fr: "Le dossier du programme n'a pas de `@pulumi/pulumi` ; y lancer d'abord `npm install`.",
      },
      { property: "@pulumi/pulumi" },
    );
  }
}

function flags(program: NodeProgram, address: string): string[] {
  return [
    ...["--monitor", address, "--engine", address],
    ...["--organization", program.organization, "--project", program.project, "--stack", program.stack],
    ...["--root-directory", program.root, "--pwd", program.workingFolder],
    ...["--dry-run", "--parallel", "16"],
    program.entry,
  ];
}

function environment(program: NodeProgram): NodeJS.ProcessEnv {
  return {
    PULUMI_CONFIG: JSON.stringify(program.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(program.secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(program.typescript),
    ...(program.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: program.tsconfig }),
  };
}

function collected(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-OUTPUT_KEPT);
    });
  }
  return () => text;
}

async function exited(
  child: ChildProcess,
  milliseconds: number,
  end: () => void,
): Promise<{ exitCode: number | null; timedOut: boolean }> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, milliseconds);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    });
    return { exitCode, timedOut };
  } finally {
    clearTimeout(timer);
  }
}

// The last words are often read after the exit. A process that left the group may keep the streams open for ever.
async function drained(child: ChildProcess, closed: Promise<void>): Promise<void> {
  const timer = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, LONGEST_DRAIN_MS);
  await closed;
  clearTimeout(timer);
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing is left of the group.
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// A group of its own does not get the signals of ours: when we are ended, the program must be.
function endWithUs(end: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    stop();
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    process.off("exit", end);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on("exit", end);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return stop;
}
