import { afterEach, describe, expect, test } from "@jest/globals";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { readProgram } from "../../src/sources";
import { Unknown, type Resource } from "../../src/stack";
import { nodeModules } from "../../tools/engine/languages";
import { hasEngine } from "../engine/environment";

const FOLDERS = join(__dirname, "..", "..", "tools", "engine", "bin", "programs");
const OLDEST = "2.0.0";
const NEWEST = "3.270.0";

/** The program in a workspace, whose packages are installed in the folder of its root. */
function program(modules: string, name: string): string {
  const workspace = join(FOLDERS, `node-${name}`);
  const folder = join(workspace, "packages", "infrastructure");
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(workspace, "package.json"), '{ "private": true, "workspaces": ["packages/*"] }');
  writeFileSync(join(folder, "package.json"), '{ "name": "infrastructure" }');
  cpSync(join(__dirname, "programs", "node"), folder, { recursive: true });
  symlinkSync(modules, join(workspace, "node_modules"));
  return folder;
}

function inputsByName(resources: readonly Resource[]): Record<string, unknown> {
  const made = resources.filter(({ type }) => type.startsWith("outscale:"));
  return Object.fromEntries(made.map(({ name, type, inputs }) => [`${type.split(":").at(-1) ?? ""} ${name}`, inputs]));
}

(hasEngine() ? describe : describe.skip)("a program with an SDK of its own version, in a workspace", () => {
  afterEach(() => {
    delete process.env["LATER"];
  });

  test.each([
    { version: OLDEST, later: false },
    { version: NEWEST, later: false },
    { version: NEWEST, later: true },
  ])("is read with $version, what came later used: $later", async ({ version, later }) => {
    process.env["LATER"] = String(later);
    const read = await readProgram({ path: program(nodeModules(version), version), packages: [OUTSCALE_PACKAGE] });

    expect(inputsByName(read.stack.resources)).toEqual({
      "Net main": { ipRange: "10.0.0.0/16", ...(later && { tags: [{ key: "by", value: "stack" }] }) },
      "Subnet main": { ipRange: "10.0.1.0/24", netId: new Unknown() },
      "Subnet other": {
        ipRange: "10.0.2.0/24",
        netId: new Unknown(),
        subregionName: later ? "cloudgouv-eu-west-1b" : "cloudgouv-eu-west-1a",
      },
      ...(later && { "Remote remote": {} }),
    });
    const places = read.stack.resources.map(({ name, position }) => `${name} ${position?.file ?? ""}`);
    expect(places).toEqual(expect.arrayContaining(["main src/index.js", "other src/index.js"]));
    expect(read.limits).toEqual([
      ...(later ? [{ kind: "remote component", name: "remote" }] : []),
      { kind: "stack reference", name: "organization/base/prod" },
    ]);
  });
});

test("a program with an SDK that no dry run can run is refused", async () => {
  const modules = join(FOLDERS, "too-old");
  mkdirSync(join(modules, "@pulumi", "pulumi", "cmd", "run"), { recursive: true });
  writeFileSync(join(modules, "@pulumi", "pulumi", "package.json"), '{ "version": "1.14.1" }');
  writeFileSync(join(modules, "@pulumi", "pulumi", "cmd", "run", "index.js"), "");
  const path = program(modules, "too-old");
  await expect(readProgram({ path, packages: [] })).rejects.toMatchObject({
    kind: "runtime",
    text: {
      en: "The program uses `@pulumi/pulumi` 1.14.1, which a dry run cannot run; accepted: >=2.0.0 <4.0.0.",
      fr: "Le programme utilise `@pulumi/pulumi` 1.14.1, qu'un essai à blanc ne peut pas exécuter ; acceptées : >=2.0.0 <4.0.0.",
    },
  });
});
