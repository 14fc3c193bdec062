import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");

/** Runs in a process of its own, as the pack does: Jest has no cache of modules that could be looked at. */
function run(script: string): unknown {
  const loadLate = JSON.stringify(join(root, "dist", "src", "pulumi", "sdk", "load-late.js"));
  const text = `require(${loadLate}).loadLate(); ${script}`;
  return JSON.parse(execFileSync(process.execPath, ["-e", text], { cwd: root, encoding: "utf8" }));
}

const LOADED = `Object.keys(require.cache).filter((file) => /node_modules.(typescript|pacote)./.test(file)).length > 0`;

test("Pulumi's SDK starts without the compiler and the package tree that no policy uses", () => {
  expect(run(`require("@pulumi/policy"); console.log(JSON.stringify(${LOADED}))`)).toBe(false);
});

test("who uses them has them", () => {
  const script = `
    const { runtime } = require("@pulumi/pulumi");
    const by = 2;
    runtime.serializeFunction((n) => n * by).then(({ text }) => console.log(JSON.stringify([text.includes("n * by"), ${LOADED}])));
  `;
  expect(run(script)).toEqual([true, true]);
});
