import type {
  AvailabilityCount,
  Claim,
  CountedIncident,
  PeriodCount,
  Service,
  SupportCount,
  TicketCount,
  TimeVerdict,
  WorkingDay,
} from "../../claim";
import {
  type ClauseId,
  CLAUSES,
  type Commitment,
  commitmentOf,
  describeFigure,
  EDITION_TEXT,
  type Period,
  preconditionsOf,
  type ReadingId,
  READINGS,
} from "../../contract";
import { type Language, LANGUAGES, sameInEach, type Text } from "../../text";
import { formatDuration } from "../duration";
import { COLON, SEMICOLON, joinSections, type PageLines, type Say, sayIn, wrapText } from "../page";
import { describePeriod, describeSpan, describeWorkingDay } from "./calendar";
import { creditForPeriod, creditForTime, formatAvailability, formatDurationThat } from "./figures";
import type { ClaimPage } from "./page";
import { SERVICE_NAMES, TIME_NAMES } from "./service-names";
import { formatClaimSteps } from "./steps";
import { formatTicket } from "./ticket";
import { describeVerdict, listBroken } from "./verdict";
import { describeNoRow, describeNotDeducted, describeWithoutEffect } from "./without-effect";

/** Writes what counts of some incidents, which commitment is broken by it, what has to be proved, and the ticket. */
export function formatTextClaim(page: ClaimPage, language: Language): string {
  const { claim } = page;
  const { availability, support } = claim;
  const say = sayIn(language);
  const broken = listBroken(claim).flatMap(({ clauses }) => clauses);
  return joinSections([
    formatTitle(claim.service, say),
    ...(availability ? formatAvailabilityCount(availability, page, say) : []),
    ...(support ? formatSupportCount(support, page, say) : []),
    formatWithoutEffect(page, say),
    wrapText(say(describeVerdict(claim)), 0),
    formatReadings(claim, say),
    formatConditions((broken.length > 0 ? broken : clausesOf(claim)).map(commitmentOf), say),
    ...broken.slice(-1).map((clause) => formatSteps(commitmentOf(clause), say)),
    formatOwed(page, say),
    ...(broken.length > 0 ? LANGUAGES.map((each) => formatTicketIn(claim, each, say)) : []),
    wrapText(say(EDITION_TEXT), 0),
  ]);
}

/** The commitments that a claim counts against; support times, of which most has to be proved, come last. */
function clausesOf({ availability, support }: Claim): ClauseId[] {
  return [...(availability?.clauses ?? []), ...(support ? [support.clause] : [])];
}

function formatTitle(service: Service, say: Say): PageLines {
  const title = `${say(TITLE)} ${say(SERVICE_NAMES[service])}`;
  return [title, "=".repeat(title.length), "", ...wrapText(say(COUNTED_IN), 0)];
}

/** Each commitment with its figure, the incidents with what is taken out, and each month or year with its budget. */
function formatAvailabilityCount(count: AvailabilityCount, page: ClaimPage, say: Say): PageLines[] {
  const { clauses, incidents, held, beside } = count;
  return [
    [
      ...clauses.flatMap((clause) => wrapText(formatClause(clause, say), 0)),
      ...incidents.flatMap((incident) => formatIncident(incident, NOTHING, say)),
    ],
    ...(page.claim.service === "vm" ? [formatRestarts(say)] : []),
    [
      say(HELD),
      ...held.flatMap((each) => [
        ...wrapText(formatPeriod(each, say), 2),
        ...clauses.flatMap((clause) => {
          const credit = creditForPeriod(page.penalties, clause, each);
          return credit === undefined ? [] : wrapText(`${clause}, ${say(CREDIT)} ${credit}`, 4);
        }),
      ]),
    ],
    [say(BESIDE[beside[0]?.by ?? "year"]), ...beside.flatMap((each) => wrapText(formatPeriodBeside(each, say), 2))],
  ];
}

/** `SLA4.internet (SLA4, bullet 1): 99.999 % a year`. */
function formatClause(clause: ClauseId, say: Say): string {
  const figure = describeFigure(clause);
  return `${clause} (${say(CLAUSES[clause].place)})${figure ? `${say(COLON)} ${say(figure)}` : ""}`;
}

