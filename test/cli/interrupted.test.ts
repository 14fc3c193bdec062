import { afterAll, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isRunning } from "../support/running";
import { COMMAND, ENVIRONMENT } from "./command";
import { listLeft, writeProgram } from "./program";

const scratch = mkdtempSync(join(tmpdir(), "interrupted-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A program that tells where it is heard and whom it started, in a session of its own, and never ends. */
const ENDLESS = `
  const { spawn } = require("node:child_process");
  const { renameSync, writeFileSync } = require("node:fs");
  new (require("@pulumi/pulumi").ComponentResource)("shop:index:Shop", "shop");
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
  const told = { pids: [process.pid, child.pid], monitor: process.env.PULUMI_NODEJS_MONITOR };
  writeFileSync(process.env.TOLD + ".new", JSON.stringify(told));
  renameSync(process.env.TOLD + ".new", process.env.TOLD);
  setInterval(() => {}, 1000);
`;

interface Told {
  readonly pids: readonly number[];
  readonly monitor: string;
}

/** Makes a folder for one run: a program that never ends, and where the run may write. */
function makeRun(name: string) {
  const at = (part: string) => join(scratch, name, part);
  for (const part of ["temporary", "reports"]) mkdirSync(at(part), { recursive: true });
  writeProgram(at("program"), ENDLESS);
  return { program: at("program"), temporary: at("temporary"), reports: at("reports"), told: at("told.json") };
}

async function isHeard(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`http://${address}`);
  const socket = connect(Number(port), hostname);
  const heard = once(socket, "connect").then(() => true);
  const isThere = await Promise.race([heard, once(socket, "error").then(() => false)]).catch(() => false);
  socket.destroy();
  return isThere;
}

describe("a check whose program never ends, ended itself", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU"] as const)(
    "by %s, leaves no process, port or file",
    async (signal) => {
      const { program, temporary, reports, told } = makeRun(signal);
      const args = ["dist/src/cli/main.js", "check", program, "--output", join(reports, "report.txt")];
      const env = { ...ENVIRONMENT, TMPDIR: temporary, TOLD: told };
      const command = spawn(process.execPath, args, { ...COMMAND, env, stdio: "ignore" });
      while (!existsSync(told)) await setTimeout(20);
      const { pids, monitor } = JSON.parse(readFileSync(told, "utf8")) as Told;
      expect([await isHeard(monitor), ...pids.map(isRunning)]).toEqual([true, true, true]);
      expect(listLeft(temporary)).toEqual([expect.stringMatching(/^pulumi-node-/)]);

      command.kill(signal);
      expect(await once(command, "exit")).toEqual([null, signal]);

      expect(await isHeard(monitor)).toBe(false);
      // What is killed may take a moment to be gone.
      while (pids.some(isRunning)) await setTimeout(20);
      expect([...listLeft(temporary), ...readdirSync(reports)]).toEqual([]);
    },
  );
});
