import type { Conclusion, ConditionStatus, ConditionVerdict, Equivalents } from "../../proof";
import type { ClauseId } from "../../contract";
import { formatAsset } from "../../policy";
import { formatCount, pluralize, type Text } from "../../text";
import { COLON, type PageLines, type Say, wrapText } from "../page";
import type { ProofStyle } from "./resource-text";

/** Writes how the conditions of claims stand, thing by thing, with what is equivalent to it by id. */
export function formatConclusions(conclusions: readonly Conclusion[], style: ProofStyle): PageLines {
  if (conclusions.length === 0) return [];
  return [style.say(TITLE), ...conclusions.flatMap((conclusion) => formatConclusion(conclusion, style))];
}

function formatConclusion({ asset, star, support, equivalents }: Conclusion, style: ProofStyle): PageLines {
  const { say } = style;
  return [
    `  ${say(formatAsset(asset))}`,
    ...star.flatMap((verdict) => formatVerdict("GEN.asterisk", verdict.commitments, verdict, style)),
    ...formatVerdict("SLA10.zones", ["SLA10.sev1-3"], support, style),
    ...equivalents.flatMap((group) => wrapText(formatEquivalents(group, say), 6)),
  ];
}

/** A condition, the commitments that hang on it, how it stands, and why. */
function formatVerdict(
  clause: ClauseId,
  commitments: readonly string[],
  verdict: ConditionVerdict,
  style: ProofStyle,
): PageLines {
  const { say } = style;
  return wrapText(`${clause} (${commitments.join(" ")})${say(COLON)} ${formatStanding(verdict, style)}`, 4);
}

function formatStanding({ status, because, withheld }: ConditionVerdict, { say, isPlan }: ProofStyle): string {
  const how = say(isPlan ? (PLANNED[status] ?? STATUSES[status]) : STATUSES[status]);
  if (status === "fulfilled" || status === "first half fulfilled") {
    const notes = because.length === 0 ? "" : `${say(THOUGH)} ${because.map(say).join(", ")}`;
    return `${how}${notes}${status === "fulfilled" ? "" : say(SECOND_HALF)}`;
  }
  const why = [...because.map(say), ...(withheld > 0 ? [say(formatWithheld(withheld))] : [])];
  const [first = ""] = why;
  if (first === "") return how;
  // A phrase goes on after a colon; a sentence stands for itself.
  return isSentence(first)
    ? joinSentences([how, ...why])
    : joinSentences([`${how}${say(COLON)} ${first}`, ...why.slice(1)]);
}

/** Whether a text begins as a sentence does, be it with a name in quotes. */
function isSentence(text: string): boolean {
  return /^[\p{Lu}\p{N}`"«]/u.test(text);
}

/** Puts texts one after another, each but the first with a capital, each but the last with an end. */
function joinSentences(texts: readonly string[]): string {
  return texts
    .map((text, index) => (index === 0 ? text : text.charAt(0).toUpperCase() + text.slice(1)))
    .map((text, index) => (index === texts.length - 1 || /[.!?]$/.test(text) ? text : `${text}.`))
    .join(" ");
}

function formatWithheld(number: number): Text {
  const many = formatCount(number, REASON, REASONS);
  const [be, what] = [
    pluralize(number, IS, ARE),
    { en: "what is not on this page", fr: "ce qui n'est pas sur cette page" },
  ];
  return { en: `${many.en} ${be.en} about ${what.en}.`, fr: `${many.fr} ${be.fr} sur ${what.fr}.` };
}

/** `Equivalent (tinav6.c2r4p2): i-1 web-a (cloudgouv-eu-west-1a), ...`. */
function formatEquivalents({ capacity, members }: Equivalents, say: Say): string {
  const names = members.map(({ id, name, subregion }) => {
    const known = id === undefined || id === name ? name : `${id} ${name}`;
    return `${known} (${subregion})`;
  });
  const what = members.length > 1 ? EQUIVALENT : ALONE;
  return `${say(what)}${capacity === "" ? "" : ` (${capacity})`}${say(COLON)} ${names.join(", ")}`;
}

const TITLE: Text = { en: "Conclusion", fr: "Conclusion" };
const THOUGH: Text = { en: "; but", fr: " ; mais" };
const REASON: Text = { en: "reason", fr: "raison" };
const REASONS: Text = { en: "reasons", fr: "raisons" };
const IS: Text = { en: "is", fr: "porte" };
const ARE: Text = { en: "are", fr: "portent" };
const EQUIVALENT: Text = { en: "equivalent", fr: "équivalents" };
const ALONE: Text = { en: "without an equivalent", fr: "sans équivalent" };
const SECOND_HALF: Text = {
  en: "; the second, that Outscale could not restore the service, is not shown here",
  fr: " ; la seconde, qu'Outscale n'a pas pu rétablir le service, n'est pas montrée ici",
};
const STATUSES: Readonly<Record<ConditionStatus, Text>> = {
  fulfilled: { en: "condition fulfilled", fr: "condition remplie" },
  "first half fulfilled": {
    en: "first half fulfilled (equivalents were deployed)",
    fr: "première moitié remplie (des équivalents étaient déployés)",
  },
  "not fulfilled": { en: "condition not fulfilled", fr: "condition non remplie" },
  undetermined: { en: "undetermined", fr: "indéterminé" },
  "not claimed": { en: "not claimed", fr: "non réclamé" },
  "not asked": { en: "not asked, by the reading chosen", fr: "non demandé, selon la lecture choisie" },
};
/** What is said otherwise of what is not deployed yet. */
const PLANNED: Partial<Readonly<Record<ConditionStatus, Text>>> = {
  fulfilled: { en: "condition fulfilled as planned", fr: "condition remplie telle que prévue" },
  "first half fulfilled": {
    en: "first half fulfilled as planned (equivalents would be deployed)",
    fr: "première moitié remplie telle que prévue (des équivalents seraient déployés)",
  },
};