/**
 * How long an incident lasted, how much of it counts, and what is taken out.
 * @param hours which hours count, where not all of them do
 */
function formatIncident({ incident, deductions, counted }: CountedIncident, hours: Text, say: Say): PageLines {
  const lasted = formatDuration(incident.length());
  const total = counted.reduce((sum, span) => sum + span.length(), 0);
  const counts = say(formatDurationThat(total, ...THAT_COUNT));
  return [
    ...wrapText(`${say(describeSpan(incident))}${say(COLON)} ${lasted}, ${say(OF_WHICH)} ${counts}${say(hours)}`, 2),
    ...deductions.flatMap(({ clause, duration }) =>
      wrapText(`${say(TAKEN_OUT)} ${formatDuration(duration)}, ${formatQuote(clause, say)}`, 4),
    ),
  ];
}

/** What a clause says: `SLA4.bgp (SLA4, 2nd paragraph): The first minutes ...`. */
function formatQuote(clause: ClauseId, say: Say): string {
  const { place, paraphrase } = CLAUSES[clause];
  return `${clause} (${say(place)})${say(COLON)} ${say(paraphrase)}`;
}

/** A VM counts as down only while it cannot be restarted, which the times of an incident do not tell. */
function formatRestarts(say: Say): PageLines {
  return [
    ...wrapText(say(RESTARTS), 0),
    ...(["SLA9.supervise", "SLA9.downtime"] as const).flatMap((clause) => wrapText(formatQuote(clause, say), 2)),
  ];
}

function formatPeriod(count: PeriodCount, say: Say): string {
  const { counted, budget } = count;
  const kept = count.isBroken ? `${say(IS_BROKEN)} ${formatDuration(counted - budget)}` : say(IS_KEPT);
  const allowed = `${say(ALLOWED)} ${formatDuration(budget)}`;
  const counts = [allowed, `${say(COUNTED)} ${formatDuration(counted)}`, formatShare(count, say), kept];
  return `${say(IN)} ${say(describePeriod(count))}, ${counts.join(say(SEMICOLON))}`;
}

function formatPeriodBeside(count: PeriodCount, say: Say): string {
  const share = `(${say(SAME_SHARE)} ${formatDuration(count.budget)})`;
  const counts = [`${say(DOWNTIME)} ${formatDuration(count.counted)}`, formatShare(count, say)];
  return `${say(IN)} ${say(describePeriod(count))}, ${counts.join(say(SEMICOLON))} ${share}`;
}

function formatShare(count: PeriodCount, say: Say): string {
  return `${say(AVAILABILITY)} ${say(formatAvailability(count))}`;
}

/** Each ticket with the time to the first answer and the time to the resolution, and what is taken out of it. */
function formatSupportCount({ clause, tickets, workingDay }: SupportCount, page: ClaimPage, say: Say): PageLines[] {
  return [
    [
      ...wrapText(formatClause(clause, say), 0),
      ...tickets.flatMap((ticket) => [
        ...formatIncident(ticket, describeHours(ticket, workingDay), say),
        ...wrapText(`${say(TIME_NAMES.response)}${say(COLON)} ${formatResponse(ticket, say)}`, 4),
        ...wrapText(`${say(TIME_NAMES.restoration)}${say(COLON)} ${formatRestoration(ticket, say)}`, 4),
        ...formatCredit(creditForTime(page.penalties, clause, ticket.restoration), say),
      ]),
    ],
  ];
}

/** Which hours of a ticket count, where not all of them do. */
function describeHours({ restoration }: TicketCount, workingDay: WorkingDay | undefined): Text {
  if (restoration.isUpperBound) return WHOLE_DAYS;
  if (workingDay === undefined) return NOTHING;
  const { en, fr } = describeWorkingDay(workingDay);
  return { en: ` (working hours ${en})`, fr: ` (heures ouvrées ${fr})` };
}

