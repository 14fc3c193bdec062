import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../cli/command";

const root = join(__dirname, "..", "..");

/** The sessions a README shows: a command and its output, in which `[...]` stands for whatever is left out. */
function sessionsOf(readme: string) {
  const text = readFileSync(join(root, readme), "utf8");
  return [...text.matchAll(/^```console\n\$ pulumi-policy-outscale (.+)\n([^]*?)^```/gm)].map(
    ([, command = "", output = ""]) => {
      const parts = output.split("[...]\n").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return { readme, command, output: new RegExp(`^${parts.join("[^]*")}$`) };
    },
  );
}

const examples = readdirSync(join(root, "examples")).map((name) => join("examples", name, "README.md"));

test("the README shows a session", () => {
  expect(sessionsOf("README.md").length).toBeGreaterThan(0);
});

test.each(["README.md", ...examples].flatMap(sessionsOf))(
  "$readme shows what `$command` prints",
  ({ command, output }) => {
    expect(run(...command.split(" ")).stdout).toMatch(output);
  },
);
