import {
  type CommitmentLine,
  type DutyLine,
  type EvidenceLine,
  type LedgerReason,
  policyPage,
  systemText,
} from "../../policy";
import type { Answer, Resilience } from "../../resilience";
import type { Subject } from "../../stack";
import type { Language } from "../../text";
import type { PolicyCount, Report, ReportedFinding } from "./report";

/** The report for machines; its shape is fixed by `schemaVersion`. */
export function jsonReport(report: Report, language: Language): string {
  const { stack, findings, policies, ledger, evidence, resilience, limits, summary } = report;
  const document = {
    schemaVersion: 1,
    stack,
    findings: findings.map((finding) => jsonFinding(finding, language)),
    policies: policies.map(jsonPolicy),
    commitments: ledger.commitments.map(jsonCommitment),
    duties: ledger.duties.map(jsonDuty),
    evidence: evidence.map(jsonEvidence),
    resilience: jsonResilience(resilience),
    limits: limits.map((limit) => limit[language]),
    summary,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonFinding(finding: ReportedFinding, language: Language) {
  const { policy, level, verdict, subject, path, position, fingerprint, evidence } = finding;
  return {
    policy: policy.name,
    clauses: policy.clauses,
    severity: policy.severity,
    level,
    verdict,
    subject: jsonSubject(subject),
    related: subject.related.map(({ urn }) => urn),
    message: finding.message[language],
    why: policy.why[language],
    fix: finding.fix[language],
    url: policyPage(policy.name),
    path,
    position: position ? { file: position.file, line: position.line, column: position.column } : null,
    fingerprint,
    ...(evidence && { evidence }),
  };
}

function jsonSubject({ kind, resource, name }: Subject) {
  return { kind, urn: resource.urn, type: kind === "tier" || kind === "entry" ? kind : resource.type, name };
}

function jsonEvidence({ policy, subject, grade }: EvidenceLine) {
  return { policy: policy.name, subject: jsonSubject(subject), path: subject.path, grade };
}

function jsonPolicy({ policy, level, compliant, violation, undetermined, exempted, notApplicable }: PolicyCount) {
  return { name: policy.name, level, compliant, violation, undetermined, exempted, notApplicable };
}

function jsonCommitment({ commitment, system, status, reading, reasons }: CommitmentLine) {
  return {
    clause: commitment.clause,
    system: systemText(system).en,
    status,
    reading,
    reasons: reasons.map(jsonReason),
  };
}

function jsonDuty({ clause, status, reasons }: DutyLine) {
  return { clause, status, reasons: reasons.map(jsonReason) };
}

function jsonResilience({ estimates, losses }: Resilience) {
  return {
    estimates: estimates.map(({ entry, path, availability = null, forfeited, undetermined }) => ({
      entry: entry.name,
      urn: entry.resource.urn,
      availability,
      path: path.value ?? null,
      forfeited,
      undetermined,
    })),
    losses: losses.map(({ subregion, tiers, entries, volumes }) => ({
      subregion,
      tiers: tiers.map(({ tier, runs, left, of, findsItsWayOut, reachesItsData }) => ({
        name: tier.name,
        urn: tier.resource.urn,
        runs: jsonAnswer(runs),
        left,
        of,
        findsItsWayOut: jsonAnswer(findsItsWayOut),
        reachesItsData: jsonAnswer(reachesItsData),
      })),
      entries: entries.map(({ entry, answers }) => ({
        name: entry.name,
        urn: entry.resource.urn,
        answers: jsonAnswer(answers),
      })),
      volumes: volumes.map(({ volume, isReachable }) => ({
        name: volume.name,
        urn: volume.resource.urn,
        isReachable: jsonAnswer(isReachable),
      })),
    })),
  };
}

/** `null` where that is not known. */
function jsonAnswer(answer: Answer): boolean | null {
  return answer.value ?? null;
}

function jsonReason({ policy, subject }: LedgerReason) {
  return { policy: policy.name, urn: subject.resource.urn };
}
