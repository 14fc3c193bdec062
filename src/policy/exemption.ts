import type { Finding } from "./finding";
import { fingerprint } from "./fingerprint";
import type { PolicyMetadata } from "./policy";

/** A written, dated acceptance of one finding. Never compliant. */
export interface Exemption {
  readonly policy: string;
  /** The subject's logical name, or its urn. */
  readonly subject: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** The last day it holds, `2026-12-31`. */
  readonly expires: string;
}

/** The first exemption that holds today and matches the finding. */
export function exemptionFor(
  finding: Finding,
  policy: PolicyMetadata,
  exemptions: readonly Exemption[],
  today: string,
): Exemption | undefined {
  return exemptions.find(
    (exemption) => exemptionFault(exemption, today) === undefined && matches(exemption, finding, policy),
  );
}

/** Why an exemption does not hold today, whatever it matches. */
export function exemptionFault({ expires }: Exemption, today: string): "expired" | "too far" | undefined {
  if (expires < today) return "expired";
  return expires > oneYearAfter(today) ? "too far" : undefined;
}

function oneYearAfter(day: string): string {
  return String(Number(day.slice(0, 4)) + 1) + day.slice(4);
}

/** Whether an exemption is for a finding. Names must be equal: a pattern would accept findings that nobody has read. */
export function matches(exemption: Exemption, finding: Finding, policy: PolicyMetadata): boolean {
  const { subject } = finding;
  return (
    exemption.policy === policy.name &&
    (exemption.subject === subject.name || exemption.subject === subject.resource.urn) &&
    (exemption.fingerprint === undefined || exemption.fingerprint === fingerprint(policy.name, subject, finding.path))
  );
}