function formatCredit(credit: string | undefined, say: Say): PageLines {
  return credit === undefined ? [] : wrapText(`${say(CREDIT)} ${credit}`, 4);
}

function formatResponse({ response: { taken, limit, verdict } }: TicketCount, say: Say): string {
  if (taken === undefined) return say(NO_ANSWER_TOLD);
  return `${formatDuration(taken)} ${say(FOR)} ${formatDuration(limit)}, ${say(VERDICTS[verdict])}`;
}

function formatRestoration({ restoration: { taken, limit, verdict, isUpperBound } }: TicketCount, say: Say): string {
  const lasted = `${isUpperBound ? `${say(AT_MOST)} ` : ""}${formatDuration(taken)}`;
  const why = verdict === "open" ? ` ${say(NO_WORKING_DAY)}` : "";
  return `${lasted} ${say(FOR)} ${formatDuration(limit)}, ${say(VERDICTS[verdict])}${why}`;
}

/** What was given in vain: time to take out, answers, working hours, and a table without a row for what is counted. */
function formatWithoutEffect({ claim, penalties }: ClaimPage, say: Say): PageLines {
  const clauses = clausesOf(claim);
  const isUseless = penalties?.penalties.every(({ clause }) => !clauses.includes(clause)) === true;
  const texts = [
    ...claim.notDeducted.map(describeNotDeducted),
    ...claim.withoutEffect.map(describeWithoutEffect),
    ...(isUseless ? [describeNoRow(clauses)] : []),
  ];
  return texts.flatMap((text) => wrapText(say(text), 0));
}

/** How the passages are read that leave a choice. */
function formatReadings({ availability, support, service }: Claim, say: Say): PageLines {
  const ids: ReadingId[] = [
    ...(service === "internet" && availability ? (["A8"] as const) : []),
    ...(service === "api" && availability ? (["A13"] as const) : []),
    ...(support ? (["A17"] as const) : []),
    ...(support?.clause === "SLA10.sev3" ? (["A16"] as const) : []),
    "A37",
  ];
  const lines = ids.map((id) => `${id}  ${say(READINGS[id].question)} ${say(READINGS[id].reading)}`);
  return [say(READ), ...[...lines, say(CALENDAR)].flatMap((line) => wrapText(line, 2))];
}

function formatConditions(commitments: readonly Commitment[], say: Say): PageLines {
  const ids = new Set(commitments.flatMap(preconditionsOf));
  const conditions = [...ids].filter((id) => CLAUSES[id].force === "condition");
  return [
    say(CONDITIONS),
    ...conditions.flatMap((id) => wrapText(`${id} (${say(CLAUSES[id].place)})  ${say(CLAUSES[id].paraphrase)}`, 2)),
  ];
}

function formatSteps(commitment: Commitment, say: Say): PageLines {
  return [say(TO_PROVE), ...formatClaimSteps(commitment, say).flatMap((step) => wrapText(step, 2))];
}

/** What is owed stands in a table that the convention does not hold. */
function formatOwed({ penalties }: ClaimPage, say: Say): PageLines {
  return wrapText(penalties ? `${say(BY_TABLE)} ${penalties.reference}.` : say(NO_TABLE), 0);
}

/** The ticket is written in both languages: support answers in either, whoever reads this page. */
function formatTicketIn(claim: Claim, language: Language, say: Say): PageLines {
  return [say(TICKET_IN[language]), "", ...formatTicket(claim, language)];
}

/** French puts a space before a colon and a semicolon. */
const NOTHING: Text = sameInEach("");
const IN: Text = { en: "In", fr: "En" };
const AT_MOST: Text = { en: "at most", fr: "au plus" };
const FOR: Text = { en: "for at most", fr: "pour au plus" };

