import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EnforcementLevel, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isRunning } from "../support/running";
import { Analyzer, POLICY_HOST, ROOT, type Sent } from "./analyzer";

const ENGINE = `
  const pack = require("node:child_process").spawn(process.execPath, [process.argv[1], "127.0.0.1:1", process.argv[2]], {
    cwd: process.argv[2],
    stdio: ["ignore", "pipe", "inherit"],
  });
  pack.stdout.once("data", () => console.log(pack.pid));
`;

/** What the engine sends for a value that is not known. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What Pulumi registers first. */
const program: Sent = { type: "pulumi:pulumi:Stack", name: "unit-dev", inputs: {} };

const group: Sent = {
  type: "outscale:index/securityGroup:SecurityGroup",
  name: "group",
  inputs: { description: "Web" },
};

function rule(ipRange: string, stack = "dev"): Sent {
  return {
    type: "outscale:index/securityGroupRule:SecurityGroupRule",
    name: "ssh",
    stack,
    inputs: {
      flow: "Inbound",
      securityGroupId: UNKNOWN,
      ipProtocol: "tcp",
      fromPortRange: 22,
      toPortRange: 22,
      ipRange,
    },
    dependencies: { securityGroupId: [{ ...group, stack }] },
  };
}

const net: Sent = {
  type: "outscale:index/net:Net",
  name: "net",
  inputs: { ipRange: "10.0.0.0/16", tags: [{ key: "sensitivity", value: "internal" }] },
};
const subnet: Sent = {
  type: "outscale:index/subnet:Subnet",
  name: "subnet",
  inputs: { netId: UNKNOWN, ipRange: "10.0.0.0/24" },
  dependencies: { netId: [net] },
};

describe("the pack, spoken to as the engine does,", () => {
  let pack: Analyzer;
  beforeAll(async () => {
    pack = await Analyzer.start({ LANG: "C" });
  });
  afterAll(() => {
    pack.stop();
  });

  test("stops a violation before creation, and does not say it again with the stack", async () => {
    expect((await pack.analyze(program)).notApplicable).toContain("no-public-admin-port: decided with the stack");
    // The policies that it does not concern are not asked.
    expect(await pack.analyze(rule("0.0.0.0/0"))).toEqual({
      findings: ["no-public-admin-port ssh: Port 22 is open to 0.0.0.0/0."],
      notApplicable: ["pack-settings: judges nothing"],
    });
    expect((await pack.analyze(net)).notApplicable).toEqual([
      "pack-settings: judges nothing",
      "no-security-group-bypass: decided with the stack",
    ]);
    await pack.analyze(group);
    const stack = await pack.analyzeStack([program, group, rule("0.0.0.0/0")]);
    expect(stack.findings).toEqual([]);
    expect(stack.notApplicable).toContain("no-public-admin-port: reported before creation");
  });

  test("tells Pulumi which policies a stack passes", async () => {
    expect(new Set((await pack.policyTypes()).values())).toEqual(new Set([PolicyType.POLICY_TYPE_STACK]));
    const sent = [program, group, rule("203.0.113.0/24")];
    for (const each of sent) await pack.analyze(each);
    const { findings, notApplicable } = await pack.analyzeStack(sent);
    expect(findings).toEqual([]);
    expect(notApplicable).toContain(
      "require-encrypted-volume: Policy only applies to resources of type '(none in this stack)'",
    );
    const silent = notApplicable.map((each) => each.split(":")[0]);
    const passed = [...(await pack.policyTypes()).keys()].filter((name) => !silent.includes(name));
    expect(passed).toEqual([
      "limit-admin-sources",
      "limit-port-range",
      "limit-public-ports",
      "limit-source-range",
      "no-public-admin-port",
      "no-public-file-sharing-port",
      "limit-to-qualified-services",
      "exemptions-are-valid",
      "verdicts-are-known",
      "commitments-are-enforceable",
    ]);
  });

  test("says what is not known, and never counts it as passed", async () => {
    const { findings, notApplicable } = await pack.analyze(rule(UNKNOWN));
    expect(findings).toEqual([]);
    expect(notApplicable).toContain("no-public-admin-port: undetermined: ipRange");
    await pack.analyze(group);
    const stack = await pack.analyzeStack([group, rule(UNKNOWN)]);
    expect(stack.findings).toEqual([
      "verdicts-are-known unit-dev: 2 verdicts are undetermined: limit-source-range (1) and no-public-admin-port (1).",
    ]);
    expect(stack.notApplicable).toContain("no-public-admin-port: undetermined: ipRange");
  });

  test("tells what was left out from what is not known", async () => {
    await pack.analyze(net);
    expect((await pack.analyze(subnet)).notApplicable).toContain("require-explicit-subregion: decided with the stack");
    // With the stack the engine sends outputs alone: an unset Subregion looks like any unknown there.
    const asOutput = { ...subnet, inputs: { ...subnet.inputs, subregionName: UNKNOWN } };
    expect((await pack.analyzeStack([net, asOutput])).findings).toEqual([
      "require-explicit-subregion subnet: No Subregion is named: it lands in cloudgouv-eu-west-1a.",
      "require-subnets-in-every-subregion net: net/subnet: The Net has no Subnet for this role in cloudgouv-eu-west-1b and cloudgouv-eu-west-1c, only subnet.",
    ]);
  });

  test("judges two stacks in one process, each by itself", async () => {
    const other = [{ ...group, stack: "prod" }, rule("203.0.113.0/24", "prod")];
    for (const sent of [...other, group, rule("0.0.0.0/0")]) await pack.analyze(sent);
    expect((await pack.analyzeStack(other)).findings).toEqual([]);
    expect((await pack.analyzeStack([group, rule("0.0.0.0/0")])).findings).toEqual([]);
    expect((await pack.analyze(rule("198.51.100.0/24"))).findings).toEqual([]);
    expect((await pack.analyzeStack([group, rule("198.51.100.0/24")])).findings).toEqual([]);
    expect((await pack.analyze(rule("::/0"))).findings).toEqual(["no-public-admin-port ssh: Port 22 is open to ::/0."]);
  });

  test("takes settings, and refuses a wrong one in one line", async () => {
    await pack.configure({ "no-public-admin-port": { adminPorts: [2222] }, "pack-settings": { regoin: "x" } });
    expect((await pack.analyze(rule("0.0.0.0/0"))).findings).toEqual([
      "pack-settings ssh: `pack-settings.regoin` is not accepted. The closest name is `region`.",
    ]);
    await pack.configure({ "no-public-admin-port": {}, "pack-settings": { adminPorts: [22] } });
    expect((await pack.analyze(rule("0.0.0.0/0"))).findings).toEqual([
      "no-public-admin-port ssh: Port 22 is open to 0.0.0.0/0.",
    ]);
  });
});

