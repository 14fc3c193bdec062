import { matchesGlob } from "../outscale/grouping/names";
import type { StackFacts } from "../stack";
import type { Finding } from "./finding";
import { fingerprint } from "./fingerprint";
import { oldFingerprint } from "./old-fingerprint";
import type { PolicyMetadata } from "./policy";

/** A written, dated acceptance of one finding. Never compliant. */
export interface Exemption {
  readonly policy: string;
  /** The subject's logical name, or its urn. */
  readonly subject: string;
  /** The stack that it is for, by name or glob, or with its project: `prod-*`, `shop/prod`. Without it, any. */
  readonly stack?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** The last day it holds, `2026-12-31`. */
  readonly expires: string;
}

/** Why a finding is accepted, who answers for it, who accepted it and until when. */
export type Approval = Pick<Exemption, "reason" | "owner" | "approver" | "expires">;

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

const MILLISECONDS = 24 * 60 * 60 * 1000;

/** How many days after today an exemption holds; none on its last one. */
export function daysLeft({ expires }: Exemption, today: string): number {
  return (Date.parse(expires) - Date.parse(today)) / MILLISECONDS;
}

/** Whether an exemption is for a stack: one file serves several. */
export function isForStack({ stack }: Exemption, { project, name }: StackFacts): boolean {
  if (stack === undefined) return true;
  return matchesGlob(stack.includes("/") ? `${project}/${name}` : name, stack);
}

/** Whether an exemption is for a finding. Names must be equal: a pattern would accept findings that nobody has read. */
function matches(exemption: Exemption, finding: Finding, policy: PolicyMetadata): boolean {
  return (
    isAbout(exemption, finding, policy) &&
    (exemption.fingerprint === undefined || exemption.fingerprint === fingerprint(policy.name, finding))
  );
}

/** The urns of the resources of which an exemption accepts something: of several, which bear one name, it accepts nothing. */
export function listExempted(exemption: Exemption, findings: readonly Finding[], policy: PolicyMetadata): string[] {
  const accepted = findings.filter((finding) => matches(exemption, finding, policy));
  return [...new Set(accepted.map(({ subject }) => subject.resource.urn))];
}

/** Whether an exemption names a finding as it was named before fingerprints held facts. */
export function matchesAsOfOld(exemption: Exemption, finding: Finding, policy: PolicyMetadata): boolean {
  return isAbout(exemption, finding, policy) && exemption.fingerprint === oldFingerprint(policy.name, finding);
}

function isAbout({ policy: named, subject: of }: Exemption, { subject }: Finding, policy: PolicyMetadata): boolean {
  return named === policy.name && (of === subject.name || of === subject.resource.urn);
}
