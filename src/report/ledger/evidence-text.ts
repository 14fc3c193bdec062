import type { Colors } from "picocolors/types";
import { type EvidenceLine, type Grade, GRADES } from "../../policy";
import type { Language, Text } from "../../text";
import { wrapped } from "../wrapped";

/** How much of what each policy judges by its evidence is proven, and how much is not. */
export function evidenceText(evidence: readonly EvidenceLine[], language: Language, colors: Colors): string[] {
  if (evidence.length === 0) return [];
  const names = [...new Set(evidence.map(({ policy }) => policy.name))];
  return [colors.bold(TITLE[language]), ...names.flatMap((name) => wrapped(`${name}  ${counts(name)}`, 2))];

  function counts(name: string): string {
    const own = evidence.filter(({ policy }) => policy.name === name);
    return GRADES.flatMap((grade) => {
      const count = own.filter((line) => line.grade === grade).length;
      return count === 0 ? [] : `${GRADE_NAMES[grade][language]} ${String(count)}`;
    }).join(", ");
  }
}

const TITLE: Text = {
  en: "Evidence of encryption (docs/evidence.md)",
  fr: "Preuves de chiffrement (docs/evidence.md)",
};
const GRADE_NAMES: Readonly<Record<Grade, Text>> = {
  proven: { en: "proven:", fr: "prouvé :" },
  declared: { en: "declared:", fr: "déclaré :" },
  none: { en: "none:", fr: "aucune :" },
  undetermined: { en: "undetermined:", fr: "indéterminé :" },
};
