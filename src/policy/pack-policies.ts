import { type Stack, stackSubject } from "../stack";
import { formatCount, formatList, type Text } from "../text";
import type { Exempted, Outcome } from "./evaluate";
import { type Exemption, exemptionFault, isForStack, listExempted, matchesAsOfOld } from "./exemption";
import { type Finding, finding } from "./finding";
import { fingerprint } from "./fingerprint";
import { formatForfeits } from "./ledger/forfeit-text";
import type { CommitmentLine } from "./ledger/ledger";
import { fillMessages, type Message } from "./message";
import type { PolicyMetadata } from "./policy";
import type { Unseen } from "../outscale/inventory/unread";

/** Judges the exemptions themselves: one that is expired, too long, stale or forbidden is a violation of its own. */
export const exemptionsAreValid: PolicyMetadata = {
  name: "exemptions-are-valid",
  clauses: [],
  ground: "good practice",
  severity: "high",
  level: "mandatory",
  title: { en: "Exemptions hold and are needed", fr: "Les dérogations sont valables et utiles" },
  why: {
    en: "An exemption accepts a risk in writing, for a time; one that no longer holds accepts nothing.",
    fr: "Une dérogation accepte un risque par écrit et pour une durée limitée ; celle qui n'est plus valable n'accepte rien.",
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
  ground: "good practice",
  severity: "low",
  level: "advisory",
  title: { en: "Every verdict is known", fr: "Tous les verdicts sont connus" },
  why: {
    en: "What is not known yet may turn out to be a violation once it is deployed.",
    fr: "Ce qui n'est pas encore connu peut se révéler une violation une fois déployé.",
  },
  remediation: {
    en: "Do what each undetermined verdict asks for: a tag, a value written as a literal or a reference, another stack given with it; or check the stack once it is deployed.",
    fr: "Faites ce que demande chaque verdict indéterminé : un tag, une valeur écrite littéralement ou par référence, une autre stack donnée avec celle-ci ; ou vérifiez la stack une fois déployée.",
  },
};

/** Sums up what the violations cost, so that it is read before the deployment and not after the incident. */
export const commitmentsAreEnforceable: PolicyMetadata = {
  name: "commitments-are-enforceable",
  clauses: [],
  ground: "good practice",
  severity: "high",
  level: "advisory",
  title: { en: "Every commitment can be claimed", fr: "Tous les engagements sont opposables" },
  why: {
    en: "What is forfeited cannot be claimed from Outscale, however long its own service is down.",
    fr: "Ce qui est perdu ne peut être réclamé à Outscale, quelle que soit la durée de sa propre panne.",
  },
  remediation: {
    en: "Mend what the report of `check` names for each of them; `explain <clause>` says what a commitment asks for.",
    fr: "Corrigez ce que le rapport de `check` nomme pour chacun ; `explain <clause>` dit ce qu'un engagement demande.",
  },
};

/** The policies about the judgement itself, in the order they speak. */
export const PACK_POLICIES: readonly PolicyMetadata[] = [
  exemptionsAreValid,
  verdictsAreKnown,
  commitmentsAreEnforceable,
];

/**
 * Judges the exemptions that are for this stack: whether each holds today, matches a violation, names it by its facts, and
 * is from a policy that accepts exemptions.
 * @param outcomes what every policy says, whatever its level
 */
export function judgeExemptions(
  stack: Stack,
  outcomes: readonly Outcome[],
  exemptions: readonly Exemption[],
  today: string,
): Outcome {
  const subject = stackSubject(stack);
  const findings = exemptions.flatMap((exemption, index) => {
    if (!isForStack(exemption, stack.facts)) return [];
    const { policy, subject: of, expires } = exemption;
    const renewed = listRenewed(exemption, outcomes);
    const fault = findFault(exemption, { outcomes, renewed, today });
    if (!fault) return [];
    return [
      finding(subject, MESSAGES.invalid({ policy, of, fault, expires, renewed }), `exemptions[${String(index)}]`),
    ];
  });
  return { policy: exemptionsAreValid, subject, ...violationOrCompliant(findings) };
}

/** What an exemption is judged by. @param renewed the fingerprints that what it names by an old one has now */
interface ExemptionContext {
  readonly outcomes: readonly Outcome[];
  readonly renewed: readonly string[];
  readonly today: string;
}

function findFault(exemption: Exemption, { outcomes, renewed, today }: ExemptionContext): Fault | undefined {
  if (PACK_POLICIES.some(({ name }) => name === exemption.policy)) return "forbidden";
  const fault = exemptionFault(exemption, today);
  if (fault !== undefined) return fault;
  const matched = listMatched(exemption, outcomes);
  if (matched.length === 0) return renewed.length > 0 ? "of the old kind" : "stale";
  return new Set(matched).size > 1 ? "of several" : undefined;
}

/** What was not seen leaves the verdicts about the stack open, one for each. */
export function listUnseenVerdicts(stack: Stack, unseen: readonly Unseen[]): Outcome[] {
  const subject = stackSubject(stack);
  return unseen.map(({ id, text }) => ({
    policy: verdictsAreKnown,
    subject: { ...subject, path: id },
    verdict: "undetermined",
    reasons: [{ doubt: MESSAGES.unseen({ id, text }), path: "" }],
    exempted: [],
  }));
}

/**
 * Judges whether every verdict is known.
 * @param outcomes what the policies say that are reported
 * @param unseen what of the program was not seen
 */
export function judgeVerdicts(stack: Stack, outcomes: readonly Outcome[], unseen: readonly Unseen[]): Outcome {
  const subject = stackSubject(stack);
  const counts = new Map<string, number>();
  for (const { policy, verdict } of [...outcomes, ...listUnseenVerdicts(stack, unseen)]) {
    if (verdict === "undetermined") counts.set(policy.name, (counts.get(policy.name) ?? 0) + 1);
  }
  const policies = [...counts].map(([name, count]) => ({ name, count }));
  const findings = policies.length === 0 ? [] : [finding(subject, MESSAGES.undetermined({ policies }))];
  return { policy: verdictsAreKnown, subject, ...violationOrCompliant(findings) };
}

/**
 * Judges whether every commitment can be claimed.
 * @param lines the lines of the ledger about commitments
 */
export function judgeCommitments(stack: Stack, lines: readonly CommitmentLine[]): Outcome {
  const subject = stackSubject(stack);
  const forfeited = lines.filter(({ status }) => status === "forfeited");
  const findings = forfeited.length === 0 ? [] : [finding(subject, forfeitedMessage(forfeited))];
  return { policy: commitmentsAreEnforceable, subject, ...violationOrCompliant(findings) };
}

function violationOrCompliant(findings: readonly Finding[]) {
  const exempted: readonly Exempted[] = [];
  return findings.length > 0
    ? ({ verdict: "violation", findings, exempted } as const)
    : ({ verdict: "compliant" } as const);
}

/** Whether an exemption matches a violation, exempted or not. */
export function isNeeded(exemption: Exemption, outcomes: readonly Outcome[]): boolean {
  return listMatched(exemption, outcomes).length > 0;
}

/** The urns of what an exemption matches a violation of. */
function listMatched(exemption: Exemption, outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => listExempted(exemption, listFindings(outcome), outcome.policy));
}

