import { describe, expect, test } from "@jest/globals";
import { formatFact, formatReason, type Outcome, type Policy } from "../../src/policy";
import type { Resource } from "../../src/stack";
import { judgementOf } from "./judgement";
import { knownPaths, stackOf, withUnknown } from "./resources";

/** A stack, and the configuration it is judged under. */
interface Example {
  /** Reads after "accepts", "finds", ... */
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly settings?: object;
  readonly shared?: object;
  /** The evaluation date. */
  readonly today?: string;
}

interface Violation extends Example {
  /** Every finding, as `kind name path: message`, in order. */
  readonly findings: readonly [string, ...string[]];
  /** The values the verdict needs, as `resource.path`: unknown, they leave it undetermined. Whatever holds one is needed too. */
  readonly needs: readonly string[];
}

interface Undetermined extends Example {
  /** Every reason, as `name: sentence`, in order. */
  readonly reasons: readonly [string, ...string[]];
}

interface Accepted extends Example {
  /** What is declared, as `name: sentence`, in order. */
  readonly losses: readonly [string, ...string[]];
}

interface Suite {
  readonly compliant: readonly [Example, ...Example[]];
  readonly violation: readonly [Violation, ...Violation[]];
  readonly undetermined: readonly [Undetermined, ...Undetermined[]];
  readonly notApplicable: readonly [Example, ...Example[]];
  readonly accepted?: readonly [Accepted, ...Accepted[]];
}

/** Tries a policy on its examples, and on each violation with each of its values unknown in turn. */
export function policySuite(policy: Policy, suite: Suite): void {
  const judge = (example: Example, resources = example.resources) => judged(policy, example, resources);

  describe("accepts", () => {
    test.each(suite.compliant)("$name", (example) => {
      const outcomes = judge(example);
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes.flatMap(said)).toEqual([]);
      expect(outcomes.map(({ verdict }) => verdict)).toEqual(outcomes.map(() => "compliant"));
    });
  });

  describe("finds", () => {
    test.each(suite.violation)("$name", (example) => {
      expect(judge(example).flatMap(findings)).toEqual(example.findings);
    });
  });

  describe("leaves undetermined", () => {
    test.each(suite.undetermined)("$name", (example) => {
      const outcomes = judge(example);
      expect(outcomes.flatMap(findings)).toEqual([]);
      expect(outcomes.flatMap(reasons)).toEqual(example.reasons);
    });
  });

  describe("does not apply to", () => {
    test.each([...suite.notApplicable, { name: "an empty stack", resources: [] }])("$name", (example) => {
      expect(judge(example)).toEqual([]);
    });
  });

  if (suite.accepted) {
    describe("takes the loss for accepted:", () => {
      test.each(suite.accepted ?? [])("$name", (example) => {
        const outcomes = judge(example);
        expect(outcomes.flatMap(said)).toEqual([]);
        expect(outcomes.flatMap(losses)).toEqual(example.losses);
      });
    });
  }

  describe("keeps every violation whatever else is unknown:", () => {
    test.each(suite.violation)("$name", (example) => {
      const broken = example.resources.flatMap((made, index) =>
        knownPaths(made.inputs).flatMap((path) => {
          const outcomes = judge(example, example.resources.with(index, withUnknown(made, path)));
          const place = `${made.name}.${path}`;
          const isNeeded = example.needs.some(
            (need) => need === place || (/^[.[]/.test(need.slice(place.length)) && need.startsWith(place)),
          );
          const stands = subjects(outcomes, "violation") === subjects(judge(example), "violation");
          const isOpen = outcomes.some(({ verdict }) => verdict === "undetermined");
          return (isNeeded ? isOpen : stands) ? [] : [place];
        }),
      );
      expect(broken).toEqual([]);
    });
  });

  test("speaks two languages", () => {
    const texts = [policy.title, policy.why, policy.remediation];
    const messages = suite.violation.flatMap((example) =>
      judge(example).flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : [])),
    );
    for (const { en, fr } of [...texts, ...messages.map(formatFact)]) {
      expect(fr).not.toBe(en);
      expect(`${en} ${fr}`).not.toMatch(/undefined|\[object/);
    }
  });
}

function judged(
  policy: Policy,
  { settings = {}, shared = {}, today }: Example,
  resources: readonly Resource[],
): readonly Outcome[] {
  const configuration = { "pack-settings": shared, [policy.name]: settings };
  return judgementOf(stackOf(resources), [policy], configuration, today).outcomesOf(policy);
}

function findings(outcome: Outcome): string[] {
  if (outcome.verdict !== "violation") return [];
  return outcome.findings.map(
    (each) => `${each.subject.kind} ${each.subject.name} ${each.path}: ${formatFact(each).en}`,
  );
}

function reasons(outcome: Outcome): string[] {
  if (outcome.verdict !== "undetermined") return [];
  return outcome.reasons.map((reason) => `${outcome.subject.name}: ${formatReason(reason, outcome.subject).en}`);
}

function losses(outcome: Outcome): string[] {
  return outcome.verdict === "accepted" ? [`${outcome.subject.name}: ${outcome.why.text.en}`] : [];
}

function said(outcome: Outcome): string[] {
  return [...findings(outcome), ...reasons(outcome)];
}

function subjects(outcomes: readonly Outcome[], verdict: Outcome["verdict"]): string {
  const found = outcomes.filter((outcome) => outcome.verdict === verdict);
  return found.map(({ subject }) => `${subject.kind} ${subject.resource.urn} ${subject.path}`).join("\n");
}
