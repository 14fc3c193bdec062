import { POLICIES } from "../../policies";
import {
  BOUND_TO_DEPLOYMENT,
  budgetMinutes,
  choicesOf,
  type Clause,
  type ClauseId,
  clausesOf,
  CLAUSES,
  type Commitment,
  COMMITMENTS,
  describeFigure,
  EDITION_TEXT,
  type Force,
  type Leaning,
  definitionsOf,
  preconditionsOf,
  READING_IDS,
  type ReadingId,
  READINGS,
  SUPPORT_TIMES,
  whyUnseen,
} from "../contract";
import { describeScope, type Policy } from "../policy";
import { formatClaimSteps, formatMinutes, type Say, wrapText } from "../report";
import { joinTexts, type Text } from "../text";

/**
 * A clause, so that its reader can repeat it without the convention at hand: what it binds to, what hangs on it, how it is
 * read and claimed, and the policies about it.
 */
export function explainClause(id: ClauseId, say: Say): string[] {
  const clause = CLAUSES[id];
  const commitment = COMMITMENTS.find((each) => each.clause === id);
  return [
    `${id}  ${say(clause.heading)}`,
    say(clause.place),
    ...wrapText(say(formatForce(clause)), 0),
    "",
    ...wrapText(say(clause.paraphrase), 0),
    ...formatFigure(id, commitment, say),
    ...(commitment ? formatSection(HEADINGS.about, [formatAbout(id, say)], say) : []),
    ...(commitment ? formatPreconditions(commitment, say) : []),
    ...(commitment ? formatSection(HEADINGS.definitions, formatClauses(definitionsOf(commitment), say), say) : []),
    ...formatSection(
      HEADINGS.readings,
      readingsOf(id).flatMap((reading) => formatReading(reading, say)),
      say,
    ),
    ...(commitment ? formatSection(HEADINGS.claim, formatClaimSteps(commitment, say), say) : []),
    ...formatSection(HEADINGS.shows, formatShows(id, say), say),
    ...formatPolicies(id, say),
    "",
    ...wrapText(say(EDITION_TEXT), 0),
  ];
}

/** The figure over its period, and the time it leaves where it is a share of time. */
function formatFigure(id: ClauseId, commitment: Commitment | undefined, say: Say): string[] {
  const figure = describeFigure(id);
  if (!figure) return [];
  const minutes = commitment && budgetMinutes(commitment.figure);
  const leaves = minutes === undefined ? "" : say(formatBudget(formatMinutes(minutes)));
  return wrapText(`${say(HEADINGS.figure)} ${say(figure)}${leaves}`, 0);
}

/** What bears on a claim, by what each of it binds to. */
function formatPreconditions(commitment: Commitment, say: Say): string[] {
  const ids = preconditionsOf(commitment);
  return BEARING_ON_A_CLAIM.flatMap((force) =>
    formatSection(
      HEADINGS[force],
      formatClauses(
        ids.filter((id) => CLAUSES[id].force === force),
        say,
      ),
      say,
    ),
  );
}

const BEARING_ON_A_CLAIM = ["condition", "exclusion", "obligation", "warning"] as const satisfies readonly Force[];

/** The readings that bear on a clause. */
function readingsOf(id: ClauseId): readonly ReadingId[] {
  return READING_IDS.filter((reading) => clausesOf(reading).includes(id));
}

/** A reading, whom it favours, and what the client may choose instead. */
export function formatReading(id: ReadingId, say: Say): string[] {
  const { question, reading, leans } = READINGS[id];
  return [
    `${id}  ${say(question)} ${say(reading)} ${say(LEANINGS[leans])}`,
    ...choicesOf(id).map(
      ({ choice, leans: to, meaning }) =>
        `${say(CHOICES[to])} \`"readings": { "${id}": "${choice}" }\`. ${say(meaning)}`,
    ),
  ];
}

