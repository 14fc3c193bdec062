import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { DryRunError, Placeholders, type Runtime } from "../../src/dryrun";
import { readProject } from "../../src/sources/project";
import { readStackSettings } from "../../src/sources/stack-settings";

const root = realpathSync(mkdtempSync(join(tmpdir(), "project-")));
let folder = root;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, ...lines: string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
}

function errorOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof DryRunError)) throw error;
    const path = (text: string) => text.replaceAll(folder, "FOLDER");
    return { kind: error.kind, en: path(error.text.en), fr: path(error.text.fr) };
  }
  return undefined;
}

describe("a project", () => {
  test("says what to run, and how", () => {
    write(
      "Pulumi.yaml",
      "name: shop",
      "main: src",
      "runtime:",
      "  name: nodejs",
      "  options: { typescript: false, nodeargs: \"--max-old-space-size=99 --title 'a b' --require='./c d.js'\", tsconfig: tsconfig.pulumi.json }",
      "stackConfigDir: stacks",
    );
    write("src/index.js");
    const project = readProject(folder);
    expect({ ...project, file: project.file.name }).toEqual({
      file: "Pulumi.yaml",
      root: folder,
      name: "shop",
      workingFolder: join(folder, "src"),
      entry: ".",
      runtime: {
        name: "nodejs",
        nodeArguments: ["--max-old-space-size=99", "--title", "a b", "--require=./c d.js"],
        typescript: false,
        tsconfig: "tsconfig.pulumi.json",
      },
      stackFolder: "stacks",
    });
  });

  test("has Pulumi's own defaults", () => {
    write("Pulumi.yml", "name: shop", "runtime: nodejs");
    const project = readProject(folder);
    expect({ ...project, file: project.file.name }).toEqual({
      file: "Pulumi.yml",
      root: folder,
      name: "shop",
      workingFolder: folder,
      entry: ".",
      runtime: { name: "nodejs", nodeArguments: [], typescript: true },
      stackFolder: ".",
    });
  });

  test.each<{ what: string; lines: string[]; runtime: Runtime }>([
    { what: "Python", lines: ["runtime: python"], runtime: { name: "python", toolchain: "pip" } },
    {
      what: "Python with options",
      lines: ["runtime:", "  name: python", "  options: { toolchain: uv, virtualenv: ../env, typechecker: mypy }"],
      runtime: { name: "python", toolchain: "uv", virtualenv: "../env" },
    },
    { what: "Go", lines: ["runtime: { name: go, options: { buildTarget: bin/x } }"], runtime: { name: "go" } },
    {
      what: "Go that is built already",
      lines: ["runtime: { name: go, options: { binary: shop } }"],
      runtime: { name: "go", binary: "shop" },
    },
  ])("may be in $what", ({ lines, runtime }) => {
    write("Pulumi.yaml", "name: shop", ...lines);
    expect(readProject(folder)).toMatchObject({ runtime, entry: "." });
  });

  test("runs in the folder of the file that `main` names, or that is asked for", () => {
    write("Pulumi.yaml", "name: shop", "runtime: nodejs", "main: src/shop.ts");
    write("src/shop.ts");
    write("src/deep/other.ts");
    const from = (path: string) => {
      const { workingFolder, entry } = readProject(join(folder, path));
      return { workingFolder, entry };
    };
    expect(from(".")).toEqual({ workingFolder: join(folder, "src"), entry: "shop.ts" });
    expect(from("Pulumi.yaml")).toEqual({ workingFolder: join(folder, "src"), entry: "shop.ts" });
    expect(from("src/deep/other.ts")).toEqual({ workingFolder: join(folder, "src/deep"), entry: "other.ts" });
  });

  test.each<{ what: string; lines: string[] | undefined; kind: string; en: string; fr: string }>([
    {
      what: "a folder without Pulumi.yaml",
      lines: undefined,
      kind: "not a program",
      en: "FOLDER is not a Pulumi program: it has no `Pulumi.yaml`.",
      fr: "FOLDER n'est pas un programme Pulumi : il n'a pas de `Pulumi.yaml`.",
    },
    {
      what: "another runtime",
      lines: ["name: shop", "runtime: { name: yaml }"],
      kind: "runtime",
      en: "A dry run cannot run a `yaml` program, only `nodejs`, `python`, `go`; give it the output of `pulumi preview --json` with `--preview`.",
      fr: "Un essai à blanc ne peut pas exécuter un programme `yaml`, seulement `nodejs`, `python`, `go` ; donnez-lui la sortie de `pulumi preview --json` avec `--preview`.",
    },
    {
      what: "no runtime",
      lines: ["name: shop"],
      kind: "malformed file",
      en: "Pulumi.yaml:1: the project has no `runtime`.",
      fr: "Pulumi.yaml:1 : le projet n'a pas de `runtime`.",
    },
    {
      what: "no name",
      lines: ["runtime: nodejs"],
      kind: "malformed file",
      en: "Pulumi.yaml:1: the project has no `name`.",
      fr: "Pulumi.yaml:1 : le projet n'a pas de `name`.",
    },
    {
      what: "an empty file",
      lines: [],
      kind: "malformed file",
      en: "Pulumi.yaml:1: it has no properties.",
      fr: "Pulumi.yaml:1 : il n'a aucune propriété.",
    },
    {
      what: "a file that is no YAML",
      lines: ["name: shop", "runtime: [nodejs"],
      kind: "malformed file",
      en: "Pulumi.yaml:3: Flow sequence in block collection must be sufficiently indented and end with a ].",
      fr: "Pulumi.yaml:3 : Flow sequence in block collection must be sufficiently indented and end with a ].",
    },
    {
      what: "a main that does not exist",
      lines: ["name: shop", "runtime: nodejs", "main: src"],
      kind: "malformed file",
      en: "Pulumi.yaml:1: `main` is `src`, which does not exist.",
      fr: "Pulumi.yaml:1 : `main` vaut `src`, qui n'existe pas.",
    },
    {
      what: "a main outside the project",
      lines: ["name: shop", "runtime: nodejs", "main: ../other"],
      kind: "malformed file",
      en: "Pulumi.yaml:1: `main` lies outside the project.",
      fr: "Pulumi.yaml:1 : `main` est hors du projet.",
    },
  ])("rejects $what", ({ lines, kind, en, fr }) => {
    if (lines) write("Pulumi.yaml", ...lines);
    expect(errorOf(() => readProject(folder))).toEqual({ kind, en, fr });
  });
});

