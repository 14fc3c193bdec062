import { describe, expect, test } from "@jest/globals";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { readState } from "../../src/sources/state";
import { Unknown } from "../../src/stack";
import { documentOf } from "./document";

const URN = "urn:pulumi:dev::shop";
const NET = "outscale:index/net:Net";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

function deployed(type: string, name: string, state: object = {}) {
  return { urn: `${URN}::${type}::${name}`, type, custom: true, ...state };
}

const ROOT = deployed("pulumi:pulumi:Stack", "shop-dev", { custom: false });

function stateOf(resources: readonly object[], deployment: object = {}) {
  return { version: 3, deployment: { manifest: { time: "2026-01-31T00:00:00Z" }, resources, ...deployment } };
}

function read(state: unknown) {
  return readState(documentOf(state, "state.json"), [OUTSCALE_PACKAGE]);
}

describe("a state gives", () => {
  test("each resource with its id, what was written and what the provider answered", async () => {
    const { stack, limits } = await read(
      stateOf([
        ROOT,
        deployed(NET, "net", {
          id: "vpc-1",
          inputs: { ipRange: "10.0.0.0/16" },
          outputs: { ipRange: "10.0.0.0/16", netId: "vpc-1", tenancy: "default" },
          provider: `${URN}::pulumi:providers:outscale::default_1_8_0::8bd1-22`,
          propertyDependencies: { ipRange: [] },
        }),
      ]),
    );
    expect(stack.facts).toEqual({ project: "shop", name: "dev" });
    expect(stack.resources[0]).toEqual({
      urn: `${URN}::${NET}::net`,
      type: NET,
      isDeployed: true,
      name: "net",
      id: "vpc-1",
      inputs: { ipRange: "10.0.0.0/16" },
      written: true,
      outputs: { ipRange: "10.0.0.0/16", netId: "vpc-1", tenancy: "default" },
      provider: `${URN}::pulumi:providers:outscale::default_1_8_0`,
      dependencies: [],
      propertyDependencies: { ipRange: [] },
      secretPaths: [],
      protect: false,
      retainOnDelete: false,
    });
    expect(limits).toEqual([]);
  });

  test("when it was last written, where it says so", async () => {
    expect((await read(stateOf([ROOT]))).writtenAt).toBe("2026-01-31T00:00:00Z");
    expect(await read({ version: 3, deployment: { manifest: { time: 7 } } })).not.toHaveProperty("writtenAt");
  });

  test("secrets as values that are not shown, or as they are where the export shows them", async () => {
    const { stack } = await read(
      stateOf([
        deployed("outscale:index/vm:Vm", "vm", {
          inputs: {
            userData: { [SIGNATURE]: SECRET, ciphertext: "v1:abc" },
            keypairName: { [SIGNATURE]: SECRET, plaintext: '"ops"' },
            tags: { [SIGNATURE]: SECRET, plaintext: "{" },
            vmType: { [SIGNATURE]: SECRET, ciphertext: "v1:abc", plaintext: "" },
            nics: [{ subnetId: { [SIGNATURE]: RESOURCE, urn: `${URN}::x::y`, id: "subnet-1" } }],
          },
        }),
      ]),
    );
    const hidden = new Unknown(undefined, true);
    expect(stack.resources[0]?.inputs).toEqual({
      userData: hidden,
      keypairName: "ops",
      tags: hidden,
      vmType: hidden,
      nics: [{ subnetId: "subnet-1" }],
    });
  });

  test("what replaces a resource, and that the old one is still to be deleted", async () => {
    const { stack, limits } = await read(
      stateOf([
        deployed(NET, "net", { id: "vpc-2", inputs: { ipRange: "10.1.0.0/16" } }),
        deployed(NET, "net", { id: "vpc-1", inputs: { ipRange: "10.0.0.0/16" }, delete: true }),
      ]),
    );
    expect(stack.resources.map(({ id }) => id)).toEqual(["vpc-2"]);
    expect(limits).toEqual([{ kind: "pending deletion", name: `${URN}::${NET}::net` }]);
  });

  test("what it cannot tell: an operation that was cut off, and that nothing is deployed", async () => {
    const resource = deployed(NET, "net");
    const { limits } = await read(stateOf([ROOT], { pending_operations: [{ resource, type: "creating" }] }));
    expect(limits).toEqual([{ kind: "pending operation", name: `${URN}::${NET}::net` }]);
    expect((await read({ version: 4, deployment: { manifest: {} } })).limits).toEqual([
      { kind: "nothing deployed", name: "" },
    ]);
  });

  test("resources of any type and provider", async () => {
    const { stack } = await read(stateOf([deployed("aws:s3/bucket:Bucket", "logs::2026", { inputs: { acl: null } })]));
    expect(stack.resources[0]).toMatchObject({ type: "aws:s3/bucket:Bucket", name: "logs::2026", inputs: {} });
  });
});

