import type { ClauseId } from "../../contract";
import {
  type EvidenceLine,
  type Finding,
  fingerprint,
  type Grade,
  gradeOf,
  type Ledger,
  type Level,
  type Outcome,
  type PolicyMetadata,
  reasonFix,
  reasonText,
  saidOf,
  type Severity,
} from "../../policy";
import type { Resilience } from "../../resilience";
import { compare, type Position, type Subject } from "../../stack";
import type { Text } from "../../text";

/** Where the stack was read from. */
export type Source = "program" | "preview" | "state";

/** One line of a report: what one policy says of one subject, when that is not "compliant". */
export interface ReportedFinding {
  readonly policy: PolicyMetadata;
  readonly level: Level;
  readonly verdict: "violation" | "undetermined" | "exempted";
  readonly subject: Subject;
  readonly message: Text;
  /** What the message says, whatever the words: findings at one place have an order by it. */
  readonly identity: string;
  readonly fix: Text;
  readonly path: string;
  readonly position: Position | undefined;
  readonly fingerprint: string;
  /** What shows that it is not so, of a policy that judges by evidence. */
  readonly evidence: Grade | undefined;
  /** Who accepted it, and until when. */
  readonly exemption?: { readonly approver: string; readonly expires: string; readonly reason: string };
}

/** How often a policy reached each verdict. */
export interface PolicyCount {
  readonly policy: PolicyMetadata;
  readonly level: Level;
  readonly compliant: number;
  readonly violation: number;
  readonly undetermined: number;
  readonly exempted: number;
  /** 1 when the policy found nothing to judge, or only what declares to accept the loss. */
  readonly notApplicable: number;
}

/** All that a check found, in no format and no language yet. */
export interface Report {
  readonly stack: { readonly project: string; readonly name: string; readonly source: Source };
  readonly findings: readonly ReportedFinding[];
  readonly policies: readonly PolicyCount[];
  readonly ledger: Ledger;
  readonly evidence: readonly EvidenceLine[];
  readonly resilience: Resilience;
  readonly limits: readonly Text[];
  readonly summary: Summary;
}

export interface Summary {
  readonly resources: number;
  readonly mandatory: number;
  readonly advisory: number;
  readonly undetermined: number;
  readonly exempted: number;
}

export interface ReportInput {
  readonly stack: Report["stack"];
  readonly resources: number;
  /** The policies that are not disabled, in the order they are reported. */
  readonly policies: readonly { readonly policy: PolicyMetadata; readonly level: Level }[];
  /** Of these policies. */
  readonly outcomes: readonly Outcome[];
  readonly ledger: Ledger;
  readonly resilience: Resilience;
  readonly limits: readonly Text[];
}

/** Puts what was found in a fixed order: by policy, then by urn and path. */
export function makeReport(input: ReportInput): Report {
  const { stack, resources, policies, outcomes, ledger, resilience, limits } = input;
  const findings: ReportedFinding[] = [];
  const evidence: EvidenceLine[] = [];
  const counts: PolicyCount[] = [];
  for (const { policy, level } of policies) {
    const own = outcomes.filter((outcome) => outcome.policy.name === policy.name);
    const graded = own.map((outcome) => ({ outcome, grade: gradeOf(outcome) }));
    findings.push(...graded.flatMap(({ outcome, grade }) => findingsOf(outcome, level, grade)).sort(byPlace));
    evidence.push(...graded.flatMap(({ outcome: { subject }, grade }) => (grade ? { policy, subject, grade } : [])));
    counts.push(countOf(policy, level, own));
  }
  const summary = summaryOf(resources, findings);
  return { stack, findings, policies: counts, ledger, evidence, resilience, limits, summary };
}

function findingsOf(outcome: Outcome, level: Level, evidence: Grade | undefined): ReportedFinding[] {
  const { policy, subject } = outcome;
  const common = { policy, level, fix: policy.remediation, position: subject.resource.position, evidence };
  const found: ReportedFinding[] = [];
  if (outcome.verdict === "violation") {
    for (const each of outcome.findings) {
      const { path, subject: about } = each;
      found.push({
        ...common,
        verdict: "violation",
        subject: about,
        message: saidOf(each),
        identity: identityOf(each),
        path,
        fingerprint: fingerprint(policy.name, about, path),
      });
    }
  }
  if (outcome.verdict === "undetermined" && outcome.reasons[0]) {
    const [reason] = outcome.reasons;
    const { path } = reason;
    const fix = reasonFix(reason) ?? policy.remediation;
    const message = reasonText(reason, subject);
    // A subject is undetermined once, whatever hides the verdict: the mark must not change with the reason.
    const mark = fingerprint(policy.name, subject, subject.path);
    found.push({ ...common, verdict: "undetermined", subject, message, identity: "", fix, path, fingerprint: mark });
  }
  for (const { finding, exemption } of "exempted" in outcome ? outcome.exempted : []) {
    const { path } = finding;
    const mark = fingerprint(policy.name, finding.subject, path);
    found.push({
      ...common,
      verdict: "exempted",
      subject: finding.subject,
      message: saidOf(finding),
      identity: identityOf(finding),
      path,
      fingerprint: mark,
      exemption,
    });
  }
  return found;
}

function identityOf({ message: { id, data } }: Finding): string {
  return `${id} ${JSON.stringify(data)}`;
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compare(a.subject.resource.urn, b.subject.resource.urn) ||
    compare(a.path, b.path) ||
    compare(a.identity, b.identity)
  );
}

function countOf(policy: PolicyMetadata, level: Level, outcomes: readonly Outcome[]): PolicyCount {
  const count = (verdict: Outcome["verdict"]) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return {
    policy,
    level,
    compliant: count("compliant"),
    violation: count("violation"),
    undetermined: count("undetermined"),
    exempted: count("exempted"),
    notApplicable: outcomes.every(({ verdict }) => verdict === "accepted") ? 1 : 0,
  };
}

function summaryOf(resources: number, findings: readonly ReportedFinding[]): Summary {
  const violations = findings.filter(({ verdict }) => verdict === "violation");
  const mandatory = violations.filter(({ level }) => isBlocking(level)).length;
  return {
    resources,
    mandatory,
    advisory: violations.length - mandatory,
    undetermined: findings.filter(({ verdict }) => verdict === "undetermined").length,
    exempted: findings.filter(({ verdict }) => verdict === "exempted").length,
  };
}

/** Whether Pulumi itself would stop at a violation of this level; what it would only remedy stops too. */
export function isBlocking(level: Level): boolean {
  return level === "mandatory" || level === "remediate";
}

/** The clauses that violations touch, in the order they are met. */
export function clausesTouched({ findings }: Report): ClauseId[] {
  const touched = findings.filter(({ verdict }) => verdict !== "undetermined").flatMap(({ policy }) => policy.clauses);
  return [...new Set(touched)];
}

/** How grave, for those who read a report. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  critical: { en: "critical", fr: "critique" },
  high: { en: "high", fr: "élevée" },
  medium: { en: "medium", fr: "moyenne" },
  low: { en: "low", fr: "faible" },
};
