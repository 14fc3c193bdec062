import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Analyzer, type Sent } from "./analyzer";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";

/** What the engine sends for a value that is not known. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

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

const net: Sent = { type: "outscale:index/net:Net", name: "net", inputs: { ipRange: "10.0.0.0/16" } };
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
  }, 30_000);
  afterAll(() => {
    pack.stop();
  });

  test("stops a violation before creation, and does not say it again with the stack", async () => {
    const found = ["no-public-admin-port ssh: Port 22 is open to 0.0.0.0/0."];
    const { findings, notApplicable } = await pack.analyze(rule("0.0.0.0/0"));
    expect(findings).toEqual(found);
    expect(notApplicable).toContain(
      "require-encrypted-volume: Policy only applies to resources of type 'pulumi:pulumi:Stack'",
    );
    const { notApplicable: ofPolicies } = await pack.analyze(net);
    expect(ofPolicies).toContain(
      "no-public-admin-port: Policy only applies to resources of type 'outscale:index/securityGroupRule:SecurityGroupRule'",
    );
    await pack.analyze(group);
    expect((await pack.analyzeStack([group, rule("0.0.0.0/0")])).findings).toEqual([]);
  });

  test("says what is not known, and never counts it as passed", async () => {
    const { findings, notApplicable } = await pack.analyze(rule(UNKNOWN));
    expect(findings).toEqual([]);
    expect(notApplicable).toContain("no-public-admin-port: undetermined: ipRange");
    await pack.analyze(group);
    const stack = await pack.analyzeStack([group, rule(UNKNOWN)]);
    expect(stack.findings).toEqual([
      "verdicts-are-known unit-dev: 1 verdict is undetermined: no-public-admin-port (1).",
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
      "require-subnets-in-every-subregion net: The Net has no Subnet for subnet in cloudgouv-eu-west-1b and cloudgouv-eu-west-1c, only subnet.",
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
}, 30_000);

test("speaks French where the machine does", async () => {
  const pack = await Analyzer.start({ LANG: "fr_FR.UTF-8" });
  try {
    expect((await pack.analyze(rule("0.0.0.0/0"))).findings).toEqual([
      "no-public-admin-port ssh: Le port 22 est ouvert à 0.0.0.0/0.",
    ]);
  } finally {
    pack.stop();
  }
}, 30_000);
