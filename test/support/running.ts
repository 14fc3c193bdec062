import { existsSync, readFileSync } from "node:fs";

/** Whether a process runs. In a container without an init process, what has ended stays in the list as a zombie. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = `/proc/${String(pid)}/stat`;
  return !existsSync(state) || !readFileSync(state, "utf8").includes(") Z ");
}
