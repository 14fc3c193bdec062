import { type Finding, fingerprint, type Outcome, type PolicyMetadata } from "../policy";

export function listViolations(outcomes: readonly Outcome[]): Finding[] {
  return outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
}

/** The same for the same finding, at whichever stage it is made. */
export function identifyFinding({ name }: PolicyMetadata, { subject, path, message }: Finding): string {
  return `${fingerprint(name, subject, path)} ${message.id} ${JSON.stringify(message.data)}`;
}

/** Whether nothing was found, and something was judged to the end. */
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

export const WITH_THE_STACK = "decided with the stack";
