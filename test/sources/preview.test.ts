import { describe, expect, test } from "@jest/globals";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { readPreview } from "../../src/sources/preview";
import { type Resource, Unknown } from "../../src/stack";
import { documentOf } from "./document";

const URN = "urn:pulumi:dev::shop";
const NET = "outscale:index/net:Net";
const VOLUME = "outscale:index/volume:Volume";
const DEFAULT = `${URN}::pulumi:providers:outscale::default_1_8_0`;
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function step(op: string, type: string, name: string, state: object = {}) {
  const urn = `${URN}::${type}::${name}`;
  const found = { urn, type, ...state };
  return op.startsWith("delete") ? { op, urn, oldState: found } : { op, urn, newState: found };
}

const ROOT = step("create", "pulumi:pulumi:Stack", "shop-dev");

function read(preview: unknown) {
  return readPreview(documentOf(preview), [OUTSCALE_PACKAGE]);
}

async function madeBy(...steps: object[]): Promise<readonly Resource[]> {
  return (await read({ steps: [ROOT, ...steps] })).stack.resources.slice(0, -1);
}

describe("a preview gives", () => {
  test("each resource as it will be written, with what it is made from", async () => {
    const [net, subnet] = await madeBy(
      step("create", NET, "net", { inputs: { ipRange: "10.0.0.0/16" }, provider: `${DEFAULT}::${UNKNOWN}` }),
      step("create", "outscale:index/subnet:Subnet", "a", {
        inputs: { netId: UNKNOWN, ipRange: "10.0.1.0/24" },
        parent: `${URN}::pulumi:pulumi:Stack::shop-dev`,
        dependencies: [`${URN}::${NET}::net`],
        propertyDependencies: { netId: [`${URN}::${NET}::net`], ipRange: [] },
        protect: true,
        retainOnDelete: true,
      }),
    );
    expect(net).toEqual({
      urn: `${URN}::${NET}::net`,
      type: NET,
      name: "net",
      inputs: { ipRange: "10.0.0.0/16" },
      written: true,
      outputs: {},
      provider: DEFAULT,
      dependencies: [],
      propertyDependencies: {},
      secretPaths: [],
      protect: false,
      retainOnDelete: false,
    });
    expect(subnet).toEqual({
      urn: `${URN}::outscale:index/subnet:Subnet::a`,
      type: "outscale:index/subnet:Subnet",
      name: "a",
      inputs: { netId: new Unknown(), ipRange: "10.0.1.0/24" },
      written: true,
      outputs: {},
      parent: `${URN}::pulumi:pulumi:Stack::shop-dev`,
      dependencies: [`${URN}::${NET}::net`],
      propertyDependencies: { netId: [`${URN}::${NET}::net`], ipRange: [] },
      secretPaths: [],
      protect: true,
      retainOnDelete: true,
    });
  });

  test("the default provider that no step makes, as the stack's configuration has it", async () => {
    const { stack } = await read({
      config: { "outscale:region": "cloudgouv-eu-west-1", "outscale:accessKeyId": "[secret]", "shop:size": "3" },
      steps: [ROOT, step("create", NET, "net", { provider: `${DEFAULT}::${UNKNOWN}` })],
    });
    expect(stack.get(DEFAULT)?.inputs).toEqual({
      region: "cloudgouv-eu-west-1",
      accessKeyId: new Unknown(undefined, true),
    });
  });

  test("the new state of what is updated, replaced or the same, and nothing of what is deleted", async () => {
    const made = await madeBy(
      step("update", VOLUME, "grown", { id: "vol-1", inputs: { size: 20 } }),
      step("create-replacement", VOLUME, "moved", { inputs: { subregionName: "cloudgouv-eu-west-1b" } }),
      step("replace", VOLUME, "moved", { inputs: { subregionName: "cloudgouv-eu-west-1b" } }),
      step("delete-replaced", VOLUME, "moved", { inputs: { subregionName: "cloudgouv-eu-west-1a" } }),
      step("same", VOLUME, "same", { id: "vol-2", inputs: { size: 5 } }),
      step("delete", VOLUME, "gone", { inputs: { size: 5 } }),
    );
    expect(made.map(({ name, id, inputs }) => [name, id, inputs])).toEqual([
      ["grown", "vol-1", { size: 20 }],
      ["moved", undefined, { subregionName: "cloudgouv-eu-west-1b" }],
      ["same", "vol-2", { size: 5 }],
    ]);
  });

  test("secrets as values that are not shown", async () => {
    const [vm] = await madeBy(
      step("create", "outscale:index/vm:Vm", "vm", { inputs: { userData: "[secret]", imageId: "ami-1" } }),
    );
    expect(vm?.inputs).toEqual({ userData: new Unknown(undefined, true), imageId: "ami-1" });
  });

  test("a resource that is only read, of which what was left out cannot be told", async () => {
    const [net] = await madeBy(step("read", NET, "shared", { id: "vpc-1", external: true, outputs: { tenancy: "x" } }));
    expect(net).toMatchObject({
      id: "vpc-1",
      written: false,
      inputs: { ipRange: new Unknown(), tags: new Unknown(), tenancy: "x" },
    });
  });

  test("the first place in the user's own files, whatever the language", async () => {
    const places = [
      ["project:///sdks/outscale/net.ts#20,16", "project:///infra/net%20main.ts#3,5", "project:///index.ts#9,1"],
      ["project:///../../venv/lib/python3.11/site-packages/pulumi/resource.py#7", "project:///__main__.py#12"],
      ["project:///../go/pkg/mod/github.com/pulumi/run.go#1,1", "project:///../shared/net.go#8,2"],
      [undefined, "project:///node_modules/@pulumi/pulumi/resource.js#1,1"],
      [
        "project:///../../../runtime/asm_amd64.s#1700,1",
        "project:///../../github.com/pulumi/pulumi-yaml@v1.38.1/run.go#1,1",
      ],
      ["nonsense"],
    ];
    const made = await madeBy(
      ...places.map((frames, index) =>
        step("create", NET, `net-${String(index)}`, {
          stackTrace: frames.map((sourcePosition) => ({ sourcePosition })),
        }),
      ),
    );
    expect(made.map(({ position }) => position)).toEqual([
      { file: "infra/net main.ts", line: 3, column: 5 },
      { file: "__main__.py", line: 12, column: 1 },
      { file: "../shared/net.go", line: 8, column: 2 },
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("the stack's own name and project", async () => {
    expect((await read({ steps: [ROOT] })).stack.facts).toEqual({ project: "shop", name: "dev" });
  });
});

test("what leaves the stack and stays deployed is told", async () => {
  const left = step("delete", NET, "old", { retainOnDelete: true });
  expect((await read({ steps: [ROOT, left, step("delete", NET, "gone")] })).limits).toEqual([
    { kind: "left behind", name: `${URN}::${NET}::old` },
  ]);
});

describe("a preview is refused that", () => {
  test.each<[string, unknown, string]>([
    [
      "leaves out what does not change",
      { steps: [{ ...ROOT, op: "same" }], changeSummary: { same: 13, create: 1 } },
      "preview.json leaves out 12 unchanged resources: run `pulumi preview --json --show-sames`.",
    ],
    [
      "failed half-way",
      {
        steps: [ROOT],
        diagnostics: [
          { severity: "warning", message: "warning: slow\n" },
          { severity: "error", message: "error: Running program failed:\nTypeError: x\n" },
          { severity: "error", message: "error: preview failed\n" },
        ],
      },
      "preview.json tells of a preview that failed: Running program failed:",
    ],
    [
      "has no steps",
      { config: {}, duration: 1 },
      "preview.json is not what `pulumi preview --json` prints: it has no steps.",
    ],
    ["is another document", { name: "x" }, "preview.json is not what `pulumi preview --json` prints: it has no steps."],
    [
      "is a state",
      { version: 3, deployment: { manifest: {}, resources: [] } },
      "preview.json is not what `pulumi preview --json` prints: it is a state: give it with `--state`.",
    ],
    [
      "is a stream of events",
      '{"sequence":0,"timestamp":1}\n{"sequence":1}',
      "preview.json is not what `pulumi preview --json` prints: it is a stream of events: unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW.",
    ],
    [
      "has a step without a resource",
      { steps: [ROOT, { op: "create", urn: "urn" }] },
      "preview.json is not what `pulumi preview --json` prints: `steps[1]` has no operation or no resource.",
    ],
    [
      "has a step whose resource has no urn",
      { steps: [{ op: "create", newState: { urn: "net", type: NET } }] },
      "preview.json is not what `pulumi preview --json` prints: `steps[0]` has no operation or no resource.",
    ],
    [
      "makes a resource twice",
      { steps: [ROOT, step("create", NET, "net"), step("create", NET, "net")] },
      `preview.json has two steps that make ${URN}::${NET}::net.`,
    ],
  ])("%s", async (_what, preview, message) => {
    await expect(read(preview)).rejects.toThrow(new Error(message));
  });

  test("but not one that only a policy failed", async () => {
    const diagnostics = [{ severity: "error", message: "error: preview failed\n" }];
    expect((await read({ steps: [ROOT], diagnostics })).stack.resources).toHaveLength(1);
  });
});
