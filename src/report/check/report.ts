import type { ClauseId } from "../../contract";
import {
  type Approval,
  type EvidenceLine,
  type Finding,
  findReasonFix,
  fingerprint,
  formatFact,
  formatReason,
  type Grade,
  gradeOf,
  type Ledger,
  type Level,
  type Outcome,
  type PolicyMetadata,
  type Reason,
  type Severity,
  undeterminedFingerprint,
} from "../../policy";
import type { LeftOut } from "../../outscale";
import type { Resilience } from "../../resilience";
import { compare, type Position, type Subject } from "../../stack";
import type { Text } from "../../text";

/** Where the stack was read from. */
export type StackSource = "program" | "preview" | "state";

/** One line of a report: what one policy says of one subject, when that is not "compliant". */
export interface ReportedFinding {
  readonly policy: PolicyMetadata;
  readonly level: Level;
  readonly verdict: "violation" | "undetermined" | "exempted";
  /** Those of the policy's clauses that it is about. */
  readonly clauses: readonly ClauseId[];
  readonly subject: Subject;
  readonly message: Text;
  /** The id and the data of the message: findings about one property are sorted by it, and not by their words. */
  readonly identity: string;
  readonly fix: Text;
  /** Whether the fix is of this finding, and not of all that its policy finds. */
  readonly hasOwnFix: boolean;
  readonly path: string;
  readonly position: Position | undefined;
  readonly fingerprint: string;
  /** How good the evidence is that the subject is as it must be; only of a policy that judges by evidence. */
  readonly evidence: Grade | undefined;
  /** Why it is accepted, who answers for it, who accepted it and until when. */
  readonly exemption?: Approval;
}

/** How often a policy reached each verdict. */
export interface PolicyCount {
  readonly policy: PolicyMetadata;
  readonly level: Level;
  readonly compliant: number;
  readonly violation: number;
  readonly undetermined: number;
  readonly exempted: number;
  /** 1 when the policy found nothing to judge, or only subjects that declare to accept the loss; else 0. */
  readonly notApplicable: number;
}

/** The stack that a report is about. */
export interface ReportedStack {
  readonly project: string;
  readonly name: string;
  readonly source: StackSource;
  /** The ids of the accounts that what was judged is of, as far as the provider answered them. */
  readonly accounts: readonly string[];
}

/** A level or a setting that the user's configuration changes from its default. */
export interface ReportedSetting {
  /** As a user finds it: `all`, `no-public-admin-port.enforcementLevel`, `pack-settings.readings.A1`. */
  readonly name: string;
  /** As it is written. */
  readonly value: unknown;
  /** `null` where there is none. */
  readonly default: unknown;
  /** The names of the policies whose verdicts it may change, and the clauses that it reads otherwise. */
  readonly touches: readonly string[];
}

/** All that a check found, in no format and no language yet. */
export interface Report {
  readonly stack: ReportedStack;
  readonly findings: readonly ReportedFinding[];
  readonly policies: readonly PolicyCount[];
  readonly ledger: Ledger;
  readonly evidence: readonly EvidenceLine[];
  readonly resilience: Resilience;
  readonly limits: readonly Text[];
  /** The exemptions that expire soon, a sentence each. */
  readonly notices: readonly Text[];
  /** What tags and settings leave out of the judgement. */
  readonly leftOut: readonly LeftOut[];
  readonly summary: Summary;
  /** Whether no policy had anything to look at. */
  readonly isEmpty: boolean;
  /** The edition of the convention, and the attestation in force. */
  readonly edition: readonly Text[];
  /** The file with the configuration, where there is one. */
  readonly config: string | undefined;
  /** The levels and settings that the configuration changes, exemptions apart. */
  readonly settings: readonly ReportedSetting[];
}

/** How many resources were checked, and how many findings of each kind there are. */
export interface Summary {
  /** How many resources the stack has. */
  readonly resources: number;
  /** Violations that make Pulumi stop. */
  readonly mandatory: number;
  readonly advisory: number;
  readonly undetermined: number;
  readonly exempted: number;
  /** How many exemptions the configuration holds, whether they accept anything or not. */
  readonly exemptions: number;
}

/** What a report is made from. */
export interface ReportInput {
  readonly stack: ReportedStack;
  /** How many resources the stack has. */
  readonly resources: number;
  /** The policies that are not disabled, in the order they are reported. */
  readonly policies: readonly { readonly policy: PolicyMetadata; readonly level: Level }[];
  /** What these policies say of their subjects. */
  readonly outcomes: readonly Outcome[];
  readonly ledger: Ledger;
  readonly resilience: Resilience;
  readonly limits: readonly Text[];
  /** The exemptions that expire soon. */
  readonly notices: readonly Text[];
  readonly leftOut: readonly LeftOut[];
  readonly isEmpty: boolean;
  readonly edition: readonly Text[];
  readonly config: string | undefined;
  readonly settings: readonly ReportedSetting[];
  /** How many exemptions the configuration holds. */
  readonly exemptions: number;
}

