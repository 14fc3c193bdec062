import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The command as it was built, and what it is started with. */
export const ENVIRONMENT = { PATH: process.env["PATH"], LANG: "C", NO_COLOR: "1" };
export const COMMAND = { cwd: join(__dirname, "..", ".."), encoding: "utf8", env: ENVIRONMENT } as const;

/** Runs the command in the project's folder, as a user does. */
export function run(...args: string[]) {
  return runWith(undefined, ...args);
}

/** Runs the command with something on its standard input. */
export function runWith(input: string | undefined, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/src/cli/main.js", ...args], {
    ...COMMAND,
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}
