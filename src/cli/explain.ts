import { POLICIES } from "../../policies";
import { findClosest } from "../config";
import {
  type Bearer,
  CHOICES,
  CLAIMABLE,
  CLAUSE_IDS,
  type ClauseId,
  CLAUSES,
  COMMITMENTS,
  COMMON_PRECONDITIONS,
  type ReadingId,
  READINGS,
  whyUnseen,
} from "../contract";
import { PACK_POLICIES, type Policy, type PolicyMetadata, policyPage } from "../policy";
import { type Say, sayIn, wrapText } from "../report";
import { type Language, type Text, UserError } from "../text";

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
  if (packPolicy) return joinLines(describePolicy(packPolicy, say));
  const clause = CLAUSE_IDS.find((id) => id.toLowerCase() === name.toLowerCase());
  if (clause) return joinLines(explainClause(clause, say));
  throw makeUnknownNameError(name);
}

function makeUnknownNameError(name: string): UserError {
  const names = [...CLAUSE_IDS, ...POLICIES.map((each) => each.name)];
  const lowered = findClosest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const closest = names.find((each) => each.toLowerCase() === lowered) ?? lowered;
  return new UserError({
    en: `\`${name}\` is no policy and no clause. The closest is ${closest}; \`list\` shows them all.`,
    fr: `\`${name}\` n'est ni une politique ni une clause. Le plus proche est ${closest} ; \`list\` les montre toutes.`,
  });
}

/** Formats what every policy has: its name, level, severity, title, why and remediation. */
function describePolicy({ name, title, why, remediation, severity, level }: PolicyMetadata, say: Say): string[] {
  return [`${name}  ${level}, ${severity}`, "", `${say(title)}.`, say(why), say(remediation)];
}

/** A policy, its clauses, and what a violation of it costs. */
function explainPolicy(policy: Policy, say: Say): string[] {
  const forfeits = policy.stakes.flatMap((stake) => stake.forfeits);
  return [
    ...describePolicy(policy, say),
    policyPage(policy.name),
    ...formatSection(HEADINGS.clauses, formatClauses(policy.clauses, say), say),
    ...formatSection(HEADINGS.forfeits, [forfeits.join(" ")].filter(Boolean), say),
    ...formatSection(HEADINGS.weakens, [policy.weakens.join(" ")].filter(Boolean), say),
  ];
}

/** A clause, the policies about it, and how it is claimed. */
function explainClause(id: ClauseId, say: Say): string[] {
  const { heading, paraphrase, figure, period, bearer, line } = CLAUSES[id];
  const commitment = COMMITMENTS.find((each) => each.clause === id);
  const over = period === undefined ? "" : ` ${say(PERIODS[period])}`;
  return [
    `${id}  ${say(heading)}`,
    say({ en: `Line ${String(line)} of the convention`, fr: `Ligne ${String(line)} de la convention` }),
    "",
    say(paraphrase),
    ...(figure ? [`${say(HEADINGS.figure)} ${say(figure)}${over}`] : []),
    `${say(HEADINGS.bearer)} ${say(BEARERS[bearer])}`,
    ...(commitment ? formatSection(HEADINGS.conditions, formatClauses(commitment.preconditions, say), say) : []),
    ...(commitment ? formatReading(commitment.reading, say) : []),
    ...formatPolicies(id, say),
    ...(commitment && CLAIMABLE.includes(commitment)
      ? formatSection(HEADINGS.claim, [...formatClauses(listClaimClauses(id), say), say(PAGE)], say)
      : []),
  ];
}

/** How the conditions of a commitment are read, unless there is one way only, and what the client may choose instead. */
function formatReading(id: ReadingId, say: Say): string[] {
  if (id === "literal") return [];
  return formatSection(HEADINGS.reading, [`${id}  ${say(READINGS[id])}`, ...formatChoice(id, say)], say);
}

function formatChoice(id: ReadingId, say: Say): string[] {
  if (id !== "A1" && id !== "A2") return [];
  const { choice, ...meaning } = CHOICES[id];
  return [`\`"readings": { "${id}": "${choice}" }\`  ${say(meaning)}`];
}

