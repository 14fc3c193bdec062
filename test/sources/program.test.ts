import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { DryRunError, readProgram, type ProgramOptions } from "../../src/sources";
import { Unknown, type Resource } from "../../src/stack";
import { isRunning } from "../support/running";
import { outscalePackage } from "../dryrun/schema";

const PROGRAMS = join(__dirname, "..", "dryrun", "programs");
const REGION = "cloudgouv-eu-west-1";
const OUTSCALE = outscalePackage({
  "outscale:index/getSubregions:getSubregions": (_args, { region }) =>
    typeof region === "string"
      ? { subregions: ["a", "b"].map((letter) => ({ subregionName: region + letter, regionName: region })) }
      : undefined,
});

function read(name: string, options: Partial<ProgramOptions> = {}) {
  return readProgram({ path: join(PROGRAMS, name), packages: [OUTSCALE], ...options });
}

async function errorOf(name: string, options: Partial<ProgramOptions> = {}): Promise<DryRunError> {
  try {
    await read(name, options);
  } catch (error) {
    if (error instanceof DryRunError) return error;
    throw error;
  }
  throw new Error(`${name} ended well.`);
}

function urn(type: string, name: string): string {
  return `urn:pulumi:dev::everything::${type}::${name}`;
}

const ROOT = urn("pulumi:pulumi:Stack", "everything-dev");
const DEFAULT = urn("pulumi:providers:outscale", "default_1_8_0");
const ABROAD = urn("pulumi:providers:outscale", "abroad");
const NETWORK = "everything:index:Network";
const NET = "outscale:index/net:Net";
const SUBNET = "outscale:index/subnet:Subnet";
const VOLUME = "outscale:index/volume:Volume";

const PLAIN = {
  written: true,
  dependencies: [],
  propertyDependencies: {},
  secretPaths: [],
  protect: false,
  retainOnDelete: false,
};

function network(name: string, line: number, column: number, protect: boolean): Resource {
  return {
    ...PLAIN,
    urn: urn(NETWORK, name),
    type: NETWORK,
    isComponent: true as const,
    name,
    inputs: {},
    parent: ROOT,
    protect,
    position: { file: "index.ts", line, column },
  };
}

function net(name: string, provider: string, protect: boolean): Resource {
  return {
    ...PLAIN,
    urn: urn(`${NETWORK}$${NET}`, name),
    type: NET,
    name,
    inputs: { ipRange: "10.0.0.0/16" },
    parent: urn(NETWORK, name),
    provider,
    protect,
    position: { file: "network.ts", line: 9, column: 17 },
  };
}

function subnet(name: string, zone: string, index: number, provider: string, protect: boolean): Resource {
  return {
    ...PLAIN,
    urn: urn(`${NETWORK}$${SUBNET}`, `${name}-${zone}`),
    type: SUBNET,
    name: `${name}-${zone}`,
    inputs: { ipRange: `10.0.${String(index)}.0/24`, netId: new Unknown(), subregionName: zone },
    parent: urn(NETWORK, name),
    provider,
    dependencies: [urn(`${NETWORK}$${NET}`, name)],
    propertyDependencies: { netId: [urn(`${NETWORK}$${NET}`, name)] },
    protect,
    position: { file: "network.ts", line: 12, column: 9 },
  };
}

function volume(name: string, inputs: Resource["inputs"]): Resource {
  return { ...PLAIN, urn: urn(VOLUME, name), type: VOLUME, name, inputs, parent: ROOT, provider: DEFAULT };
}