describe("a stack's configuration", () => {
  function settings(named?: string) {
    return readStackSettings(readProject(folder), named, new Placeholders());
  }

  test("is that of its own file over the project's", () => {
    write(
      "Pulumi.yaml",
      "name: shop",
      "runtime: nodejs",
      "config:",
      "  plain: from the project",
      "  replaced: from the project",
      "  typed: { type: integer, default: 3 }",
      "  undecided: { type: string }",
      "  cloud:region: { value: there }",
      "  cloud:insecure: true",
    );
    write(
      "Pulumi.dev.yaml",
      "encryptionsalt: v1:salt",
      "environment: [base, production]",
      "config:",
      "  shop:replaced: from the stack",
      "  cloud:config:profile: old style",
      "  cloud:region: here",
      "  shop:list: [1, two, { three: 3 }]",
      "  shop:empty:",
      "  shop:password:",
      "    secure: v1:encrypted",
      "  shop:login:",
      "    user: me",
      "    password: { secure: v1:encrypted }",
      "  cloud:key: { secure: v1:encrypted }",
    );
    const { positions, ...rest } = settings();
    expect(rest).toEqual({
      stack: "dev",
      organization: "organization",
      config: {
        "shop:plain": "from the project",
        "shop:replaced": "from the stack",
        "shop:typed": "3",
        "cloud:region": "here",
        "cloud:insecure": "true",
        "cloud:profile": "old style",
        "shop:list": '[1,"two",{"three":3}]',
        "shop:empty": "",
        "shop:password": "unknown-until-deployment:config.password",
        "shop:login": '{"user":"me","password":"unknown-until-deployment:config.login"}',
        "cloud:key": "unknown-until-deployment:config.cloud:key",
      },
      secretKeys: ["cloud:key", "shop:login", "shop:password"],
      limits: [
        { kind: "environment", name: "base" },
        { kind: "environment", name: "production" },
      ],
    });
    expect(positions.get("cloud:region")).toEqual({ file: "Pulumi.dev.yaml", line: 6, column: 3 });
    expect(positions.get("cloud:insecure")).toEqual({ file: "Pulumi.yaml", line: 9, column: 3 });
  });

  test.each<{ what: string; files: string[]; named?: string; stack: string; organization: string }>([
    { what: "the only stack that has a file", files: ["prod"], stack: "prod", organization: "organization" },
    { what: "`dev` when none has", files: [], stack: "dev", organization: "organization" },
    { what: "`dev` when several have", files: ["prod", "dev"], stack: "dev", organization: "organization" },
    { what: "the named one", files: ["prod", "dev"], named: "prod", stack: "prod", organization: "organization" },
    { what: "a named one when none has a file", files: [], named: "new", stack: "new", organization: "organization" },
    { what: "a fully named one", files: ["prod"], named: "acme/shop/prod", stack: "prod", organization: "acme" },
  ])("is that of $what", ({ files, named, stack, organization }) => {
    write("Pulumi.yaml", "name: shop", "runtime: nodejs", "stackConfigDir: stacks");
    for (const file of files) write(`stacks/Pulumi.${file}.yaml`, "config: {}");
    expect(settings(named)).toEqual({
      stack,
      organization,
      config: {},
      secretKeys: [],
      positions: new Map(),
      limits: [],
    });
  });

  test.each([{ named: "staging" }, { named: undefined }])(
    "is not that of a stack without a file: $named",
    ({ named }) => {
      write("Pulumi.yaml", "name: shop", "runtime: nodejs");
      write("Pulumi.prod.yaml", "config: {}");
      write("Pulumi.test.yaml", "config: {}");
      const stack = named ?? "dev";
      expect(errorOf(() => settings(named))).toEqual({
        kind: "unknown stack",
        en: `There is no \`Pulumi.${stack}.yaml\`; the stacks of this program are \`prod\`, \`test\`: choose one with \`--stack\`.`,
        fr: `Il n'y a pas de \`Pulumi.${stack}.yaml\` ; les stacks de ce programme sont \`prod\`, \`test\` : choisissez-en une avec \`--stack\`.`,
      });
    },
  );
});
