import type { Outcome } from "./evaluate";
import type { Finding } from "./finding";

/** The graver verdict first. */
const GRAVEST_FIRST: readonly Outcome["verdict"][] = [
  ...(["violation", "exempted", "undetermined", "deferred", "accepted", "compliant"] as const),
];

/**
 * What a policy says of a stack that is known in two ways, as it was written and as it is: of each subject the graver
 * verdict, and of two violations the findings of both.
 */
export function takeWorse(ours: readonly Outcome[], theirs: readonly Outcome[]): readonly Outcome[] {
  const others = new Map(theirs.map((outcome) => [identify(outcome), outcome]));
  const known = new Set(ours.map(identify));
  const merged = ours.map((outcome) => {
    const other = others.get(identify(outcome));
    return other ? mergeTwo(outcome, other) : outcome;
  });
  return [...merged, ...theirs.filter((outcome) => !known.has(identify(outcome)))];
}

function identify({ subject: { kind, resource, name, path } }: Outcome): string {
  return JSON.stringify([kind, resource.urn, name, path]);
}

function mergeTwo(our: Outcome, their: Outcome): Outcome {
  if (our.verdict === "violation" && their.verdict === "violation") {
    return { ...our, findings: uniteFindings(our.findings, their.findings) };
  }
  return GRAVEST_FIRST.indexOf(their.verdict) < GRAVEST_FIRST.indexOf(our.verdict)
    ? { ...their, subject: our.subject }
    : our;
}

function uniteFindings(ours: readonly Finding[], theirs: readonly Finding[]): readonly Finding[] {
  const facts = new Set(ours.map(identifyFact));
  return [...ours, ...theirs.filter((finding) => !facts.has(identifyFact(finding)))];
}

function identifyFact({ message, path }: Finding): string {
  return JSON.stringify([message.id, message.data, path]);
}
