import { describe, expect, test } from "@jest/globals";
import { limitPublicPorts } from "../../policies/exposure/limit-public-ports";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { readConfiguration } from "../../src/config";
import { System } from "../../src/outscale";
import {
  type Exemption,
  exemptionsAreValid,
  fingerprint,
  Judgement,
  type Outcome,
  PACK_POLICIES,
  type Policy,
  type PolicyMetadata,
  verdictsAreKnown,
} from "../../src/policy";
import { NeedsStack, Stack, Unknown, UnknownValue } from "../../src/stack";
import type { Text } from "../../src/text";
import { rule } from "../support/builders";
import { judgementOf, TODAY } from "../support/judgement";
import { stackOf } from "../support/resources";

// Of no group: a verdict about each rule alone.
const ssh = rule("ssh", { securityGroupId: undefined, ipRange: "0.0.0.0/0" });
const unknown = rule("later", { securityGroupId: undefined, ipRange: new Unknown() });
const stack = stackOf([ssh, unknown]);
const accepted: Exemption = {
  policy: "no-public-admin-port",
  subject: "ssh",
  reason: "Migration",
  owner: "ops@example.com",
  approver: "ciso@example.com",
  expires: "2026-06-30",
};

function judgementUnder(exemptions: readonly Exemption[]): Judgement {
  return judgementOf(stack, [noPublicAdminPort, limitPublicPorts], { "pack-settings": { exemptions } });
}

function judged(exemptions: readonly Exemption[] = []): readonly Outcome[] {
  return judgementUnder(exemptions).outcomesOf(noPublicAdminPort);
}

function verdicts(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ subject, verdict }) => `${subject.name}: ${verdict}`);
}

function messagesOf(outcome: Outcome): Text[] | string {
  return outcome.verdict === "violation" ? outcome.findings.map(({ message }) => message.text) : outcome.verdict;
}

function faults(exemption: Partial<Exemption>): (Text | string)[] {
  const said = messagesOf(judgementUnder([{ ...accepted, ...exemption }]).sumOf(exemptionsAreValid));
  return typeof said === "string" ? [said] : said.map(({ en }) => en);
}

/** A policy of the same name that stumbles over its subjects. */
function stumbling(over: Error): Policy {
  return {
    ...noPublicAdminPort,
    *listJudged(): Iterable<never> {
      throw over;
    },
  };
}

test("a violation of one subject leaves another undetermined", () => {
  expect(verdicts(judged())).toEqual(["later: undetermined", "ssh: violation"]);
});

test("the same input gives the same outcomes, and is left as it was", () => {
  const before = structuredClone(ssh.inputs);
  const settings = readConfiguration({}, { policies: [noPublicAdminPort], packPolicies: PACK_POLICIES });
  // One system has one view of each resource, which is then the same in both.
  const system = new System(stack, settings.shared);
  const judgedAgain = () => new Judgement({ system, policies: [noPublicAdminPort], settings, today: TODAY }).outcomes();
  expect(judgedAgain()).toEqual(judgedAgain());
  expect(ssh.inputs).toEqual(before);
});

test("one resource alone defers what needs the stack", () => {
  const alone = Stack.alone(ssh, { project: "unit", name: "test" });
  expect(verdicts(judgementOf(alone, [stumbling(new NeedsStack())]).outcomes())).toEqual(["ssh: deferred"]);
});

test("subjects that cannot be told leave the stack undetermined", () => {
  const policy = stumbling(new UnknownValue(ssh, "ipRange"));
  expect(verdicts(judgementOf(stack, [policy]).outcomes())).toEqual(["unit-test: undetermined"]);
});

test("a policy is judged when it is asked about, and once", () => {
  let times = 0;
  const counting: Policy = {
    ...noPublicAdminPort,
    *listJudged() {
      times += 1;
    },
  };
  const broken = { ...stumbling(new Error("asked about")), name: "limit-public-ports" };
  const judgement = judgementOf(stack, [counting, broken]);
  expect(times).toBe(0);
  judgement.outcomesOf(counting);
  judgement.outcomesOf(counting);
  expect(times).toBe(1);
  expect(() => judgement.outcomes()).toThrow("asked about");
});