/** The fingerprints that the findings have which an exemption names by an old one. */
function listRenewed(exemption: Exemption, outcomes: readonly Outcome[]): string[] {
  if (exemption.fingerprint === undefined) return [];
  const renewed = outcomes.flatMap((outcome) =>
    listFindings(outcome)
      .filter((each) => matchesAsOfOld(exemption, each, outcome.policy))
      .map((each) => fingerprint(outcome.policy.name, each)),
  );
  return [...new Set(renewed)];
}

/** The violations of an outcome, and those that exemptions accept. */
function listFindings(outcome: Outcome): readonly Finding[] {
  const violations = outcome.verdict === "violation" ? outcome.findings : [];
  const exempted = "exempted" in outcome ? outcome.exempted.map((each) => each.finding) : [];
  return [...violations, ...exempted];
}

function forfeitedMessage(lines: readonly CommitmentLine[]): Message {
  const data = lines.map(({ commitment, asset, reasons }) => ({
    ...{ clause: commitment.clause, kind: asset?.kind, name: asset?.name },
    policies: reasons.map(({ policy }) => policy.name),
  }));
  return { id: "forfeited", data, text: formatForfeits(lines) };
}

/** Why an exemption does not hold. */
type Fault = "forbidden" | "stale" | "of the old kind" | "of several" | "expired" | "too far";

/** The data of the message about an exemption that does not hold. */
interface InvalidExemption {
  readonly policy: string;
  readonly of: string;
  readonly fault: Fault;
  readonly expires: string;
  /** The fingerprints that what it names has now. */
  readonly renewed: readonly string[];
}

const FAULTS: Readonly<Record<Fault, (exemption: InvalidExemption) => Text>> = {
  forbidden: () => ({ en: "this policy accepts none", fr: "cette politique n'en accepte aucune" }),
  stale: () => ({ en: "it matches no violation", fr: "elle ne correspond à aucune violation" }),
  "of the old kind": ({ renewed }) => {
    const { en, fr } = formatList(renewed.map((each) => `\`${each}\``));
    return {
      en: `its fingerprint is of the old kind, which held no facts; what it was for now has ${en}`,
      fr: `son empreinte est de l'ancien type, qui ne contenait aucun fait ; ce qu'elle visait a maintenant ${fr}`,
    };
  },
  "of several": () => ({
    en: "several resources have that name: give the urn of the one it is for",
    fr: "plusieurs ressources portent ce nom : donnez l'urn de celle qu'elle vise",
  }),
  expired: ({ expires }) => ({ en: `it expired on ${expires}`, fr: `elle a expiré le ${expires}` }),
  "too far": ({ expires }) => ({
    en: `${expires} is more than one year away`,
    fr: `${expires} est à plus d'un an`,
  }),
};

const MESSAGES = fillMessages({
  invalid: (exemption: InvalidExemption) => {
    const { policy, of, fault } = exemption;
    const why = FAULTS[fault](exemption);
    return {
      en: `The exemption from ${policy} for "${of}" does not hold: ${why.en}.`,
      fr: `La dérogation à ${policy} pour "${of}" n'est pas valable : ${why.fr}.`,
    };
  },
  unseen: ({ text }: Unseen) => text,
  undetermined: ({ policies }: { readonly policies: readonly { readonly name: string; readonly count: number }[] }) => {
    const total = policies.reduce((sum, { count }) => sum + count, 0);
    const names = formatList(policies.map(({ name, count }) => `${name} (${String(count)})`));
    const verdicts = formatCount(
      total,
      { en: "verdict is undetermined", fr: "verdict est indéterminé" },
      { en: "verdicts are undetermined", fr: "verdicts sont indéterminés" },
    );
    return { en: `${verdicts.en}: ${names.en}.`, fr: `${verdicts.fr} : ${names.fr}.` };
  },
});
