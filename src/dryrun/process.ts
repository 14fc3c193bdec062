import { spawn, spawnSync, type ChildProcess } from "node:child_process";

/** What to start, and where. */
export interface ProcessCommand {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** What it gets beside our own environment; `undefined` takes a variable away. */
  readonly environment: NodeJS.ProcessEnv;
}

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** The last of what it printed, the two streams together. */
  readonly output: string;
}

const OUTPUT_KEPT = 16 * 1024;
const LONGEST_DRAIN_MS = 1000;

/**
 * Runs a command in a process of its own; whatever it started is ended with it.
 * @throws when it cannot be started
 */
export async function runCommand(command: ProcessCommand, timeoutSeconds: number): Promise<Ended> {
  const child = spawn(command.executable, command.arguments, {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that the whole tree can be ended.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const output = collectOutput(child);
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
    const { exitCode, timedOut } = await waitForExit(child, timeoutSeconds * 1000, endTree);
    // What the program left running in the background would outlive us, and hold its output open.
    endTree();
    await waitForOutput(child, closed);
    return { exitCode, timedOut, output: output() };
  } finally {
    endTree();
    stopWatching();
  }
}

function collectOutput(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-OUTPUT_KEPT);
    });
  }
  return () => text;
}

async function waitForExit(
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
async function waitForOutput(child: ChildProcess, closed: Promise<void>): Promise<void> {
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
