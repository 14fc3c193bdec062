import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs the command in the project's folder, as a user does. */
export function run(...args: string[]) {
  return runWith(undefined, ...args);
}

/** Runs the command with something on its standard input. */
export function runWith(input: string | undefined, ...args: string[]) {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
    env: { PATH, LANG: "C", NO_COLOR: "1" },
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}
