import type { Finding } from "./finding";
import type { Policy } from "./policy";
import { fingerprint } from "./fingerprint";

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

/** The first exemption that still holds today and matches the finding. */
export function exemptionFor(
  finding: Finding,
  policy: Policy,
  exemptions: readonly Exemption[],
  today: string,
): Exemption | undefined {
  return exemptions.find((exemption) => exemption.expires >= today && matches(exemption, finding, policy));
}

/** Exact matching: a prefix or a pattern would accept what nobody read. */
export function matches(exemption: Exemption, finding: Finding, policy: Policy): boolean {
  const { subject } = finding;
  return (
    exemption.policy === policy.name &&
    (exemption.subject === subject.name || exemption.subject === subject.resource.urn) &&
    (exemption.fingerprint === undefined || exemption.fingerprint === fingerprint(policy.name, subject, finding.path))
  );
}
