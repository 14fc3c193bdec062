import { CLAUSES, type Force } from "../../contract";
import { type DutyLine, type DutyStatus, formatAssets, type Ledger, policyNames } from "../../policy";
import { addTo } from "../../stack";
import { formatCount, joinWithSemicolons, sameInEach, type Text } from "../../text";
import { type PageLines, measureLongest, type PageStyle, type Say, wrapBeside, wrapText } from "../page";

/** Writes how the stack stands with every clause that is no commitment: a table for what each binds to. */
export function formatDuties({ duties, isDeployed }: Ledger, style: PageStyle): PageLines {
  const { say, colors } = style;
  if (duties.every(isSilent)) return [];
  const column = measureLongest([...Object.values(WORDS), PROVABLE].flatMap((words) => Object.values(words).map(say)));
  const tables = FORCES.flatMap((force) => {
    const own = duties.filter((line) => line.force === force && !isSilent(line));
    return own.length === 0
      ? []
      : [[colors.bold(say(TITLES[force])), ...formatTable(own, { force, isDeployed }, column, say)]];
  });
  return [...tables.flatMap((table) => [...table, ""]), ...formatRest(duties, say)];
}

/** The clauses of which a program tells nothing, or has nothing that they are about. */
function isSilent({ status }: DutyLine): boolean {
  return status === "not visible" || status === "not applicable";
}

/** Whose words a table is written in. */
interface Wording {
  readonly force: Force;
  readonly isDeployed: boolean;
}

function formatTable(duties: readonly DutyLine[], wording: Wording, column: number, say: Say): PageLines {
  return STATUSES.flatMap((status) => {
    const own = duties.filter((line) => line.status === status);
    if (own.length === 0) return [];
    const label = `  ${say(wordOf(status, wording)).padEnd(column)}  `;
    return isOpen(status) ? formatOpen(own, label, say) : [formatSettled(own, label, say)].flat();
  });
}

/** Whether a clause is told with what it says, and by which policies. */
function isOpen(status: DutyStatus): boolean {
  return status === "unmet" || status === "undetermined";
}

/** One row for each clause: what it says, of what it is told, and the policies that say so. */
function formatOpen(duties: readonly DutyLine[], label: string, say: Say): PageLines {
  const byClause = new Map<string, DutyLine[]>();
  for (const line of duties) addTo(byClause, line.clause, line);
  const width = measureLongest([...byClause.keys()]);
  return [...byClause.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { clause, left } = first;
    const assets = say(formatAssets(lines.flatMap(({ asset }) => asset ?? [])));
    const policies = policyNames(lines.flatMap(({ reasons }) => reasons)).join(", ");
    const told = say(joinWithSemicolons([assets, policies].filter((words) => words !== "").map(sameInEach)));
    const what = say(left ?? CLAUSES[clause].paraphrase);
    return wrapBeside(
      `${label}${clause.padEnd(width)}  `,
      told === "" ? what : `${what} (${told})`,
      label.length + width + 2,
    );
  });
}

/** The clauses of one status in one row; of a condition that each asset fulfils by itself, what it is told of. */
function formatSettled(duties: readonly DutyLine[], label: string, say: Say): PageLines {
  const byClause = new Map<string, DutyLine[]>();
  for (const line of duties) addTo(byClause, line.clause, line);
  const clauses = [...byClause].map(([clause, lines]) => {
    const assets = lines.flatMap(({ asset }) => asset ?? []);
    return assets.length === 0 ? clause : `${clause} (${say(formatAssets(assets))})`;
  });
  return wrapBeside(label, clauses.join(" "), label.length);
}

/** How many clauses say nothing here. */
function formatRest(duties: readonly DutyLine[], say: Say): PageLines {
  const count = (status: DutyStatus) =>
    new Set(duties.filter((line) => line.status === status).map(({ clause }) => clause)).size;
  const hidden = formatCount(count("not visible"), ...CLAUSE);
  const absent = formatCount(count("not applicable"), ...ABOUT_NOTHING);
  const text: Text = {
    en: `This stack shows nothing of ${hidden.en}, and ${absent.en} about nothing that is here (\`explain <clause>\` says why).`,
    fr: `Cette stack ne montre rien de ${hidden.fr}, et ${absent.fr} sur rien de ce qui est ici (\`explain <clause>\` dit pourquoi).`,
  };
  return wrapText(say(text), 0);
}

