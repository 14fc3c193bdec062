import { transformFileSync } from "@swc/core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "./spec";

const FILES = {
  "Pulumi.yaml": "name: parity\nruntime: nodejs\n",
  "package.json": JSON.stringify({ name: "parity", main: "index.js" }),
  "index.js": `
    const { Config } = require("@pulumi/pulumi");
    require("./build").build(new Config("parity").requireObject("program"));
  `,
  // As JavaScript: nothing compiles it again on each of its starts.
  "build.js": transformFileSync(join(__dirname, "build.ts"), { module: { type: "commonjs" } }).code,
};

/** The folder of a program that makes these resources, gone afterwards. */
export async function withProgram<Answer>(program: Program, use: (folder: string) => Promise<Answer>): Promise<Answer> {
  // In the project, where the program finds the SDK.
  const folder = mkdtempSync(join(__dirname, "generated-"));
  try {
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    const config = { "outscale:region": "cloudgouv-eu-west-1", "parity:program": JSON.stringify(program) };
    writeFileSync(join(folder, "Pulumi.dev.yaml"), JSON.stringify({ config }));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