describe("a state is refused that", () => {
  test.each<[string, unknown, string]>([
    [
      "has another version",
      { version: 2, deployment: { manifest: {} } },
      "state.json is a state of version 2. Accepted: 3, 4; `pulumi stack export` of a current Pulumi writes them.",
    ],
    [
      "has no version",
      { deployment: { manifest: {} } },
      "state.json is a state that does not tell its version. Accepted: 3, 4; `pulumi stack export` of a current Pulumi writes them.",
    ],
    [
      "is a file of the backend",
      { version: 3, checkpoint: { stack: "dev", latest: {} } },
      "state.json is not what `pulumi stack export` prints: it is a file of the backend: run `pulumi stack export`.",
    ],
    [
      "is a preview",
      { steps: [{ op: "create" }] },
      "state.json is not what `pulumi stack export` prints: it is a preview: give it with `--preview`.",
    ],
    [
      "is an object of another kind",
      {},
      "state.json is not what `pulumi stack export` prints: it has no `deployment`.",
    ],
    ["is a list", [1], "state.json is not what `pulumi stack export` prints: it has no `deployment`."],
    [
      "has a resource without a type",
      stateOf([{ urn: `${URN}::x::y` }]),
      "state.json is not what `pulumi stack export` prints: `deployment.resources[0]` has no urn, no type or another than its urn, or values that are no object.",
    ],
    [
      "has a resource whose inputs are a list",
      stateOf([deployed(NET, "net", { inputs: [1] })]),
      "state.json is not what `pulumi stack export` prints: `deployment.resources[0]` has no urn, no type or another than its urn, or values that are no object.",
    ],
    ...["x", 3, { a: 1 }].map((operations): [string, unknown, string] => [
      `has ${JSON.stringify(operations)} in place of pending operations`,
      stateOf([deployed(NET, "net")], { pending_operations: operations }),
      "state.json is not what `pulumi stack export` prints: `deployment.pending_operations` is no list.",
    ]),
    ...[[null], [1], [{ type: "creating" }]].map((operations): [string, unknown, string] => [
      `has the pending operations ${JSON.stringify(operations)}`,
      stateOf([deployed(NET, "net")], { pending_operations: operations }),
      "state.json is not what `pulumi stack export` prints: `deployment.pending_operations` has something that is no operation on a resource.",
    ]),
    ...["x", 3, true, {}, { a: deployed(NET, "net") }].map((resources): [string, unknown, string] => [
      `has ${JSON.stringify(resources)} in place of its resources`,
      { version: 3, deployment: { manifest: {}, resources } },
      "state.json is not what `pulumi stack export` prints: `deployment.resources` is no list.",
    ]),
    [
      "has a resource of another type than its urn's",
      stateOf([{ ...deployed(NET, "net"), type: "outscale:index/vm:Vm" }]),
      "state.json is not what `pulumi stack export` prints: `deployment.resources[0]` has no urn, no type or another than its urn, or values that are no object.",
    ],
    [
      "has a resource that is its parent's parent",
      stateOf([
        deployed(NET, "net", { parent: `${URN}::${NET}::other` }),
        deployed(NET, "other", { parent: `${URN}::${NET}::net` }),
      ]),
      `In state.json, ${URN}::${NET}::net is its own parent, or that of its parents.`,
    ],
    [
      "is nested without end",
      JSON.parse(`{"deployment":${"[".repeat(300)}${"]".repeat(300)}}`),
      "state.json is nested more than 200 levels deep. Accepted: what Pulumi writes.",
    ],
    [
      "has a resource twice",
      stateOf([deployed(NET, "net"), deployed(NET, "net")]),
      `state.json has ${URN}::${NET}::net twice.`,
    ],
    ["is empty", "", "state.json is empty."],
    [
      "breaks off",
      '{"version":3,"deployment":{"resources":[',
      "state.json is not whole: the JSON breaks off after 40 bytes.",
    ],
    ["is text", "hello", "state.json is not JSON: byte 0 is not expected there."],
    [
      "is UTF-16",
      Buffer.from("\ufeff{}", "utf16le"),
      "state.json is in UTF-16. Accepted: UTF-8; in PowerShell, `| Out-File -Encoding utf8`.",
    ],
    ["is several documents", "{}{}", "state.json is not JSON: byte 2 is not expected there."],
  ])("%s", async (_what, state, message) => {
    await expect(read(state)).rejects.toThrow(new Error(message));
  });

  test("but not for the mark that some editors put first", async () => {
    const text = `\ufeff${JSON.stringify(stateOf([ROOT]))}`;
    expect((await read(text)).stack.resources).toHaveLength(1);
  });
});
