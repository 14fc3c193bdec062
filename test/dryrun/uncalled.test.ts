import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { runProgram, type DryRunLimit } from "../../src/dryrun";
import { outscalePackage } from "./schema";

const UNFINISHED: DryRunLimit = { kind: "unfinished", name: "shop" };
const root = mkdtempSync(join(tmpdir(), "uncalled-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const NET = [
  'const pulumi = require("@pulumi/pulumi");',
  'const outscale = require("@pulumi/outscale");',
  'const net = new outscale.Net("net", { ipRange: "10.0.0.0/16" });',
  'const late = () => new outscale.Net("late", { ipRange: "10.1.0.0/16" });',
];

let programs = 0;
/** What a dry run of a program says that it did not see. */
async function limitsOf(files: Readonly<Record<string, readonly string[]>>): Promise<readonly DryRunLimit[]> {
  programs += 1;
  const folder = join(root, String(programs));
  mkdirSync(folder);
  symlinkSync(join(__dirname, "..", "..", "node_modules"), join(folder, "node_modules"));
  for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), lines.join("\n"));
  const { limits } = await runProgram({
    program: {
      runtime: { name: "nodejs", nodeArguments: [], typescript: "index.ts" in files },
      workingFolder: folder,
      entry: ".",
    },
    deployment: { project: "shop", stack: "dev", folder, sources: Object.keys(files), packages: [outscalePackage({})] },
    timeoutSeconds: 120,
  });
  return limits;
}

function madeAt(...lines: number[]): DryRunLimit[] {
  return lines.map((line) => ({ kind: "made after deployment", name: `index.js:${String(line)}` }));
}

describe("a program that waits for a value of the deployment is unfinished", () => {
  test.each([
    ["in a function", "async function main() { await new Promise((r) => net.netId.apply(r)); late(); }\nmain();"],
    ["with a callback", "(async () => { await new Promise((r) => net.netId.apply((v) => r(v))); late(); })();"],
    ["with what follows", "const idOf = (x) => new Promise((r) => x.apply(r));\nidOf(net.netId).then(() => late());"],
    ["outside the promise", "let r;\nnew Promise((x) => (r = x)).then(late);\nnet.netId.apply(r);"],
  ])("%s", async (_how, text) => {
    expect(await limitsOf({ "index.js": [...NET, text] })).toEqual([UNFINISHED]);
  });

  test("and one that waits for a value that is known is not", async () => {
    const text = 'new Promise((r) => pulumi.output("a").apply(r)).then(late);';
    expect(await limitsOf({ "index.js": [...NET, text] })).toEqual([]);
  });
});

describe("a callback that was never called", () => {
  test("leaves open what it may make, however it is applied and whatever leads to the resource", async () => {
    const limits = await limitsOf({
      "lib.js": ["exports.make = () => undefined;"],
      "index.js": [
        ...NET,
        "net.netId.apply(() => [22].forEach(late));",
        'net.netId.apply(() => require("./lib"));',
        "net.netId?.apply?.(() => late());",
        'net.netId["apply"](() => late());',
        'net.netId["ap" + "ply"](() => late());',
        "net.netId.apply.call(net.netId, () => late());",
        "pulumi.all([net.netId, 1]).apply(late);",
        "pulumi\n  .output({ a: net.netId })\n  .apply(late.bind(null));",
        "const given = (f) => net.netId.apply((id) => f(id));\ngiven(late);",
      ],
    });
    expect(limits).toEqual(
      madeAt(10, 14, 15, 5, 6, 7, 8, 9)
        .concat(madeAt(11))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  test("leaves nothing open where it only computes a value", async () => {
    const limits = await limitsOf({
      "names.ts": ["export const nameOf = (id: string): string => id.trim();"],
      "index.ts": [
        'import * as crypto from "node:crypto";',
        'import * as pulumi from "@pulumi/pulumi";',
        'import * as outscale from "@pulumi/outscale";',
        'import { nameOf } from "./names";',
        'const net = new outscale.Net("net", { ipRange: "10.0.0.0/16" });',
        "export const name = net.netId.apply(nameOf);",
        "export const names = pulumi.all([net.netId, net.ipRange]).apply(([id, range]) => [id, range].map(nameOf));",
        'export const hash = net.netId.apply((id) => crypto.createHash("sha256").update(id).digest("hex"));',
        "export const text = net.netId.apply(async (id) => JSON.stringify({ id, ...(await Promise.resolve({})) }));",
        "export const all = pulumi.interpolate`${net.netId}-${net.tags.apply((tags) => tags?.length ?? 0)}`;",
        "export const plain = net.netId.apply(JSON.stringify);",
      ],
    });
    expect(limits).toEqual([]);
  });
});

test("a callback that was called leaves nothing open, whatever it calls", async () => {
  const text = 'const table = { make: late };\npulumi.output("known").apply((name) => table["make"](name));';
  expect(await limitsOf({ "index.js": [...NET, text] })).toEqual([]);
});

test("a program that is ended before it could tell is unfinished", async () => {
  const text = 'process.removeAllListeners("exit");';
  expect(await limitsOf({ "index.js": [...NET, text] })).toEqual([UNFINISHED]);
});