/** What a commitment is about, and for what the ledger has a line. */
function formatAbout(id: ClauseId, say: Say): string {
  const { about, line } = describeScope(id);
  return say({
    en: `${capitalize(about.en)}. Lines of the ledger: ${line.en}.`,
    fr: `${capitalize(about.fr)}. Lignes de la table des engagements : ${line.fr}.`,
  });
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a program can at best show of a clause. */
function formatShows(id: ClauseId, say: Say): string[] {
  const { shows } = CLAUSES[id];
  if (SUPPORT_TIMES.includes(id)) return [say(joinTexts([PLANNED, NEVER_VISIBLE], " "))];
  if (BOUND_TO_DEPLOYMENT.includes(id) || id === "GEN.asterisk") return [say(PLANNED)];
  if (shows === undefined) return [];
  if (shows === "shown") return [say(SHOWN)];
  const [start, rest] = "partly" in shows ? [PARTLY, shows.partly] : [DECLARED, shows.declared];
  return [`${say(start)} ${say(rest)}.`];
}

/** The policies about a clause, by what a violation of them does to it; without any, why there is none. */
function formatPolicies(id: ClauseId, say: Say): string[] {
  const forfeiting = POLICIES.filter(({ stakes }) => stakes.some(({ forfeits }) => forfeits.includes(id)));
  const checking = POLICIES.filter((policy) => policy.clauses.includes(id) && !forfeiting.includes(policy));
  const weakening = POLICIES.filter(({ weakens }) => weakens.includes(id));
  const formatNames = (policies: readonly Policy[]) => policies.map(({ name, title }) => `${name}  ${say(title)}`);
  if (checking.length + forfeiting.length + weakening.length === 0) {
    return formatSection(
      HEADINGS.unseen,
      [whyUnseen(id)].flatMap((why) => (why ? [say(why)] : [])),
      say,
    );
  }
  return [
    ...formatSection(HEADINGS.checkedBy, formatNames(checking), say),
    ...formatSection(
      HEADINGS.forfeitedBy,
      forfeiting.map((policy) => formatForfeiting(policy, id, say)),
      say,
    ),
    ...formatSection(HEADINGS.weakenedBy, formatNames(weakening), say),
  ];
}

/** A policy whose violation forfeits a commitment, and for what where that is not every subject of it. */
function formatForfeiting({ name, title, stakes }: Policy, id: ClauseId, say: Say): string {
  const extents = stakes.flatMap(({ forfeits, extent }) => (extent && forfeits.includes(id) ? [say(extent)] : []));
  return `${name}  ${say(title)}${extents.map((extent) => ` (${extent})`).join("")}`;
}

export function formatClauses(ids: readonly ClauseId[], say: Say): string[] {
  return ids.map((id) => formatClause(id, say));
}

/** A clause with where it stands, for who cannot open the convention. */
function formatClause(id: ClauseId, say: Say): string {
  const { place, paraphrase } = CLAUSES[id];
  const figure = describeFigure(id);
  const counted = figure ? ` ${say(HEADINGS.figure)} ${say(figure)}.` : "";
  return `${id} (${say(place)})  ${say(paraphrase)}${counted}`;
}

/** Lines under a heading; without lines there is no section. */
export function formatSection(heading: Text, lines: readonly string[], say: Say): string[] {
  return lines.length === 0 ? [] : ["", say(heading), ...lines.flatMap((line) => wrapText(line, 2))];
}

/** What a clause binds to, and whom. */
function formatForce({ force, bearer, insistent }: Clause): Text {
  if (force === "obligation" && bearer === "both") return BOTH;
  return insistent ? INSISTENT : FORCES[force];
}

const BOTH: Text = {
  en: "Obligation of both parties: the client can breach its part.",
  fr: "Obligation des deux parties : le client peut manquer à la sienne.",
};
const INSISTENT: Text = {
  en: "Recommendation that Outscale insists on. The obligation behind it is R13.leastaccess.",
  fr: "Recommandation sur laquelle Outscale insiste. L'obligation qui la sous-tend est R13.leastaccess.",
};
const FORCES: Readonly<Record<Force, Text>> = {
  commitment: { en: "Commitment of Outscale.", fr: "Engagement d'Outscale." },
  condition: {
    en: "Condition: the client owes it to nobody, and what hangs on it cannot be claimed without it.",
    fr: "Condition : le client ne la doit à personne, et ce qui en dépend n'est pas réclamable sans elle.",
  },
  exclusion: {
    en: "Exclusion: what it names is under no commitment.",
    fr: "Exclusion : ce qu'elle nomme ne relève d'aucun engagement.",
  },
  obligation: { en: "Obligation of the client.", fr: "Obligation du client." },
  recommendation: {
    en: "Recommendation: who does not follow it breaches nothing.",
    fr: "Recommandation : ne pas la suivre n'est pas un manquement.",
  },
  warning: {
    en: "Warning: it says what may happen, and asks for nothing.",
    fr: "Avertissement : il dit ce qui peut arriver, et ne demande rien.",
  },
  information: { en: "Information: it binds nobody.", fr: "Information : elle n'oblige personne." },
  undertaking: {
    en: "Undertaking of Outscale, without a service level.",
    fr: "Engagement d'Outscale, sans SLA.",
  },
};

const LEANINGS: Readonly<Record<Leaning, Text>> = {
  client: { en: "[favours the client]", fr: "[favorable au client]" },
  provider: { en: "[favours Outscale]", fr: "[favorable à Outscale]" },
  neither: { en: "[favours neither]", fr: "[neutre]" },
};
const CHOICES = {
  client: { en: "More lenient:", fr: "Plus souple :" },
  provider: { en: "Stricter:", fr: "Plus strict :" },
} as const satisfies Partial<Readonly<Record<Leaning, Text>>>;

const PLANNED: Text = {
  en: "A plan only: it hangs on what is deployed. Where the condition is fulfilled, the line stands “as planned” from a program or a preview, and “to be proved” from a state (`prove --state`).",
  fr: "Un plan seulement : cela dépend de ce qui est déployé. Là où la condition est remplie, la ligne est « tel que prévu » d'après un programme ou un aperçu, et « à prouver » d'après un état (`prove --state`).",
};
const NEVER_VISIBLE: Text = {
  en: "That Outscale could not restore the service is never visible.",
  fr: "Qu'Outscale n'a pas pu rétablir le service n'est jamais visible.",
};
const SHOWN: Text = {
  en: "Shown: the program is the fact itself, as far as it is read.",
  fr: "Visible : le programme est le fait lui-même, dans la mesure où il a pu être lu.",
};
const PARTLY: Text = { en: "In part. Left to show:", fr: "En partie. Reste à montrer :" };
const DECLARED: Text = { en: "Declared only:", fr: "Sur déclaration seulement :" };

/** What a figure leaves, in time. */
function formatBudget(duration: string): Text {
  return { en: `, which leaves ${duration}`, fr: `, ce qui laisse ${duration}` };
}

const HEADINGS = {
  figure: { en: "Figure:", fr: "Chiffre :" },
  condition: { en: "Conditions", fr: "Conditions" },
  exclusion: { en: "What is excluded", fr: "Ce qui est exclu" },
  obligation: { en: "Obligations that go with it", fr: "Obligations qui vont avec" },
  warning: { en: "Warnings", fr: "Avertissements" },
  definitions: { en: "What its terms mean, and where it holds", fr: "Le sens de ses termes, et où il s'applique" },
  readings: { en: "How it is read (docs/interpretation.md)", fr: "Lecture retenue (docs/interpretation.md)" },
  checkedBy: { en: "Policies that check it", fr: "Politiques de vérification" },
  forfeitedBy: {
    en: "Policies whose violation forfeits it",
    fr: "Politiques dont une violation fait perdre l'engagement",
  },
  weakenedBy: {
    en: "Policies whose violation leaves less evidence for it",
    fr: "Politiques dont une violation en affaiblit les preuves",
  },
  unseen: { en: "Why no policy looks at it", fr: "Pourquoi aucune politique n'y regarde" },
  claim: { en: "How to claim it from support", fr: "Comment le réclamer au support" },
  about: { en: "What it is about (docs/ledger.md)", fr: "Sur quoi il porte (docs/ledger.md)" },
  shows: { en: "What a program shows of it at best", fr: "Ce qu'un programme en montre au mieux" },
} as const satisfies Readonly<Record<string, Text>>;
