import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs the command in the project's folder, as a user does: as it was built, which `npm test` does first. */
export function run(...args: string[]) {
  return runWith(undefined, ...args);
}

/** Runs the command with something on its standard input. */
export function runWith(input: string | undefined, ...args: string[]) {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/src/cli/main.js", ...args], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
    env: { PATH, LANG: "C", NO_COLOR: "1" },
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}