describe("a report holds", () => {
  const shown = (judgement: Judgement) => [...new Set(judgement.listReported().map(({ policy }) => policy.name))];
  const policies = [noPublicAdminPort, limitPublicPorts];
  const sums = PACK_POLICIES.map(({ name }) => name);

  test("every policy that is not disabled, and what sums them up", () => {
    expect(shown(judgementOf(stack, policies))).toEqual([...policies.map(({ name }) => name), ...sums]);
    const off = { "limit-public-ports": "disabled", "verdicts-are-known": "disabled" };
    expect(shown(judgementOf(stack, policies, off))).toEqual([
      ...["no-public-admin-port", "exemptions-are-valid", "commitments-are-enforceable"],
    ]);
  });

  test("of these what is asked about, and only what is reported is counted as undetermined", () => {
    const settings = readConfiguration({}, { policies, packPolicies: PACK_POLICIES });
    const asked = [limitPublicPorts, verdictsAreKnown] as readonly PolicyMetadata[];
    const isAsked = (policy: PolicyMetadata) => asked.includes(policy);
    const judgement = new Judgement({
      system: new System(stack, settings.shared),
      policies,
      settings,
      today: TODAY,
      isAsked,
    });
    expect(shown(judgement)).toEqual(["limit-public-ports", "verdicts-are-known"]);
    expect(messagesOf(judgement.sumOf(verdictsAreKnown))).toEqual([
      {
        en: "1 verdict is undetermined: limit-public-ports (1).",
        fr: "1 verdict est indéterminé : limit-public-ports (1).",
      },
    ]);
  });
});

describe("an exemption", () => {
  test("replaces the finding it names, by name, urn or fingerprint", () => {
    const [found] = judged().flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
    const mark = found ? fingerprint("no-public-admin-port", found) : "";
    for (const each of [accepted, { ...accepted, subject: ssh.urn }, { ...accepted, fingerprint: mark }]) {
      expect(verdicts(judged([each]))).toEqual(["later: undetermined", "ssh: exempted"]);
    }
  });

  test.each([
    ["another subject", { subject: "ss" }],
    ["another policy", { policy: "limit-public-ports" }],
    ["another fingerprint", { fingerprint: "0123456789abcdef" }],
    ["a day that is past", { expires: "2026-01-30" }],
    ["a day more than a year away", { expires: "2027-02-01" }],
  ])("does not hold for %s", (_name, change) => {
    expect(verdicts(judged([{ ...accepted, ...change }]))).toEqual(["later: undetermined", "ssh: violation"]);
  });

  test("holds on its last day", () => {
    expect(verdicts(judged([{ ...accepted, expires: TODAY }]))).toEqual(["later: undetermined", "ssh: exempted"]);
  });

  test("is judged itself", () => {
    const from = 'The exemption from no-public-admin-port for "ssh" does not hold:';
    expect(faults({})).toEqual(["compliant"]);
    expect(faults({ expires: "2026-01-30" })).toEqual([`${from} it expired on 2026-01-30.`]);
    expect(faults({ expires: "2027-02-01" })).toEqual([`${from} 2027-02-01 is more than one year away.`]);
    expect(faults({ fingerprint: "0123456789abcdef" })).toEqual([`${from} it matches no violation.`]);
    expect(faults({ policy: "verdicts-are-known" })).toEqual([
      'The exemption from verdicts-are-known for "ssh" does not hold: this policy accepts none.',
    ]);
  });
});

test("what is undetermined is summed up once", () => {
  expect(messagesOf(judgementOf(stack, [noPublicAdminPort]).sumOf(verdictsAreKnown))).toEqual([
    {
      en: "1 verdict is undetermined: no-public-admin-port (1).",
      fr: "1 verdict est indéterminé : no-public-admin-port (1).",
    },
  ]);
});
