import type { Finding, Outcome, PolicyMetadata } from "../policy";

/** The findings that Pulumi reports. */
export function listViolations(outcomes: readonly Outcome[]): Finding[] {
  return outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
}

/** Identifies a finding: it has one text, whether one resource or the whole stack was judged. */
export function identifyFinding({ name }: PolicyMetadata, { subject, path, message }: Finding): string {
  return JSON.stringify([name, subject.kind, subject.name, path, message.id, message.data]);
}

/** Whether a policy counts as passed: no subject is in breach or undetermined, and at least one was judged. */
export function isPassed(outcomes: readonly Outcome[]): boolean {
  const isGood = ({ verdict }: Outcome) => verdict === "compliant" || verdict === "exempted" || verdict === "accepted";
  return outcomes.every(isGood) && outcomes.some(({ verdict }) => verdict !== "accepted");
}

/** Why a policy that found nothing must not be counted as passed; `undefined` where it may. */
export function whyNotPassed(outcomes: readonly Outcome[]): string | undefined {
  const undetermined = outcomes.find((outcome) => outcome.verdict === "undetermined");
  if (undetermined?.verdict === "undetermined") return `undetermined: ${undetermined.reasons[0]?.path ?? ""}`;
  if (outcomes.some(({ verdict }) => verdict === "deferred")) return WITH_THE_STACK;
  return outcomes.every(({ verdict }) => verdict === "accepted") ? "nothing to judge" : undefined;
}

/** Why a policy has no verdict yet: it waits for the whole stack. */
export const WITH_THE_STACK = "decided with the stack";