const TITLE: Text = { en: "What incidents count for:", fr: "Décompte d'incidents :" };
const COUNTED_IN: Text = {
  en: "Months, years and working days are those of metropolitan France. The figures are those of the convention; what is measured is what was given to this command.",
  fr: "Mois, années et jours ouvrés sont ceux de la France métropolitaine. Les chiffres sont ceux de la convention ; ce qui est mesuré est ce qui a été donné à cette commande.",
};
const OF_WHICH: Text = { en: "of which", fr: "dont" };
/** What is said of a duration that counts: of one minute, and of several. */
const THAT_COUNT: readonly [Text, Text] = [
  { en: "counts", fr: "retenue" },
  { en: "count", fr: "retenues" },
];
const RESTARTS: Text = {
  en: "A VM is down while you cannot restart it: the time in which you could does not count, and `--restart` takes it out. Without it, all the time of an incident is taken as time in which you could not.",
  fr: "Une VM est indisponible tant que vous ne pouvez pas la redémarrer : le temps où vous le pouviez ne compte pas, et `--restart` le déduit. Sans cette option, tout le temps d'un incident passe pour du temps où vous ne le pouviez pas.",
};
const WHOLE_DAYS: Text = {
  en: " (at most, in working days of 24 h)",
  fr: " (décompte maximal, en jours ouvrés de 24 h)",
};
const TAKEN_OUT: Text = { en: "taken out:", fr: "à déduire :" };
const HELD: Text = { en: "Against the figure", fr: "Au regard du chiffre" };
/** The period over which the convention commits to nothing. */
const BESIDE: Readonly<Record<Period, Text>> = {
  month: { en: "For information, by the month:", fr: "À titre indicatif, sur le mois :" },
  year: { en: "For information, by the year:", fr: "À titre indicatif, sur l'année :" },
};
const ALLOWED: Text = { en: "downtime allowed:", fr: "indisponibilité admise :" };
const COUNTED: Text = { en: "counted:", fr: "retenue :" };
const DOWNTIME: Text = { en: "downtime counted:", fr: "indisponibilité retenue :" };
const AVAILABILITY: Text = { en: "availability:", fr: "disponibilité :" };
const SAME_SHARE: Text = { en: "the same share would allow", fr: "la même part admettrait" };
const IS_BROKEN: Text = { en: "not kept, exceeded by", fr: "non tenu, dépassé de" };
const IS_KEPT: Text = { en: "kept", fr: "tenu" };
const VERDICTS: Readonly<Record<TimeVerdict, Text>> = {
  kept: { en: "kept", fr: "tenu" },
  broken: { en: "not kept", fr: "non tenu" },
  open: { en: "undetermined", fr: "indéterminé" },
};
const NO_ANSWER_TOLD: Text = {
  en: "undetermined: give the time of the first answer with `--answered`",
  fr: "indéterminé : donnez l'heure de la première réponse avec `--answered`",
};
const NO_WORKING_DAY: Text = {
  en: "(give the working hours with `--working-day`)",
  fr: "(donnez les heures ouvrées avec `--working-day`)",
};
const READ: Text = { en: "How it is read (docs/interpretation.md)", fr: "Lecture retenue (docs/interpretation.md)" };
const CALENDAR: Text = {
  en: "A month and a year are those of the calendar, in their true length: the convention leaves the method to the contract (GEN.method).",
  fr: "Un mois et une année sont ceux du calendrier, avec leur durée vraie : la convention laisse la méthode au contrat (GEN.method).",
};
const CONDITIONS: Text = { en: "Conditions", fr: "Conditions" };
const TO_PROVE: Text = { en: "How to claim it from support", fr: "Comment le réclamer au support" };
const CREDIT: Text = { en: "by the table:", fr: "d'après le barème :" };
const BY_TABLE: Text = {
  en: "What is owed is read in the table that was given:",
  fr: "Ce qui est dû est lu dans le barème donné :",
};
const NO_TABLE: Text = {
  en: "What is owed stands in annex A of Outscale's general terms (GEN.penalties), and in no line of the convention: give its table with `--penalties`.",
  fr: "Ce qui est dû figure à l'annexe A des conditions générales d'Outscale (GEN.penalties), et nulle part dans la convention : donnez-en le barème avec `--penalties`.",
};
const TICKET_IN: Readonly<Record<Language, Text>> = {
  en: { en: "The ticket, in English", fr: "Le ticket, en anglais" },
  fr: { en: "The ticket, in French", fr: "Le ticket, en français" },
};
