import { budgetMinutes, CLAUSES } from "../../contract";
import {
  type Approval,
  type CommitmentLine,
  type DutyLine,
  type EvidenceLine,
  type LedgerReason,
  policyPage,
  type Remedy,
} from "../../policy";
import type { Asset } from "../../outscale";
import type { Loss, LossAnswer, Resilience } from "../../resilience";
import { makeUrn, ROOT_TYPE, shortType, type Subject } from "../../stack";
import { formatJson, type Language } from "../../text";
import type { PolicyCount, Report, ReportedFinding } from "./report";

/** Writes the report for machines; the form of the document is fixed by `schemaVersion`. */
export function formatJsonReport(report: Report, language: Language): string {
  const { stack, findings, policies, ledger, evidence, resilience, limits, summary, isEmpty } = report;
  const document = {
    schemaVersion: 2,
    stack,
    configuration: report.config ?? null,
    settings: report.settings,
    findings: findings.map((finding) => formatFinding(finding, language)),
    policies: policies.map(formatPolicy),
    commitments: ledger.commitments.map((line) => formatCommitment(line, stack, language)),
    duties: ledger.duties.map((line) => formatDuty(line, language)),
    evidence: evidence.map(formatEvidence),
    resilience: formatResilience(resilience),
    limits: limits.map((limit) => limit[language]),
    notices: report.notices.map((notice) => notice[language]),
    leftOut: report.leftOut.map(({ reason, resources }) => ({
      reason,
      resources: resources.map(({ urn, name }) => ({ urn, name })),
    })),
    edition: report.edition.map((text) => text[language]),
    summary: { ...summary, isEmpty },
  };
  return `${formatJson(document)}\n`;
}

function formatFinding(finding: ReportedFinding, language: Language) {
  const { policy, clauses, level, verdict, subject, path, position, fingerprint, evidence, exemption } = finding;
  return {
    policy: policy.name,
    clauses,
    severity: policy.severity,
    level,
    verdict,
    subject: formatSubject(subject),
    related: subject.related.map(({ urn }) => urn),
    message: finding.message[language],
    why: policy.why[language],
    fix: finding.fix[language],
    url: policyPage(policy.name),
    path,
    position: position ? { file: position.file, line: position.line, column: position.column } : null,
    fingerprint,
    ...(evidence && { evidence }),
    ...(exemption && { exemption: formatApproval(exemption) }),
  };
}

function formatApproval({ reason, owner, approver, expires }: Approval) {
  return { reason, owner, approver, expires };
}

function formatSubject({ kind, resource, name }: Subject) {
  return { kind, urn: resource.urn, type: kind === "tier" || kind === "entry" ? kind : resource.type, name };
}

function formatEvidence({ policy, subject, grade }: EvidenceLine) {
  return { policy: policy.name, subject: formatSubject(subject), path: subject.path, grade };
}

function formatPolicy({ policy, level, compliant, violation, undetermined, exempted, notApplicable }: PolicyCount) {
  const { name, ground } = policy;
  return { name, level, ground, compliant, violation, undetermined, exempted, notApplicable };
}

function formatCommitment(line: CommitmentLine, stack: Report["stack"], language: Language) {
  const { commitment, asset, status, reading, reasons, excluded, notes, remedy } = line;
  return {
    clause: commitment.clause,
    system: asset ? describeAsset(asset) : describeStack(stack),
    status,
    period: CLAUSES[commitment.clause].period ?? null,
    budget: budgetMinutes(commitment.figure) ?? null,
    excluded: excluded.map(
      ({ policy, subject }) => `${shortType(subject.resource.type)} ${subject.name} (${policy.name})`,
    ),
    reading,
    notes: notes.map((note) => note[language]),
    reasons: reasons.map(formatReason),
    ...(remedy && { remedy: formatRemedy(remedy, language) }),
  };
}

function formatRemedy({ changes, others }: Remedy, language: Language) {
  return {
    changes: changes.map((change) => ({ ...formatReason(change), fact: change.fact[language] })),
    others: others.map((other) => other[language]),
  };
}

/** The stack as a whole, of which nothing could claim a commitment. */
function describeStack({ project, name }: Report["stack"]) {
  const root = `${project}-${name}`;
  return { kind: "stack", urn: makeUrn(name, project, undefined, ROOT_TYPE, root), name: root };
}

function formatDuty({ clause, force, asset, status, reasons, left }: DutyLine, language: Language) {
  return {
    clause,
    force,
    ...(asset && { system: describeAsset(asset) }),
    status,
    reasons: reasons.map(formatReason),
    ...(left && { left: left[language] }),
  };
}

function describeAsset({ kind, resource, name }: Asset) {
  return { kind, urn: resource.urn, name };
}

function formatLoss({ tiers, entries, volumes }: Loss) {
  return {
    tiers: tiers.map(({ tier, runs, left, of, findsItsWayOut, reachesItsData }) => ({
      name: tier.name,
      urn: tier.resource.urn,
      runs: formatAnswer(runs),
      left,
      of,
      findsItsWayOut: formatAnswer(findsItsWayOut),
      reachesItsData: formatAnswer(reachesItsData),
    })),
    entries: entries.map(({ entry, answers }) => ({
      name: entry.name,
      urn: entry.resource.urn,
      answers: formatAnswer(answers),
    })),
    volumes: volumes.map(({ volume, isReachable }) => ({
      name: volume.name,
      urn: volume.resource.urn,
      isReachable: formatAnswer(isReachable),
    })),
  };
}

function formatResilience({ estimates, losses, asked }: Resilience) {
  return {
    estimates: estimates.map(({ entry, path, needs, availability = null, forfeited, undetermined }) => ({
      entry: entry.name,
      urn: entry.resource.urn,
      availability,
      path: path.value ?? null,
      calls: needs.called.map(({ name }) => name),
      perhapsCalls: needs.perhaps.map(({ name }) => name),
      forfeited,
      undetermined,
    })),
    losses: losses.map((loss) => ({ subregion: loss.lost.subregions[0] ?? "", ...formatLoss(loss) })),
    without: asked
      ? {
          subregions: asked.lost.subregions,
          lostTiers: asked.lost.tiers.map(({ name }) => name),
          ...formatLoss(asked),
        }
      : null,
  };
}

/** Yes or no; `null` where that is not known. */
function formatAnswer(answer: LossAnswer): boolean | null {
  return answer.value ?? null;
}

function formatReason({ policy, subject }: LedgerReason) {
  return { policy: policy.name, urn: subject.resource.urn };
}
