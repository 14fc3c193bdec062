import { type CommitmentLine, formatClaims, groupByClaims, type Ledger, type Remedy } from "../../policy";
import { addTo } from "../../stack";
import { joinWithSemicolons, type Text } from "../../text";
import { type PageLines, type PageStyle, type Say, wrapBeside, wrapText } from "../page";

/** Writes what would have to change for what is lost to be claimable again; the same changes stand once. */
export function formatRemedies({ commitments }: Ledger, { say, colors }: PageStyle): PageLines {
  const byRemedy = new Map<string, CommitmentLine[]>();
  for (const line of commitments) if (line.remedy) addTo(byRemedy, identifyRemedy(line.remedy), line);
  if (byRemedy.size === 0) return [];
  return [
    colors.bold(say(TITLE)),
    ...[...byRemedy.values()].flatMap((lines) => formatRemedy(lines, say)),
    ...wrapText(say(ADDED), 2),
  ];
}

function identifyRemedy({ changes, others }: Remedy): string {
  return JSON.stringify([changes.map(({ policy, fact }) => [policy.name, fact]), others]);
}

/** What the same changes make claimable again, and these. */
function formatRemedy(lines: readonly CommitmentLine[], say: Say): PageLines {
  const { changes = [], others = [] } = lines[0]?.remedy ?? {};
  const obstacles = [...changes.map(({ policy, fact }) => `${say(fact)} (${policy.name})`), ...others.map(say)];
  return [
    ...wrapText(say(joinWithSemicolons(groupByClaims(lines).map((claims) => formatClaims(claims)))), 2),
    ...obstacles.flatMap((obstacle) => wrapBeside("    - ", obstacle, 6)),
  ];
}

const TITLE: Text = {
  en: "To claim again what is lost: mend all of these, and no more",
  fr: "Pour pouvoir réclamer ce qui est perdu : corrigez tout ce qui suit, et rien de plus",
};
const ADDED: Text = {
  en: "What is added must be equivalent to what stands elsewhere, its ways in and out of its own Subregion included.",
  fr: "Ce qui est ajouté doit être équivalent à ce qui se trouve ailleurs, ses accès entrants et sortants dans sa propre Sous-région compris.",
};