const EVERYTHING: readonly Resource[] = [
  net("main", DEFAULT, true),
  net("other", ABROAD, false),
  subnet("main", `${REGION}a`, 0, DEFAULT, true),
  subnet("main", `${REGION}b`, 1, DEFAULT, true),
  subnet("other", "eu-west-2a", 0, ABROAD, false),
  network("main", 13, 19, true),
  network("other", 14, 3, false),
  {
    ...PLAIN,
    urn: urn("outscale:index/securityGroup:SecurityGroup", "existing"),
    type: "outscale:index/securityGroup:SecurityGroup",
    name: "existing",
    inputs: {
      description: new Unknown(),
      netId: new Unknown(),
      removeDefaultOutboundRule: new Unknown(),
      securityGroupName: new Unknown(),
      tags: new Unknown(),
      timeouts: new Unknown(),
    },
    written: false,
    id: "sg-12345678",
    parent: ROOT,
    provider: DEFAULT,
    position: { file: "index.ts", line: 49, column: 26 },
  },
  {
    ...PLAIN,
    secretPaths: ["tags[1].value", "vmType"],
    secretTexts: ["tinav5.c1r1p2"],
    urn: urn("outscale:index/vm:Vm", "web"),
    type: "outscale:index/vm:Vm",
    name: "web",
    inputs: {
      imageId: new Unknown("getImages.images[0].imageId"),
      vmType: "tinav5.c1r1p2",
      keypairName: "admin",
      placementTenancy: new Unknown("getKeypair.keypairType"),
      subnetId: new Unknown(),
      userData: new Unknown("getImages.images[0].imageId"),
      tags: [
        { key: "owner", value: "team-web" },
        { key: "password", value: new Unknown("config.password") },
      ],
      blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: { volumeSize: new Unknown() } }],
    },
    parent: ROOT,
    provider: DEFAULT,
    dependencies: [urn(`${NETWORK}$${SUBNET}`, `main-${REGION}a`), urn(VOLUME, "data"), urn(VOLUME, "logs")],
    propertyDependencies: { subnetId: [urn(`${NETWORK}$${SUBNET}`, `main-${REGION}a`)] },
    retainOnDelete: true,
    position: { file: "index.ts", line: 26, column: 14 },
  },
  {
    ...volume("data", { subregionName: `${REGION}a`, size: 10 }),
    position: { file: "index.ts", line: 18, column: 7 },
  },
  volume("known", { subregionName: `${REGION}b` }),
  {
    ...volume("logs", { subregionName: `${REGION}a`, size: 10 }),
    position: { file: "index.ts", line: 18, column: 7 },
  },
  {
    ...PLAIN,
    urn: ABROAD,
    type: "pulumi:providers:outscale",
    name: "abroad",
    inputs: { region: "eu-west-2", api: '{"insecure":true}', version: "1.8.0" },
    parent: ROOT,
    position: { file: "index.ts", line: 12, column: 18 },
  },
  {
    ...PLAIN,
    urn: DEFAULT,
    type: "pulumi:providers:outscale",
    name: "default_1_8_0",
    inputs: { region: REGION, insecure: "false", version: "1.8.0" },
    position: { file: "Pulumi.dev.yaml", line: 8, column: 3 },
  },
  { ...PLAIN, urn: ROOT, type: "pulumi:pulumi:Stack", name: "everything-dev", inputs: {} },
];

