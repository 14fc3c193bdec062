import { POLICIES } from "../../policies";
import { CLAUSE_IDS, CLAUSES, type Force } from "../contract";
import { GROUND_NAMES, PACK_POLICIES } from "../policy";
import { LEVEL_NAMES, SEVERITY_NAMES } from "../report";
import type { Language, Text } from "../text";

/** What each line of a list is about. */
export const LISTED_BY = ["policy", "clause"] as const;

/** Every policy, or every clause with the policies about it, one line each. */
export function list(by: (typeof LISTED_BY)[number], language: Language): string {
  const rows = by === "clause" ? clauseRows(language) : policyRows(language);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** Its name, level, severity, ground, clauses and title. */
function policyRows(language: Language): string[][] {
  return [...POLICIES, ...PACK_POLICIES].map(({ name, level, severity, ground, clauses, title }) => [
    ...[name, LEVEL_NAMES[level][language], SEVERITY_NAMES[severity][language], GROUND_NAMES[ground][language]],
    clauses.join(" "),
    title[language],
  ]);
}

/** Its id, what it binds to, its heading, and the policies that check it or whose violation forfeits it. */
function clauseRows(language: Language): string[][] {
  return CLAUSE_IDS.map((id) => {
    const about = POLICIES.filter(
      ({ clauses, stakes }) => clauses.includes(id) || stakes.some(({ forfeits }) => forfeits.includes(id)),
    );
    const { force, heading } = CLAUSES[id];
    return [id, FORCES[force][language], heading[language], about.map(({ name }) => name).join(" ")];
  });
}

const FORCES: Readonly<Record<Force, Text>> = {
  commitment: { en: "commitment", fr: "engagement" },
  condition: { en: "condition", fr: "condition" },
  exclusion: { en: "exclusion", fr: "exclusion" },
  obligation: { en: "obligation", fr: "obligation" },
  recommendation: { en: "recommendation", fr: "recommandation" },
  warning: { en: "warning", fr: "avertissement" },
  information: { en: "information", fr: "information" },
  undertaking: { en: "undertaking", fr: "engagement sans SLA" },
};
