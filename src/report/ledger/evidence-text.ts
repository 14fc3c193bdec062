import { type EvidenceLine, type Grade, GRADES } from "../../policy";
import type { Text } from "../../text";
import { type PageLines, type PageStyle, type Say, wrapText } from "../page";

/** Writes how many subjects of each policy that judges by evidence have evidence of each grade. */
export function formatEvidence(evidence: readonly EvidenceLine[], { say, colors }: PageStyle): PageLines {
  if (evidence.length === 0) return [];
  const names = [...new Set(evidence.map(({ policy }) => policy.name))];
  return [
    colors.bold(say(TITLE)),
    ...names.flatMap((name) => {
      const grades = evidence.filter(({ policy }) => policy.name === name).map(({ grade }) => grade);
      return wrapText(`${name}  ${formatGrades(grades, say)}`, 2);
    }),
  ];
}

/** How often each grade occurs, the best first: `proven: 2, none: 1`. */
function formatGrades(grades: readonly Grade[], say: Say): string {
  return GRADES.flatMap((grade) => {
    const count = grades.filter((each) => each === grade).length;
    return count === 0 ? [] : `${say(GRADE_NAMES[grade])} ${String(count)}`;
  }).join(", ");
}

const TITLE: Text = {
  en: "Evidence of encryption (docs/evidence.md)",
  fr: "Preuves de chiffrement (docs/evidence.md)",
};
const GRADE_NAMES: Readonly<Record<Grade, Text>> = {
  proven: { en: "proven:", fr: "prouvé :" },
  "key at hand": { en: "key at hand:", fr: "clé accessible :" },
  declared: { en: "declared:", fr: "déclaré :" },
  none: { en: "none:", fr: "aucune :" },
  undetermined: { en: "undetermined:", fr: "indéterminé :" },
};