describe("a program in a dry run", () => {
  test("is read as a preview would see it", async () => {
    const { stack, ...rest } = await read("everything");
    expect(stack.resources).toEqual(EVERYTHING);
    expect(stack.facts).toEqual({
      project: "everything",
      name: "dev",
      unansweredCalls: ["outscale:index/getImages:getImages", "outscale:index/getKeypair:getKeypair"],
    });
    expect(rest).toEqual({
      limits: [{ kind: "made after deployment", name: "index.ts:46" }],
      unansweredCalls: ["outscale:index/getImages:getImages", "outscale:index/getKeypair:getKeypair"],
      encryptedKeys: ["everything:password"],
      output: "",
    });
  });

  test.each<{ name: string; kind: string; en: string; details: object }>([
    {
      name: "throws",
      kind: "threw",
      en: "index.ts:6: the program stopped: TypeError: Cannot read properties of undefined (reading 'imageId'). Nobody answers `getImages` in a dry run: the program got placeholders.",
      details: { position: { file: "index.ts", line: 6, column: 45 } },
    },
    {
      name: "missing-dependency",
      kind: "missing dependency",
      en: "index.js:1: `@example/absent` is not found; run `npm install` in the program's folder, or check the name.",
      details: { position: { file: "index.js", line: 1, column: 1 }, property: "@example/absent" },
    },
  ])("is refused with one sentence: $name", async ({ name, kind, en, details }) => {
    const error = await errorOf(name);
    expect({ kind: error.kind, en: error.text.en, details: error.details }).toEqual({ kind, en, details });
  });

  test("is refused for each property the provider does not have", async () => {
    const { others, ...error } = await errorOf("unknown-property");
    expect([error, ...others].map(({ kind, text, details }) => ({ kind, text: text.en, details }))).toEqual([
      {
        kind: "wrong kind",
        text: "src/index.js:3: `a` (outscale:index/volume:Volume): the property `size` must be a number, and is text.",
        details: {
          resource: "urn:pulumi:dev::unknown-property::outscale:index/volume:Volume::a",
          position: { file: "src/index.js", line: 3, column: 1 },
          property: "size",
          accepted: ["number"],
        },
      },
      {
        kind: "unknown property",
        text: "src/index.js:6: `b` (outscale:index/subnet:Subnet) has no property `subRegionName`; accepted: `subregionName`, `ipRange`, `netId`, `timeouts`, `tags` and 1 more.",
        details: {
          resource: "urn:pulumi:dev::unknown-property::outscale:index/subnet:Subnet::b",
          position: { file: "src/index.js", line: 6, column: 1 },
          property: "subRegionName",
          accepted: ["subregionName", "ipRange", "netId", "timeouts", "tags", "mapPublicIpOnLaunch"],
        },
      },
    ]);
  });

  test("says that it did not come to its end", async () => {
    const { stack, limits } = await read("waits");
    expect(stack.resources.map(({ name }) => name)).toEqual(["first", "default_1_8_0", "waits-dev"]);
    expect(limits).toEqual([{ kind: "unfinished", name: "waits" }]);
  });

  test("is ended with whatever it started when it does not end", async () => {
    const error = await errorOf("never-ends", { timeoutSeconds: 3 });
    expect(error.kind).toBe("timed out");
    expect(error.text.en).toBe(
      "The program had not ended after 3 seconds and was stopped; `--timeout` gives it longer.",
    );
    const child = Number(/^child (\d+)$/.exec(error.details.output ?? "")?.[1]);
    expect(child).toBeGreaterThan(0);
    expect(isRunning(child)).toBe(false);
  });

  // Only Linux tells of processes in `/proc`: elsewhere this is left out, and not done either, as SECURITY.md says.
  (existsSync("/proc/self/net/tcp") ? describe : describe.skip)("where `/proc` tells of its processes", () => {
    test("is ended with what left its session when it does not end", async () => {
      const error = await errorOf("leaves", { timeoutSeconds: 3 });
      expect(error.kind).toBe("timed out");
      const children = [...(error.details.output ?? "").matchAll(/^child (\d+)$/gm)].map(([, pid]) => Number(pid));
      expect(children.map((pid) => pid > 0 && isRunning(pid))).toEqual([false, false]);
    });

    test("is heard with the processes of its session, and nobody else is", async () => {
      const { stack, output } = await read("strangers");
      expect(output).toBe("own: registered\nstranger: UNAVAILABLE\n");
      expect(stack.resources.map(({ name }) => name)).toEqual(["own", "default", "strangers-dev"]);
    });
  });

  test("gets of the environment what is named, and what its run sets", async () => {
    process.env["NAMED"] = "1";
    process.env["UNNAMED"] = "1";
    const said = async (options: Partial<ProgramOptions>) => {
      const { text } = await errorOf("environment", options);
      return JSON.parse(/\[.*\]/.exec(text.en)?.[0] ?? "") as string[];
    };
    const clean = await said({ variables: ["NAMED", "ABSENT"] });
    expect(clean.filter((name) => !name.startsWith("PULUMI_"))).toEqual(["HOME", "NAMED", "PATH"]);
    expect(await said({})).toEqual(expect.arrayContaining(["NAMED", "UNNAMED"]));
  });

  describe("in a folder of its own", () => {
    const root = mkdtempSync(join(tmpdir(), "programs-"));
    afterAll(() => {
      rmSync(root, { recursive: true });
    });

    function copied(name: string): string {
      const folder = join(root, name);
      cpSync(join(PROGRAMS, "throws"), folder, { recursive: true });
      return folder;
    }

    test("is refused without Pulumi's SDK", async () => {
      const error = await errorOf("", { path: copied("bare") });
      expect({ kind: error.kind, text: error.text }).toEqual({
        kind: "missing dependency",
        text: {
          en: "The program's folder has no `@pulumi/pulumi`; run `npm install` in it first.",
          fr: "Le dossier du programme n'a pas de `@pulumi/pulumi` ; lancez-y d'abord `npm install`.",
        },
      });
    });

    test("is refused when it is not JavaScript", async () => {
      const folder = copied("broken");
      symlinkSync(join(__dirname, "..", "..", "node_modules"), join(folder, "node_modules"));
      rmSync(join(folder, "index.ts"));
      writeFileSync(join(folder, "index.js"), "const one = 1;\nconst = 2;\n");
      const error = await errorOf("", { path: folder });
      expect({ kind: error.kind, text: error.text, details: error.details }).toEqual({
        kind: "syntax",
        text: {
          en: "index.js:2: the program does not compile: Unexpected token '='.",
          fr: "index.js:2 : le programme ne compile pas : Unexpected token '='.",
        },
        details: { position: { file: "index.js", line: 2, column: 1 } },
      });
    });

    test("is refused when it does not compile", async () => {
      const folder = copied("wrong");
      symlinkSync(join(__dirname, "..", "..", "node_modules"), join(folder, "node_modules"));
      writeFileSync(
        join(folder, "index.ts"),
        'import { Vm } from "@pulumi/outscale";\nnew Vm("web", {\n  imageId: "ami-12345678",\n  vmTyp: "t2.small",\n});\n',
      );
      const error = await errorOf("", { path: folder });
      expect({ kind: error.kind, en: error.text.en, details: error.details }).toEqual({
        kind: "syntax",
        en: "index.ts:4: the program does not compile: Object literal may only specify known properties, but 'vmTyp' does not exist in type 'VmArgs'. Did you mean to write 'vmType'? (TS2561).",
        details: { position: { file: "index.ts", line: 4, column: 3 } },
      });
    });
  });

  test("is not just any folder", async () => {
    const error = await errorOf("nowhere", { path: "nowhere" });
    expect({ kind: error.kind, text: error.text }).toEqual({
      kind: "not a program",
      text: { en: "nowhere does not exist.", fr: "nowhere n'existe pas." },
    });
  });
});
