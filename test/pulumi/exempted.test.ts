import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { Analyzer, type Sent } from "./analyzer";

const program: Sent = { type: "pulumi:pulumi:Stack", name: "unit-dev", inputs: {} };
const ssh: Sent = {
  type: "outscale:index/securityGroupRule:SecurityGroupRule",
  name: "ssh",
  inputs: { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" },
};
const STACK = [program, ssh];

/** As many days from now, as the configuration spells a day. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

interface Change {
  readonly expires?: string;
  readonly stack?: string;
  readonly subject?: string;
}

/** What the pack says of an exemption from one policy, in the stack `dev` of the project `unit`. */
async function saidOf(pack: Analyzer, change: Change) {
  const exemption: Record<string, JavaScriptValue> = {
    ...{ policy: "no-public-admin-port", subject: "ssh", reason: "Migration" },
    ...{ owner: "ops@example.com", approver: "ciso@example.com", expires: inDays(90), ...change },
  };
  await pack.configure({ "pack-settings": { exemptions: [exemption] } });
  for (const sent of STACK) await pack.analyze(sent);
  return pack.analyzeStackFor("exemptions-are-valid", STACK);
}

describe("the pack", () => {
  let pack: Analyzer;
  beforeAll(async () => {
    pack = await Analyzer.start({ LANG: "C", PULUMI_DRY_RUN: "true" });
  });
  afterAll(() => {
    pack.stop();
  });

  const title = "Exemptions hold and are needed";
  const exempted = (expires: string) =>
    `advisory ${title}\nExempted: no-public-admin-port, "ssh": Port 22 is open to 0.0.0.0/0. ` +
    `It is accepted by ciso@example.com until ${expires}, owner ops@example.com: Migration`;

  test("leaves one line for an exempted finding, that stops nothing", async () => {
    expect(await saidOf(pack, {})).toEqual({ said: [exempted(inDays(90))], isNotApplicable: false });
    const { findings } = await pack.analyzeStack(STACK);
    expect(findings.filter((each) => each.startsWith("no-public-admin-port"))).toEqual([]);
  });

  test("says thirty days before that an exemption expires", async () => {
    const expires = inDays(20);
    expect(await saidOf(pack, { expires, stack: "unit/d*" })).toEqual({
      said: [
        exempted(expires),
        `advisory ${title}\nThe exemption from no-public-admin-port for "ssh" expires on ${expires}, in 20 days: have it approved again.`,
      ],
      isNotApplicable: false,
    });
  });

  test("says nothing of an exemption that is for another stack", async () => {
    expect(await saidOf(pack, { stack: "prod" })).toEqual({ said: [], isNotApplicable: false });
  });

  test("stops at one that does not hold", async () => {
    const { said } = await saidOf(pack, { subject: "gone" });
    expect(said.map((each) => each.split("\n").slice(0, 2).join("\n"))).toEqual([
      `mandatory ${title}\nThe exemption from no-public-admin-port for "gone" does not hold: it matches no violation.`,
    ]);
  });
});
