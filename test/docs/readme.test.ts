import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The sessions the README shows: a command and its output, in which `[...]` stands for whatever is left out. */
const sessions = [...readme.matchAll(/^```console\n\$ pulumi-policy-outscale (.+)\n([^]*?)^```/gm)].map(
  ([, command = "", output = ""]) => {
    const parts = output.split("[...]\n").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return { command, output: new RegExp(`^${parts.join("[^]*")}$`) };
  },
);

test("shows a session", () => {
  expect(sessions.length).toBeGreaterThan(0);
});

test.each(sessions)("shows what `$command` prints", ({ command, output }) => {
  const { PATH } = process.env;
  const args = ["--import", "tsx", "src/cli/main.ts", ...command.split(" ")];
  const options = { cwd: root, encoding: "utf8", env: { PATH, LANG: "C", NO_COLOR: "1" } } as const;
  expect(spawnSync(process.execPath, args, options).stdout).toMatch(output);
});
