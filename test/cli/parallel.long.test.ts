import { afterAll, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { COMMAND, ENVIRONMENT } from "./command";
import { listLeft, writeProgram } from "./program";

const scratch = mkdtempSync(join(tmpdir(), "parallel-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const [program, temporary] = [join(scratch, "program"), join(scratch, "temporary")];

const OPEN = `
  const { SecurityGroup, SecurityGroupRule } = require("@pulumi/outscale");
  const { securityGroupId } = new SecurityGroup("web", { description: "Web" });
  const ports = { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22 };
  new SecurityGroupRule("ssh", { flow: "Inbound", securityGroupId, ...ports, ipRange: "0.0.0.0/0" });
`;

async function check() {
  const args = ["dist/src/cli/main.js", "check", program, "--format", "json", "--timeout", "3600"];
  const env = { ...ENVIRONMENT, TMPDIR: temporary };
  const command = spawn(process.execPath, args, { ...COMMAND, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(command, "exit") as Promise<[number | null]>;
  const [[code], stdout, stderr] = await Promise.all([ended, text(command.stdout), text(command.stderr)]);
  return { code, stdout, stderr };
}

test("a hundred checks of one folder at once say the same, and leave nothing behind", async () => {
  writeProgram(program, OPEN);
  mkdirSync(temporary);
  const before = readdirSync(program);
  const alone = await check();
  const together = await Promise.all(Array.from({ length: 100 }, check));
  expect([...new Set(together.map((one) => JSON.stringify(one)))]).toEqual([JSON.stringify(alone)]);
  expect(alone).toMatchObject({ code: 1, stderr: "" });
  expect(readdirSync(program)).toEqual(before);
  expect(listLeft(temporary)).toEqual([]);
});
