import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { beforeEnd } from "./before-end";
import { findFamily } from "./linux-processes";
import { type Opening, Printed } from "./printed";

/** What to start, and where. */
export interface ProcessCommand {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** All that it gets; a variable that is `undefined` is not set. */
  readonly environment: NodeJS.ProcessEnv;
}

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  /** The signal that ended it. */
  readonly signal?: NodeJS.Signals;
  readonly timedOut: boolean;
  /** What it printed, the two streams together; the last of it where that is long. */
  readonly output: string;
  /** What it printed first, where what came between is not kept. */
  readonly opening?: Opening;
}

const LONGEST_DRAIN_MS = 1000;
/** What is longer, Node takes for 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Whatever a run starts has this variable from it, with a value that no other run has. */
const MARK = "PULUMI_POLICY_OUTSCALE_RUN";

/**
 * Runs a command in a process of its own; whatever it started is ended with it.
 * @param onStart hears at once of the process, which leads a session of its own
 * @throws when it cannot be started
 */
export async function runCommand(
  command: ProcessCommand,
  timeoutSeconds: number,
  onStart: (pid: number) => void = () => undefined,
): Promise<Ended> {
  const mark = randomUUID();
  const child = spawn(command.executable, command.arguments, {
    cwd: command.folder,
    env: { ...command.environment, [MARK]: mark },
    stdio: ["ignore", "pipe", "pipe"],
    // A session and a process group of its own, so that the whole tree can be told and ended.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  if (child.pid !== undefined) onStart(child.pid);
  const printed = collectOutput(child);
  const closed = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const endTree = (): void => {
    killTree(child, `${MARK}=${mark}`);
  };
  // A group of its own does not get the signals of ours: when we are ended, the program must be.
  const stopWatching = beforeEnd(endTree);
  try {
    const ended = await waitForExit(child, Math.min(timeoutSeconds * 1000, LONGEST_TIMER_MS), endTree);
    // What the program left running in the background would outlive us, and hold its output open.
    endTree();
    await waitForOutput(child, closed);
    return { ...ended, ...printed.kept() };
  } finally {
    endTree();
    stopWatching();
  }
}

function collectOutput(child: ChildProcess): Printed {
  const printed = new Printed();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      printed.add(chunk);
    });
  }
  return printed;
}

async function waitForExit(
  child: ChildProcess,
  milliseconds: number,
  end: () => void,
): Promise<Pick<Ended, "exitCode" | "signal" | "timedOut">> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, milliseconds);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (exitCode, signal) => {
        resolve({ exitCode, timedOut, ...(signal && !timedOut && { signal }) });
      });
    });
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

// Each pass ends what was started during the one before; one pass nearly always finds nothing left.
const MOST_PASSES = 10;

function killTree(child: ChildProcess, mark: string): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
    return;
  }
  // Who descends from whom is no longer told when those between have ended.
  let left = findFamily(child.pid, mark);
  kill(-child.pid);
  for (let passes = 0; left.length > 0 && passes < MOST_PASSES; passes++) {
    left.forEach(kill);
    left = findFamily(child.pid, mark);
  }
}

/** @param pid of a process, or of a group when negative */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Nothing is left of it.
  }
}
