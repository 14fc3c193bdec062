import { type Stack, stackSubject } from "../stack";
import { formatList, type Text } from "../text";
import type { Exempted, Outcome } from "./evaluate";
import { type Exemption, exemptionFault, matches } from "./exemption";
import { type Finding, finding } from "./finding";
import { forfeitText } from "./ledger/forfeit-text";
import type { CommitmentLine } from "./ledger/ledger";
import type { PolicyMetadata } from "./policy";

/** Judges the exemptions themselves: one that is expired, too long, stale or forbidden is a violation of its own. */
export const exemptionsAreValid: PolicyMetadata = {
  name: "exemptions-are-valid",
  clauses: [],
  severity: "high",
  level: "mandatory",
  title: { en: "Exemptions hold and are needed", fr: "Les dérogations sont valables et utiles" },
  why: {
    en: "An exemption accepts a risk in writing, for a time; one that no longer holds accepts nothing.",
    fr: "Une dérogation accepte un risque par écrit et pour un temps ; celle qui n'est plus valable n'accepte rien.",
  },
  remediation: {
    en: "Remove it from `pack-settings.exemptions`, or have it approved again with an expiry at most one year away.",
    fr: "Retirez-la de `pack-settings.exemptions`, ou faites-la approuver à nouveau avec une échéance d'un an au plus.",
  },
};

/** Sums up what could not be decided, so that a team may decide to be stopped by it. */
export const verdictsAreKnown: PolicyMetadata = {
  name: "verdicts-are-known",
  clauses: [],
  severity: "low",
  level: "advisory",
  title: { en: "Every verdict is known", fr: "Tous les verdicts sont connus" },
  why: {
    en: "What is not known yet may turn out to be a violation once it is deployed.",
    fr: "Ce qui n'est pas encore connu peut se révéler une violation une fois déployé.",
  },
  remediation: {
    en: "Write the values in the program as literals or references, or check the stack once it is deployed.",
    fr: "Écrivez les valeurs dans le programme, en clair ou par référence, ou vérifiez la pile une fois déployée.",
  },
};

/** Sums up what the violations cost, so that it is read before the deployment and not after the incident. */
export const commitmentsAreEnforceable: PolicyMetadata = {
  name: "commitments-are-enforceable",
  clauses: [],
  severity: "high",
  level: "advisory",
  title: { en: "Every commitment can be claimed", fr: "Tous les engagements peuvent être réclamés" },
  why: {
    en: "What is forfeited cannot be claimed from Outscale, however long its own service is down.",
    fr: "Ce qui est perdu ne peut être réclamé à Outscale, quelle que soit la durée de sa propre panne.",
  },
  remediation: {
    en: "Correct what the named policies found; `explain <clause>` says what a commitment asks for.",
    fr: "Corrigez ce que les politiques nommées ont trouvé ; `explain <clause>` dit ce qu'un engagement demande.",
  },
};

/** The policies about the judgement itself, in the order they speak. */
export const PACK_POLICIES: readonly PolicyMetadata[] = [
  exemptionsAreValid,
  verdictsAreKnown,
  commitmentsAreEnforceable,
];

/** @param outcomes of every policy, whatever its level */
export function judgeExemptions(
  stack: Stack,
  outcomes: readonly Outcome[],
  exemptions: readonly Exemption[],
  today: string,
): Outcome {
  const subject = stackSubject(stack);
  const findings = exemptions.flatMap((exemption, index) => {
    const fault = PACK_POLICIES.some(({ name }) => name === exemption.policy)
      ? FORBIDDEN
      : (exemptionFault(exemption, today) ?? (isNeeded(exemption, outcomes) ? undefined : STALE));
    if (!fault) return [];
    return [finding(subject, faultText(exemption, fault), `exemptions[${String(index)}]`)];
  });
  return { policy: exemptionsAreValid, subject, ...violationOrCompliant(findings) };
}

/** @param outcomes of the policies that are not disabled */
export function judgeVerdicts(stack: Stack, outcomes: readonly Outcome[]): Outcome {
  const subject = stackSubject(stack);
  const counts = new Map<string, number>();
  for (const { policy, verdict } of outcomes) {
    if (verdict === "undetermined") counts.set(policy.name, (counts.get(policy.name) ?? 0) + 1);
  }
  const findings = counts.size === 0 ? [] : [finding(subject, undecidedText(counts))];
  return { policy: verdictsAreKnown, subject, ...violationOrCompliant(findings) };
}

/** @param lines the ledger's */
export function judgeCommitments(stack: Stack, lines: readonly CommitmentLine[]): Outcome {
  const subject = stackSubject(stack);
  const forfeited = lines.filter(({ status }) => status === "forfeited");
  const findings = forfeited.length === 0 ? [] : [finding(subject, forfeitText(forfeited))];
  return { policy: commitmentsAreEnforceable, subject, ...violationOrCompliant(findings) };
}

function violationOrCompliant(findings: readonly Finding[]) {
  const exempted: readonly Exempted[] = [];
  return findings.length > 0
    ? ({ verdict: "violation", findings, exempted } as const)
    : ({ verdict: "compliant" } as const);
}

const FORBIDDEN: Text = { en: "this policy accepts none", fr: "cette politique n'en accepte aucune" };
const STALE: Text = { en: "it matches no violation", fr: "elle ne correspond à aucune violation" };

function isNeeded(exemption: Exemption, outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => {
    const violations = outcome.verdict === "violation" ? outcome.findings : [];
    const exempted = "exempted" in outcome ? outcome.exempted.map((each) => each.finding) : [];
    return [...violations, ...exempted].some((each) => matches(exemption, each, outcome.policy));
  });
}

function faultText({ policy, subject }: Exemption, fault: Text): Text {
  return {
    en: `The exemption from ${policy} for "${subject}" does not hold: ${fault.en}.`,
    fr: `La dérogation à ${policy} pour "${subject}" n'est pas valable : ${fault.fr}.`,
  };
}

function undecidedText(counts: ReadonlyMap<string, number>): Text {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const policies = formatList([...counts].map(([name, count]) => `${name} (${String(count)})`));
  return total === 1
    ? { en: `1 verdict is undetermined: ${policies.en}.`, fr: `1 verdict est indéterminé : ${policies.fr}.` }
    : {
        en: `${String(total)} verdicts are undetermined: ${policies.en}.`,
        fr: `${String(total)} verdicts sont indéterminés : ${policies.fr}.`,
      };
}
