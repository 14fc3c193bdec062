import { describe, expect, test } from "@jest/globals";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { readPackSettings } from "../../src/config";
import { evaluate, type Exemption, fingerprint, judgeExemptions, judgeVerdicts, type Outcome } from "../../src/policy";
import { NeedsStack, Stack, Unknown, UnknownValue } from "../../src/stack";
import { rule } from "../support/builders";
import { stackOf } from "../support/resources";

const today = "2026-01-31";
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

function judged(exemptions: readonly Exemption[] = [], on = stack): Outcome[] {
  const { shared } = readPackSettings({});
  return evaluate(on, [noPublicAdminPort], { shared, settingsOf: () => ({}), exemptions, today });
}

function verdicts(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ subject, verdict }) => `${subject.name}: ${verdict}`);
}

function faults(exemption: Partial<Exemption>): string[] {
  const exemptions = [{ ...accepted, ...exemption }];
  const outcome = judgeExemptions(stack, judged(exemptions), exemptions, today);
  return outcome.verdict === "violation" ? outcome.findings.map(({ message }) => message.en) : [outcome.verdict];
}

test("a violation of one subject leaves another undetermined", () => {
  expect(verdicts(judged())).toEqual(["later: undetermined", "ssh: violation"]);
});

test("the same input gives the same outcomes, and is left as it was", () => {
  const before = structuredClone(ssh.inputs);
  expect(judged()).toEqual(judged());
  expect(ssh.inputs).toEqual(before);
});

test("one resource alone defers what needs the stack", () => {
  const policy = {
    ...noPublicAdminPort,
    *judged(): Iterable<never> {
      throw new NeedsStack();
    },
  };
  const { shared } = readPackSettings({});
  const settings = { shared, settingsOf: () => ({}), exemptions: [], today };
  const alone = Stack.alone(ssh, { project: "unit", name: "test" });
  expect(verdicts(evaluate(alone, [policy], settings))).toEqual(["ssh: deferred"]);
});

test("subjects that cannot be told leave the stack undetermined", () => {
  const policy = {
    ...noPublicAdminPort,
    *judged(): Iterable<never> {
      throw new UnknownValue(ssh, "ipRange");
    },
  };
  const { shared } = readPackSettings({});
  const settings = { shared, settingsOf: () => ({}), exemptions: [], today };
  expect(verdicts(evaluate(stack, [policy], settings))).toEqual(["unit-test: undetermined"]);
});

describe("an exemption", () => {
  test("replaces the finding it names, by name, urn or fingerprint", () => {
    const [subject] = judged().flatMap((outcome) => (outcome.subject.name === "ssh" ? [outcome.subject] : []));
    const mark = subject ? fingerprint("no-public-admin-port", subject, "ipRange") : "";
    for (const each of [accepted, { ...accepted, subject: ssh.urn }, { ...accepted, fingerprint: mark }]) {
      expect(verdicts(judged([each]))).toEqual(["later: undetermined", "ssh: exempted"]);
    }
  });

  test.each([
    ["another subject", { subject: "ss" }],
    ["another policy", { policy: "require-encrypted-volume" }],
    ["another fingerprint", { fingerprint: "0123456789abcdef" }],
    ["a day that is past", { expires: "2026-01-30" }],
    ["a day more than a year away", { expires: "2027-02-01" }],
  ])("does not hold for %s", (_name, change) => {
    expect(verdicts(judged([{ ...accepted, ...change }]))).toEqual(["later: undetermined", "ssh: violation"]);
  });

  test("holds on its last day", () => {
    expect(verdicts(judged([{ ...accepted, expires: today }]))).toEqual(["later: undetermined", "ssh: exempted"]);
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
  const outcome = judgeVerdicts(stack, judged());
  expect(outcome.verdict === "violation" && outcome.findings.map(({ message }) => message)).toEqual([
    {
      en: "1 verdict is undetermined: no-public-admin-port (1).",
      fr: "1 verdict est indéterminé : no-public-admin-port (1).",
    },
  ]);
});

test("a fingerprint tells policy, subject and path apart, and nothing else", () => {
  const subject = { kind: "resource", resource: ssh, name: "ssh", path: "", related: [] } as const;
  const moved = { ...subject, resource: { ...ssh, position: { file: "b.ts", line: 9, column: 1 } } };
  expect(fingerprint("a", subject, "x")).toBe(fingerprint("a", moved, "x"));
  expect(fingerprint("a", subject, "x")).toMatch(/^[0-9a-f]{16}$/);
  const marks = [
    fingerprint("b", subject, "x"),
    fingerprint("a", subject, "y"),
    fingerprint("a", { ...subject, name: "z" }, "x"),
  ];
  expect(new Set([...marks, fingerprint("a", subject, "x")]).size).toBe(4);
});