const CLAUSE = [
  { en: "clause", fr: "clause" },
  { en: "clauses", fr: "clauses" },
] as const;
const ABOUT_NOTHING = [
  { en: "clause is", fr: "clause ne porte" },
  { en: "clauses are", fr: "clauses ne portent" },
] as const;

/** What binds first, and what only informs last. */
const FORCES: readonly Force[] = [
  ...(["condition", "obligation", "recommendation", "exclusion"] as const),
  ...(["warning", "information", "undertaking"] as const),
];

const TITLES: Readonly<Record<Force, Text>> = {
  commitment: { en: "Commitments of Outscale", fr: "Engagements d'Outscale" },
  condition: { en: "Conditions of a claim", fr: "Conditions d'une réclamation" },
  obligation: { en: "Obligations of the client", fr: "Obligations du client" },
  recommendation: { en: "Recommendations", fr: "Recommandations" },
  exclusion: { en: "Exclusions: what no commitment covers", fr: "Exclusions : ce qu'aucun engagement ne couvre" },
  warning: { en: "Warnings", fr: "Avertissements" },
  information: { en: "Information", fr: "Informations" },
  undertaking: { en: "Undertakings of Outscale", fr: "Engagements d'Outscale sans SLA" },
};

const STATUSES = ["unmet", "undetermined", "not judged", "partly", "declared", "shown"] as const;

/** How the words for a status differ with what a clause binds to. */
function wordOf(status: (typeof STATUSES)[number], { force, isDeployed }: Wording): Text {
  const own =
    force === "condition" && isDeployed ? { ...WORDS.condition, ...PROVABLE } : WORDS[force as keyof typeof WORDS];
  return { ...WORDS.obligation, ...own }[status];
}

/** What a state shows of a condition is still to be proved. */
const PROVABLE = {
  shown: { en: "fulfilled, to prove", fr: "remplie, à prouver" },
} as const satisfies Partial<Readonly<Record<DutyStatus, Text>>>;

const WORDS = {
  condition: {
    unmet: { en: "not fulfilled", fr: "non remplie" },
    partly: { en: "fulfilled as seen", fr: "remplie, vue en partie" },
    shown: { en: "fulfilled as planned", fr: "remplie telle que prévue" },
  },
  obligation: {
    unmet: { en: "not respected", fr: "non respectée" },
    undetermined: { en: "undetermined", fr: "indéterminée" },
    "not judged": { en: "not judged", fr: "non jugée" },
    partly: { en: "respected in part", fr: "respectée en partie" },
    declared: { en: "declared", fr: "déclarée" },
    shown: { en: "respected", fr: "respectée" },
  },
  recommendation: {
    unmet: { en: "not followed", fr: "non suivie" },
    partly: { en: "followed in part", fr: "suivie en partie" },
    shown: { en: "followed", fr: "suivie" },
  },
  exclusion: {
    unmet: { en: "it applies", fr: "s'applique" },
    partly: { en: "not seen so far", fr: "non constatée" },
    shown: { en: "not touched", fr: "ne s'applique pas" },
  },
  warning: {
    unmet: { en: "not heeded", fr: "non pris en compte" },
    undetermined: { en: "undetermined", fr: "indéterminé" },
    "not judged": { en: "not judged", fr: "non jugé" },
    partly: { en: "heeded in part", fr: "pris en compte en partie" },
    declared: { en: "declared", fr: "déclaré" },
    shown: { en: "heeded", fr: "pris en compte" },
  },
  information: {
    unmet: { en: "to be renewed", fr: "à renouveler" },
    partly: { en: "holds in part", fr: "vaut en partie" },
    shown: { en: "holds", fr: "vaut ici" },
  },
  // It is Outscale's: what the client places elsewhere breaks no promise, and is not under it.
  undertaking: {
    unmet: { en: "does not cover all", fr: "ne couvre pas tout" },
    partly: { en: "covers what is seen", fr: "couvre ce qui se voit" },
    shown: { en: "covers all", fr: "couvre tout" },
  },
} as const satisfies Partial<Readonly<Record<Force, Partial<Readonly<Record<DutyStatus, Text>>>>>>;