/** The policies about a clause, by what a violation of them does to it; without any, why there is none. */
function formatPolicies(id: ClauseId, say: Say): string[] {
  const forfeiting = POLICIES.filter(({ stakes }) => stakes.some(({ forfeits }) => forfeits.includes(id)));
  const checking = POLICIES.filter((policy) => policy.clauses.includes(id) && !forfeiting.includes(policy));
  const weakening = POLICIES.filter(({ weakens }) => weakens.includes(id));
  const formatNames = (policies: readonly Policy[]) => policies.map(({ name, title }) => `${name}  ${say(title)}`);
  if (checking.length + forfeiting.length + weakening.length === 0) {
    return formatSection(HEADINGS.unseen, [say(whyUnseen(id))], say);
  }
  return [
    ...formatSection(HEADINGS.checkedBy, formatNames(checking), say),
    ...formatSection(HEADINGS.forfeitedBy, formatNames(forfeiting), say),
    ...formatSection(HEADINGS.weakenedBy, formatNames(weakening), say),
  ];
}

function formatClauses(ids: readonly ClauseId[], say: Say): string[] {
  return ids.map((id) => `${id}  ${say(CLAUSES[id].paraphrase)}`);
}

/** Lines under a heading; without lines there is no section. */
function formatSection(heading: Text, lines: readonly string[], say: Say): string[] {
  return lines.length === 0 ? [] : ["", say(heading), ...lines.flatMap((line) => wrapText(line, 2))];
}

/** What every claim is made of: the ticket, the client's own trace, and the proof of what stood in each Subregion. */
const PROOF: readonly ClauseId[] = ["SLA10.ticket", "SLA10.evidence", "SLA10.zones"];

const PAGE: Text = {
  en: "`pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that shows what stood where.",
  fr: "`pulumi stack export | pulumi-policy-outscale prove --state -` écrit la page qui montre ce qui se trouvait où.",
};

/** What a claim to support has to hold, beside the conditions of the commitment itself. */
function listClaimClauses(clause: ClauseId): readonly ClauseId[] {
  const own = COMMITMENTS.find((each) => each.clause === clause)?.preconditions ?? [];
  return [...PROOF, ...COMMON_PRECONDITIONS.filter((id) => !own.includes(id) && !PROOF.includes(id))];
}

function joinLines(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const HEADINGS = {
  clauses: { en: "Clauses", fr: "Clauses" },
  forfeits: { en: "A violation forfeits", fr: "Une violation fait perdre" },
  weakens: { en: "A violation leaves less evidence for", fr: "Une violation affaiblit les preuves de" },
  figure: { en: "Figure:", fr: "Chiffre :" },
  bearer: { en: "Who answers for it:", fr: "Qui en répond :" },
  conditions: { en: "Conditions", fr: "Conditions" },
  reading: { en: "How it is read (docs/interpretation.md)", fr: "Comment elle est lue (docs/interpretation.md)" },
  checkedBy: { en: "Policies that check it", fr: "Politiques qui la vérifient" },
  forfeitedBy: { en: "Policies whose violation forfeits it", fr: "Politiques dont une violation la fait perdre" },
  weakenedBy: {
    en: "Policies whose violation leaves less evidence for it",
    fr: "Politiques dont une violation en affaiblit les preuves",
  },
  unseen: { en: "Why no policy looks at it", fr: "Pourquoi aucune politique ne la regarde" },
  claim: { en: "How to claim it from support", fr: "Comment la réclamer au support" },
} as const satisfies Readonly<Record<string, Text>>;

const PERIODS = {
  month: { en: "each month", fr: "chaque mois" },
  year: { en: "each year", fr: "chaque année" },
} as const;

const BEARERS: Readonly<Record<Bearer, Text>> = {
  provider: { en: "Outscale", fr: "Outscale" },
  client: { en: "the client", fr: "le client" },
  both: { en: "Outscale and the client, each for a part", fr: "Outscale et le client, chacun pour une part" },
};
