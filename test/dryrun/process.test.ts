import { describe, expect, test } from "@jest/globals";
import { Printed } from "../../src/dryrun/printed";
import { runCommand } from "../../src/dryrun/process";

/** Runs a script that is given as text. */
function runScript(script: string, environment: NodeJS.ProcessEnv = {}, timeoutSeconds = 2 ** 31) {
  const command = { executable: process.execPath, arguments: ["-e", script], folder: __dirname, environment };
  return runCommand(command, timeoutSeconds);
}

describe("a process", () => {
  test("is told with how it ended and what it printed, however long it may take", async () => {
    expect(await runScript("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
      exitCode: 3,
      timedOut: false,
      output: expect.stringMatching(/^(out\nerr|err\nout)\n$/),
    });
  });

  test("is told with the signal that ended it", async () => {
    expect(await runScript("process.kill(process.pid, 'SIGKILL')")).toEqual({
      exitCode: null,
      signal: "SIGKILL",
      timedOut: false,
      output: "",
    });
  });

  test("gets the environment that is given, a mark of its run, and nothing of ours", async () => {
    const { output } = await runScript("console.log(JSON.stringify(process.env))", { GIVEN: "1", NOT: undefined });
    expect(JSON.parse(output)).toEqual({
      GIVEN: "1",
      PULUMI_POLICY_OUTSCALE_RUN: expect.stringMatching(/^[\w-]{36}$/),
    });
  });

  test("may print more than is kept", async () => {
    const { output, opening } = await runScript("for (let i = 0; i < 64; i++) console.log('x'.repeat(2 ** 20 - 1))");
    expect({ output: output.length, opening: opening?.text.length, printed: opening?.printed }).toEqual({
      output: 16_384,
      opening: 16_384,
      printed: 64 * 2 ** 20,
    });
  });
});

describe("what is printed is kept", () => {
  test.each([
    ["whole while it is short", ["one\n", "two\n"], { output: "one\ntwo\n" }],
    [
      "whole up to the two parts",
      ["a".repeat(20_000), "b".repeat(12_768)],
      { output: "a".repeat(20_000) + "b".repeat(12_768) },
    ],
    [
      "as its first and its last part beyond",
      ["a".repeat(20_000), "b".repeat(12_769)],
      {
        output: "a".repeat(3_615) + "b".repeat(12_769),
        opening: { text: "a".repeat(16_384), printed: 32_769 },
      },
    ],
  ])("%s", (_what, chunks, kept) => {
    const printed = new Printed();
    for (const chunk of chunks) printed.add(chunk);
    expect(printed.kept()).toEqual(kept);
  });
});
