import { POLICIES } from "../../policies";
import { findClosest } from "../config";
import {
  CLAUSE_IDS,
  type ClauseId,
  CLAUSES,
  clausesOf,
  COMMITMENTS,
  EDITION_TEXT,
  isSeenBySigns,
  placesOf,
  READING_IDS,
  type ReadingId,
  READINGS,
  SHARED_ROWS,
} from "../contract";
import {
  formatCommitmentIds,
  type Ground,
  PACK_POLICIES,
  type Policy,
  type PolicyMetadata,
  policyPage,
} from "../policy";
import { LEVEL_NAMES, type Say, sayIn, SEVERITY_NAMES, wrapText } from "../report";
import { joinTexts, type Language, sameInEach, type Text, UserError } from "../text";
import { explainClause, formatClauses, formatReading, formatSection } from "./explain-clause";

/**
 * Explains what a policy asks for and what depends on it, or what a clause says and how it can be claimed.
 * @param name of a policy, or the id of a clause in any case
 * @throws {UserError} when the name is neither
 */
export function explain(name: string, language: Language): string {
  const say = sayIn(language);
  const policy = POLICIES.find((each) => each.name === name);
  if (policy) return joinLines(explainPolicy(policy, say));
  const packPolicy = PACK_POLICIES.find((each) => each.name === name);
  if (packPolicy) return joinLines([...describePolicy(packPolicy, say), policyPage(packPolicy.name)]);
  const wanted = name.toLowerCase();
  const [row] = [...SHARED_ROWS].filter(([called]) => called.toLowerCase() === wanted);
  const clauses = row?.[1] ?? CLAUSE_IDS.filter((id) => id.toLowerCase() === wanted);
  if (clauses.length > 0) return clauses.map((clause) => joinLines(explainClause(clause, say))).join("\n");
  const reading = READING_IDS.find((id) => id.toLowerCase() === wanted);
  if (reading) return joinLines(explainReading(reading, say));
  throw makeUnknownNameError(name);
}

function makeUnknownNameError(name: string): UserError {
  const names = [...CLAUSE_IDS, ...READING_IDS, ...[...POLICIES, ...PACK_POLICIES].map((each) => each.name)];
  const lowered = findClosest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const closest = names.find((each) => each.toLowerCase() === lowered) ?? lowered;
  return new UserError({
    en: `\`${name}\` is no policy, no clause and no reading. The closest is ${closest}; \`list\` shows all policies, \`list --by clause\` all clauses.`,
    fr: `\`${name}\` n'est ni une politique, ni une clause, ni une lecture. Le plus proche est ${closest} ; \`list\` montre toutes les politiques, \`list --by clause\` toutes les clauses.`,
  });
}

/** A reading: what it answers, whom it favours, what may be chosen instead, where it is raised and what it bears on. */
function explainReading(id: ReadingId, say: Say): string[] {
  return [
    ...formatReading(id, say).flatMap((line) => wrapText(line, 0)),
    ...formatSection(HEADINGS.passages, placesOf(READINGS[id]).map(say), say),
    ...formatSection(HEADINGS.bearsOn, [clausesOf(id).join(" ")], say),
    "",
    ...wrapText(say(EDITION_TEXT), 0),
  ];
}

/** What a violation is worth as a breach, of a policy that rests on an obligation. */
function describeBreach({ ground, clauses }: Policy): Text[] {
  if (ground !== "obligation") return [];
  const obligations = clauses.filter((clause) => CLAUSES[clause].force === "obligation");
  return [obligations.every(isSeenBySigns) ? SIGN : BREACH];
}

const SIGN: Text = {
  en: "A program shows no more than signs of it: a violation is one, and no proof that it is not kept.",
  fr: "Un programme n'en montre que des signes : une violation en est un, et ne prouve pas qu'elle n'est pas tenue.",
};
const BREACH: Text = {
  en: "A violation breaches the convention.",
  fr: "Une violation est un manquement à la convention.",
};

/**
 * Formats what every policy has: its name, level, severity, ground, title, why and remediation.
 * @param breach what a violation is worth as a breach
 */
function describePolicy(policy: PolicyMetadata, say: Say, breach: readonly Text[] = []): string[] {
  const { name, title, why, remediation, severity, ground, level } = policy;
  return [
    `${name}  ${say(LEVEL_NAMES[level])}, ${say(SEVERITY_NAMES[severity])}`,
    ...wrapText(say(joinTexts([GROUNDS[ground], ...breach], " ")), 0),
    "",
    ...[{ en: `${title.en}.`, fr: `${title.fr}.` }, why, remediation].flatMap((text) => wrapText(say(text), 0)),
  ];
}

/** A policy, its clauses, and what a violation of it costs. */
function explainPolicy(policy: Policy, say: Say): string[] {
  const forfeits = policy.stakes.map((stake) =>
    joinTexts([formatCommitments(stake.forfeits), stake.extent ?? []].flat(), "  "),
  );
  return [
    ...describePolicy(policy, say, describeBreach(policy)),
    policyPage(policy.name),
    ...formatSection(HEADINGS.clauses, formatClauses(policy.clauses, say), say),
    ...formatSection(HEADINGS.forfeits, forfeits.map(say), say),
    ...formatSection(HEADINGS.weakens, formatList(policy.weakens, say), say),
    ...formatSection(HEADINGS.excludes, formatList(policy.excludes, say), say),
  ];
}

function formatList(clauses: readonly ClauseId[], say: Say): string[] {
  return clauses.length === 0 ? [] : [say(formatCommitments(clauses))];
}

/** The ids of commitments, those that are lost together as one; all of them in words. */
function formatCommitments(clauses: readonly ClauseId[]): Text {
  return clauses.length === COMMITMENTS.length ? EVERY : sameInEach(formatCommitmentIds(clauses).join(" "));
}

const EVERY: Text = { en: "every commitment", fr: "tous les engagements" };

const GROUNDS: Readonly<Record<Ground, Text>> = {
  obligation: {
    en: "Rests on an obligation of the client.",
    fr: "Repose sur une obligation du client.",
  },
  condition: {
    en: "Rests on a condition: nobody owes it, but a claim hangs on it, or what breaks it costs a commitment or excludes a use.",
    fr: "Repose sur une condition : personne ne la doit, mais une réclamation en dépend, ou ne pas la remplir fait perdre un engagement ou en exclut un usage.",
  },
  recommendation: {
    en: "Rests on a recommendation: who does not follow it breaches nothing.",
    fr: "Repose sur une recommandation : ne pas la suivre n'est pas un manquement.",
  },
  "good practice": {
    en: "Good practice: the convention asks for nothing of the kind, or only warns.",
    fr: "Bonne pratique : la convention ne demande rien de tel, ou avertit seulement.",
  },
};

function joinLines(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const HEADINGS = {
  passages: { en: "What raises it", fr: "D'où elle vient" },
  bearsOn: { en: "What it bears on", fr: "Sur quoi elle porte" },
  clauses: { en: "Clauses", fr: "Clauses" },
  forfeits: { en: "A violation forfeits", fr: "Une violation fait perdre" },
  weakens: { en: "A violation leaves less evidence for", fr: "Une violation affaiblit les preuves de" },
  excludes: {
    en: "A violation excludes the incidents of that use from",
    fr: "Une violation exclut les incidents de cet usage de",
  },
} as const satisfies Readonly<Record<string, Text>>;
