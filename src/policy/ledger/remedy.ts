import type { Commitment } from "../../contract";
import { type Asset, subregionsOf, type System } from "../../outscale";
import { ifKnown, shortType, type Subject } from "../../stack";
import { formatList, joinTexts, type Text } from "../../text";
import type { Outcome } from "../evaluate";
import { type Finding, formatFact } from "../finding";
import { formatReason } from "../reason";
import type { Lack } from "../policy";
import type { Draft } from "./draft";
import { type Change, isClaimable, type LedgerInput, type Remedy } from "./ledger";
import { formatReading } from "./reading-text";
import type { Stance } from "./stances";
import { decideStatus } from "./status";

/** Finds what makes a lost commitment claimable again. Nothing does for a place outside the Region of the convention. */
export function findRemedy(line: Draft, commitment: Commitment, input: LedgerInput): Remedy | undefined {
  if (isPlaceElsewhere(line.asset, input.system)) return undefined;
  const mended = { ...line, stances: line.stances.filter(isKept) };
  const { status, notes, readings } = decideStatus(mended, commitment, input);
  const reading = formatReading(commitment, readings, input.system.settings);
  return {
    changes: dropRepeated(listInTheWay(line).map((stance) => describeChange(stance, line.asset, input))),
    others: isClaimable(status) ? [] : notes.length > 0 ? notes : [describeOpenReading(reading)],
  };
}

function isPlaceElsewhere({ kind, name }: Asset, { settings: { region } }: System): boolean {
  if (kind === "region") return name !== region;
  return kind === "subregion" && !subregionsOf(region).includes(name);
}

/** All that is not kept. What loses only as a whole needs a single part to be kept: the one with the least against it. */
function listInTheWay({ asset, stances, lostParts }: Draft): readonly Stance[] {
  if (!asset.isWhole) return stances.filter((stance) => !isKept(stance));
  const [first = [], ...others] = [...lostParts.values()];
  return others.reduce((least, part) => (part.length < least.length ? part : least), first);
}

function isKept({ effect }: Stance): boolean {
  return effect === "kept";
}

function describeChange(stance: Stance, asset: Asset, input: LedgerInput): Change {
  const { policy, subject, outcome } = stance;
  const lack = ifKnown(() => stance.findMissing());
  const fact = (): Text => {
    if (lack && lack.subregions.length > 0) return describeLack(lack, input.system);
    if (outcome.verdict === "compliant" && !input.isEnabled(policy)) return DISABLED;
    const facts = listFacts(outcome, asset);
    return nameSubject(facts.length > 0 ? joinTexts(facts, " ") : policy.remediation, subject, asset);
  };
  return { policy, subject, fact: fact() };
}

/** Says what a fact is about, where that is not the asset. */
function nameSubject(fact: Text, subject: Subject, asset: Asset): Text {
  if (asset.subject === subject || (asset.parts.length === 1 && asset.resource === subject.resource)) return fact;
  const name = `${shortType(subject.resource.type)} ${subject.name}`;
  return { en: `${name}: ${fact.en}`, fr: `${name} : ${fact.fr}` };
}

/** What an outcome says of an asset. */
function listFacts(outcome: Outcome, asset: Asset): readonly Text[] {
  switch (outcome.verdict) {
    case "violation":
      return pickAbout(outcome.findings, asset).map(formatFact);
    case "exempted":
      return pickAbout(
        outcome.exempted.map(({ finding }) => finding),
        asset,
      ).map(formatFact);
    case "undetermined":
      return outcome.reasons.slice(0, 1).map((reason) => formatReason(reason, outcome.subject));
    case "accepted":
      return [outcome.why.text];
    default:
      return [];
  }
}

/** Those of the findings that are about all of their subject, or about some of it that is of the asset. */
function pickAbout(findings: readonly Finding[], { parts }: Asset): readonly Finding[] {
  return findings.filter(({ of }) => of?.some(({ resource }) => parts.includes(resource)) ?? true);
}

/** One change mends all that a policy says in the same words: it is named once. */
function dropRepeated(changes: readonly Change[]): Change[] {
  const byFact = new Map(changes.map((change) => [`${change.policy.name} ${change.fact.en}`, change]));
  return [...byFact.values()];
}

function describeLack({ what, subregions }: Lack, { settings: { readings } }: System): Text {
  const where = formatList(subregions);
  const fact = { en: `${what.en} in ${where.en}`, fr: `${what.fr} dans ${where.fr}` };
  if (readings.A1 !== "more-than-one") return fact;
  return {
    en: `${fact.en}, where two Subregions are enough`,
    fr: `${fact.fr}, alors que deux Sous-régions suffisent`,
  };
}

function describeOpenReading(reading: string): Text {
  return {
    en: `it then hangs on how Outscale reads the convention (${reading})`,
    fr: `il dépend alors de la façon dont Outscale lit la convention (${reading})`,
  };
}

const DISABLED: Text = {
  en: "the policy is disabled: nothing that it passes counts",
  fr: "la règle est désactivée : rien de ce qu'elle laisse passer ne compte",
};