/** Puts what was found in a fixed order: by policy, then by urn and path. */
export function makeReport(input: ReportInput): Report {
  const { resources, policies, outcomes, exemptions, ...rest } = input;
  const findings: ReportedFinding[] = [];
  const evidence: EvidenceLine[] = [];
  const counts: PolicyCount[] = [];
  for (const { policy, level } of policies) {
    const own = outcomes.filter((outcome) => outcome.policy.name === policy.name);
    const graded = own.map((outcome) => ({ outcome, grade: gradeOf(outcome) }));
    findings.push(...graded.flatMap(({ outcome, grade }) => listFindings(outcome, level, grade)).sort(compareFindings));
    evidence.push(...graded.flatMap(({ outcome: { subject }, grade }) => (grade ? { policy, subject, grade } : [])));
    counts.push(countVerdicts(policy, level, own));
  }
  return { ...rest, findings, policies: counts, evidence, summary: summarize(resources, exemptions, findings) };
}

/** What a report says of one subject: its violations, or that it is undetermined; then what is exempted. */
function listFindings(outcome: Outcome, level: Level, evidence: Grade | undefined): ReportedFinding[] {
  const { policy, subject } = outcome;
  const common = { policy, level, position: subject.resource.position, evidence };
  const violations = outcome.verdict === "violation" ? outcome.findings : [];
  const exempted = "exempted" in outcome ? outcome.exempted : [];
  const [reason] = outcome.verdict === "undetermined" ? outcome.reasons : [];
  return [
    ...violations.map((finding) => ({ ...common, verdict: "violation" as const, ...describeFinding(policy, finding) })),
    ...(reason ? [{ ...common, verdict: "undetermined" as const, ...describeReason(policy, reason, subject) }] : []),
    ...exempted.map(({ finding, exemption }) => ({
      ...common,
      verdict: "exempted" as const,
      ...describeFinding(policy, finding),
      exemption,
    })),
  ];
}

function describeFinding(policy: PolicyMetadata, finding: Finding) {
  const { subject, path, message, clauses = policy.clauses, fix } = finding;
  return {
    clauses,
    subject,
    path,
    message: formatFact(finding),
    fix: fix ?? policy.remediation,
    hasOwnFix: fix !== undefined,
    identity: `${message.id} ${JSON.stringify(message.data)}`,
    fingerprint: fingerprint(policy.name, finding),
  };
}

function describeReason(policy: PolicyMetadata, reason: Reason, subject: Subject) {
  return {
    subject,
    path: reason.path,
    message: formatReason(reason, subject),
    identity: "",
    clauses: policy.clauses,
    hasOwnFix: false,
    fix: findReasonFix(reason) ?? policy.remediation,
    fingerprint: undeterminedFingerprint(policy.name, subject, reason),
  };
}

function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compare(a.subject.resource.urn, b.subject.resource.urn) ||
    compare(a.path, b.path) ||
    compare(a.identity, b.identity)
  );
}

function countVerdicts(policy: PolicyMetadata, level: Level, outcomes: readonly Outcome[]): PolicyCount {
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

function summarize(resources: number, exemptions: number, findings: readonly ReportedFinding[]): Summary {
  const violations = findings.filter(({ verdict }) => verdict === "violation");
  const mandatory = violations.filter(({ level }) => isBlocking(level)).length;
  return {
    resources,
    mandatory,
    advisory: violations.length - mandatory,
    undetermined: findings.filter(({ verdict }) => verdict === "undetermined").length,
    exempted: findings.filter(({ verdict }) => verdict === "exempted").length,
    exemptions,
  };
}

/** Whether Pulumi stops at a violation of this level; at one that it would otherwise remedy, it does here. */
export function isBlocking(level: Level): boolean {
  return level === "mandatory" || level === "remediate";
}

/** The clauses that violations touch, exempted ones included, in the order of the findings. */
export function listTouchedClauses({ findings }: Report): ClauseId[] {
  const touched = findings.filter(({ verdict }) => verdict !== "undetermined").flatMap(({ clauses }) => clauses);
  return [...new Set(touched)];
}

/** How a report names each level. */
export const LEVEL_NAMES: Readonly<Record<Level, Text>> = {
  mandatory: { en: "mandatory", fr: "bloquante" },
  advisory: { en: "advisory", fr: "non bloquante" },
  disabled: { en: "disabled", fr: "désactivée" },
  remediate: { en: "mandatory", fr: "bloquante" },
};

/** How a report names each severity. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  critical: { en: "critical", fr: "critique" },
  high: { en: "high", fr: "élevée" },
  medium: { en: "medium", fr: "moyenne" },
  low: { en: "low", fr: "faible" },
};
