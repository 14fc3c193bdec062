import { type Asset, subregionsOf, Vm } from "../outscale";
import {
  type CommitmentLine,
  formatFact,
  formatReason,
  type Judgement,
  type LedgerReason,
  type Outcome,
  policyNames,
  type Reason,
} from "../policy";
import type { Resource, Subject } from "../stack";
import { formatList, type Text } from "../text";

/** Why a condition stands as it does. */
export interface Because {
  readonly texts: readonly Text[];
  /** How many reasons more there are, which name what the page is not about. */
  readonly withheld: number;
}

/** A fact, and the resources that it names. */
interface Fact {
  readonly text: Text;
  readonly names: readonly Resource[];
}

/**
 * Says what decides a line of the ledger: what its policies find, or what is missing where they find nothing.
 * @param isShown whether the page may name a resource; the parts of the asset itself it always may, but for those of a Net,
 * which are of several tiers
 */
export function explainLine(
  line: CommitmentLine,
  asset: Asset,
  judgement: Judgement,
  isShown: (resource: Resource) => boolean,
): Because {
  const own = new Set(asset.kind === "net" ? [] : asset.parts.map(({ urn }) => urn));
  const facts = removeDoubles(listFacts(line, judgement));
  const mayBeSaid = ({ names }: Fact) => names.every((each) => own.has(each.urn) || !isMachine(each) || isShown(each));
  const said = facts.filter(mayBeSaid).map(({ text }) => text);
  const withheld = facts.filter((fact) => !mayBeSaid(fact));
  const lacks = withheld.length === 0 ? [] : listLacksOfNet(line, asset, withheld);
  return lacks.length > 0 ? { texts: [...lacks, ...said], withheld: 0 } : { texts: said, withheld: withheld.length };
}

/** What a Net lacks, in words that name none of its VMs. */
function listLacksOfNet({ remedy }: CommitmentLine, { kind }: Asset, withheld: readonly Fact[]): Text[] {
  if (kind !== "net") return [];
  const lacks = (remedy?.changes ?? []).map(({ fact }) => fact);
  return lacks.filter((lack) => !withheld.some(({ text }) => lack.en.includes(text.en)));
}

/** A page that is about one tier names no VM of another. */
function isMachine({ type }: Resource): boolean {
  return (Vm.types as readonly string[]).includes(type);
}

/** Several policies may say the same, such as what is not known. */
function removeDoubles(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.text.en, fact])).values()];
}

/** What decides a line, policy by policy. */
function listFacts(line: CommitmentLine, judgement: Judgement): Fact[] {
  const said = line.reasons.flatMap((reason) => listOutcomes(reason, judgement));
  const facts = policyNames(line.reasons).flatMap((policy) => {
    const found = line.reasons.filter((reason) => reason.policy.name === policy);
    const findings = found.flatMap((reason) => listOutcomes(reason, judgement).flatMap(listSaid));
    return findings.length > 0 ? findings : listLacks(line, policy, judgement);
  });
  // A finding that is certain, and decides nothing for certain, leaves open whether anything hangs on it.
  const isOpen =
    line.status === "undetermined" && said.length > 0 && said.every(({ verdict }) => verdict === "violation");
  return isOpen ? [...facts, { text: NOT_KNOWN_TO_HANG, names: [] }] : facts;
}

const NOT_KNOWN_TO_HANG: Text = {
  en: "Whether the commitment hangs on it is not known.",
  fr: "Rien ne dit si l'engagement en dépend.",
};

/** What a policy says of a subject. */
function listOutcomes({ policy, subject }: LedgerReason, judgement: Judgement): Outcome[] {
  return judgement.policies
    .filter(({ name }) => name === policy.name)
    .flatMap((each) => judgement.outcomesAbout(each, subject));
}

function listSaid(outcome: Outcome): Fact[] {
  const { subject } = outcome;
  const names = membersOf(subject);
  switch (outcome.verdict) {
    case "violation":
      return outcome.findings.map((found) => ({ text: formatFact(found), names }));
    case "exempted":
      return outcome.exempted.map(({ finding }) => ({ text: formatFact(finding), names }));
    case "accepted":
      return [{ text: outcome.why.text, names }];
    case "undetermined":
      return outcome.reasons.map((reason) => ({
        text: formatReason(reason, subject),
        names: namesIn(reason) ?? names,
      }));
    default:
      return [];
  }
}

function membersOf({ resource, related }: Subject): readonly Resource[] {
  return related.length > 0 ? related : [resource];
}

/** The resources that a reason names; the policy's own doubts are about its subject. */
function namesIn(reason: Reason): readonly Resource[] | undefined {
  return "doubt" in reason ? undefined : [reason.resource, ...reason.candidates];
}

/** What is missing where a policy finds nothing: its condition asks for more than the policy itself. */
function listLacks({ remedy, reasons }: CommitmentLine, policy: string, judgement: Judgement): Fact[] {
  const changes = (remedy?.changes ?? []).filter((change) => change.policy.name === policy);
  if (changes.length > 0) return changes.map(({ fact, subject }) => ({ text: fact, names: membersOf(subject) }));
  const isDisabled = reasons.some((reason) => reason.policy.name === policy && !judgement.isEnabled(reason.policy));
  const { region } = judgement.system.settings;
  return [{ text: isDisabled ? describeDisabled(policy) : describeAsked(subregionsOf(region)), names: [] }];
}

function describeDisabled(policy: string): Text {
  return {
    en: `nothing confirms it, for ${policy} is disabled`,
    fr: `rien ne le confirme, car ${policy} est désactivée`,
  };
}

function describeAsked(subregions: readonly string[]): Text {
  const where = formatList(subregions);
  return {
    en: `the condition reads Subregions ${where.en}, and nothing shows an equivalent in each`,
    fr: `la condition porte sur les Sous-régions ${where.fr}, et rien ne montre un équivalent dans chacune`,
  };
}
