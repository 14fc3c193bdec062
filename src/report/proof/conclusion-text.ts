import type { Conclusion, ConditionStatus, ConditionVerdict, Equivalents } from "../../proof";
import type { ClauseId } from "../../contract";
import { formatAsset } from "../../policy";
import type { Text } from "../../text";
import { type PageLines, type Say, wrapText } from "../page";
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
  { status, because }: ConditionVerdict,
  { say, isPlan }: ProofStyle,
): PageLines {
  const isFulfilled = status === "fulfilled";
  const why = because.length === 0 ? "" : `${say(isFulfilled ? THOUGH : BECAUSE)} ${because.map(say).join(" ")}`;
  const how = isFulfilled && isPlan ? AS_PLANNED : STATUSES[status];
  return wrapText(`${clause} (${commitments.join(" ")})${say(COLON)} ${say(how)}${why}`, 4);
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

const COLON: Text = { en: ":", fr: " :" };
const TITLE: Text = { en: "Conclusion", fr: "Conclusion" };
const BECAUSE: Text = { en: ", because:", fr: ", car :" };
const THOUGH: Text = { en: "; but", fr: " ; mais" };
const AS_PLANNED: Text = { en: "condition fulfilled as planned", fr: "condition remplie telle que prévue" };
const EQUIVALENT: Text = { en: "equivalent", fr: "équivalents" };
const ALONE: Text = { en: "without an equivalent", fr: "sans équivalent" };
const STATUSES: Readonly<Record<ConditionStatus, Text>> = {
  fulfilled: { en: "condition fulfilled", fr: "condition remplie" },
  "not fulfilled": { en: "condition not fulfilled", fr: "condition non remplie" },
  undetermined: { en: "undetermined", fr: "indéterminé" },
  "not claimed": { en: "not claimed", fr: "non réclamé" },
  "not asked": { en: "not asked, by the reading chosen", fr: "non demandé, selon la lecture choisie" },
};