// Pulumi's host for Node programs sets the one, its engine the other where there is no host.
test.each(["PULUMI_NODEJS_DRY_RUN", "PULUMI_DRY_RUN"])(
  "says in a preview (%s) everything with the stack, and with it the way that the Internet comes by",
  async (isPreview) => {
    const pack = await Analyzer.start({ LANG: "C", [isPreview]: "true" });
    try {
      const vm: Sent = {
        type: "outscale:index/vm:Vm",
        name: "vm",
        inputs: { imageId: "ami-12345678", securityGroupIds: [UNKNOWN] },
        dependencies: { securityGroupIds: [group] },
      };
      expect(await pack.analyze(program)).toMatchObject({ findings: [] });
      for (const each of [group, rule("0.0.0.0/0"), vm]) {
        expect(await pack.analyze(each)).toEqual({ findings: [], notApplicable: ["pack-settings: judges nothing"] });
      }
      expect((await pack.analyzeStack([program, group, rule("0.0.0.0/0"), vm])).findings).toContain(
        'no-public-admin-port ssh: Port 22 is open to 0.0.0.0/0. TCP 22 of VM "vm" can be reached from the Internet: rule ssh.',
      );
    } finally {
      pack.stop();
    }
  },
);

test("ends when the engine that started it is killed", async () => {
  // A process that starts the pack as the engine does, and tells by which number it is known.
  const engine = spawn(process.execPath, ["-e", ENGINE, POLICY_HOST, ROOT], { stdio: ["ignore", "pipe", "inherit"] });
  const [told] = (await once(engine.stdout, "data")) as [Buffer];
  const pack = Number(String(told));
  expect(isRunning(pack)).toBe(true);
  engine.kill("SIGKILL");
  while (isRunning(pack)) await setTimeout(50);
});

test("refuses what no provider takes in one sentence, without a stack trace", async () => {
  const pack = await Analyzer.start({ LANG: "C" });
  const deep = Array.from({ length: 200 }).reduce<object>((value) => ({ of: value }), {});
  await expect(pack.analyze({ ...net, inputs: { ...net.inputs, more: deep } })).rejects.toMatchObject({
    details: [
      "Error validating resource with policy 'pack-settings' from policy pack 'pulumi-policy-outscale@v0.1.0':",
      "A value is nested more than 100 levels deep. Accepted: what a provider takes, which is nested a few times.",
    ].join("\n"),
  });
  pack.stop();
});

test("says that shared settings cannot be read where `pack-settings` is disabled", async () => {
  const pack = await Analyzer.start({ LANG: "C" });
  try {
    await pack.configure({ "pack-settings": {} }, EnforcementLevel.DISABLED);
    await pack.analyze(group);
    expect((await pack.analyzeStack([group])).findings).toEqual([
      "exemptions-are-valid : `pack-settings` is disabled: neither the shared settings nor the exemptions are read.",
    ]);
  } finally {
    pack.stop();
  }
});

test("speaks French where the machine does", async () => {
  const pack = await Analyzer.start({ LANG: "fr_FR.UTF-8" });
  try {
    expect((await pack.analyze(rule("0.0.0.0/0"))).findings).toEqual([
      "no-public-admin-port ssh: Le port 22 est ouvert à 0.0.0.0/0.",
    ]);
  } finally {
    pack.stop();
  }
});

test("is known at once to have ended, where it does not start", async () => {
  const folder = mkdtempSync(join(tmpdir(), "no-pack-"));
  try {
    await expect(Analyzer.start({}, folder)).rejects.toThrow("The pack ended with code");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
