import type { Interval } from "luxon";
import {
  type AvailabilityCount,
  type Claim,
  type CountedIncident,
  type ExclusionKind,
  isBroken,
  type PeriodCount,
  type Service,
  type SupportCount,
  type TicketCount,
  type TimeVerdict,
} from "../../claim";
import {
  type ClauseId,
  CLAUSES,
  type Commitment,
  commitmentOf,
  describeFigure,
  EDITION_TEXT,
  preconditionsOf,
  type ReadingId,
  READINGS,
} from "../../contract";
import { type Language, LANGUAGES, type Text } from "../../text";
import { formatDuration } from "../duration";
import { formatMoment } from "../moment";
import { joinSections, type PageLines, type Say, sayIn, wrapText } from "../page";
import { creditForPeriod, creditForTime, formatAvailability, namePeriod } from "./figures";
import type { ClaimPage } from "./page";
import { SERVICE_NAMES } from "./service-names";
import { formatClaimSteps } from "./steps";
import { formatTicket } from "./ticket";

/** Writes what counts of some incidents, which commitment is broken by it, what has to be proved, and the ticket. */
export function formatTextClaim(page: ClaimPage, language: Language): string {
  const { claim } = page;
  const { availability, support } = claim;
  const say = sayIn(language);
  const commitments = commitmentsOf(claim);
  return joinSections([
    formatTitle(claim.service, say),
    ...(availability ? formatAvailabilityCount(availability, page, say) : []),
    ...(support ? formatSupportCount(support, page, say) : []),
    formatNotDeducted(claim.notDeducted, say),
    wrapText(say(isBroken(claim) ? BROKEN : isOpen(claim) ? OPEN : KEPT), 0),
    formatReadings(claim, say),
    formatConditions(commitments, say),
    ...commitments.slice(-1).map((commitment) => formatSteps(commitment, say)),
    formatOwed(page, say),
    ...LANGUAGES.map((each) => formatTicketIn(page, each, say)),
    wrapText(say(EDITION_TEXT), 0),
  ]);
}

/** The commitments that a claim counts against; support times, of which most has to be proved, come last. */
function commitmentsOf({ availability, support }: Claim): Commitment[] {
  const clauses = [...(availability?.clauses ?? []), ...(support ? [support.clause] : [])];
  return clauses.map(commitmentOf);
}

function isOpen({ support }: Claim): boolean {
  return (
    support?.tickets.some(({ response, restoration }) => [response.verdict, restoration.verdict].includes("open")) ===
    true
  );
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
      ...incidents.flatMap((incident) => formatIncident(incident, say)),
    ],
    [
      say(HELD),
      ...held.flatMap((each) => [
        ...wrapText(formatPeriod(each, say), 2),
        ...clauses.flatMap((clause) => {
          const credit = creditForPeriod(page.penalties, clause, each);
          return credit === undefined ? [] : wrapText(`${clause} ${say(CREDIT)} ${credit}`, 4);
        }),
      ]),
    ],
    [say(BESIDE), ...beside.flatMap((each) => wrapText(formatPeriodBeside(each, say), 2))],
  ];
}

/** `SLA4.internet (SLA4, bullet 1): 99.999 % a year`. */
function formatClause(clause: ClauseId, say: Say): string {
  const figure = describeFigure(clause);
  return `${clause} (${say(CLAUSES[clause].place)})${figure ? `${say(COLON)} ${say(figure)}` : ""}`;
}

function formatIncident({ incident, deductions, counted }: CountedIncident, say: Say): PageLines {
  const lasted = formatDuration(incident.length());
  const counts = formatDuration(counted.reduce((sum, span) => sum + span.length(), 0));
  return [
    ...wrapText(`${formatSpan(incident, say)}${say(COLON)} ${lasted}, ${say(OF_WHICH)} ${counts}`, 2),
    ...deductions.flatMap(({ clause, duration }) =>
      wrapText(
        `${say(TAKEN_OUT)} ${formatDuration(duration)}, ${clause} (${say(CLAUSES[clause].place)})${say(COLON)} ${say(CLAUSES[clause].paraphrase)}`,
        4,
      ),
    ),
  ];
}

function formatSpan({ start, end }: Interval, say: Say): string {
  return `${formatMoment(start)} ${say(TO)} ${formatMoment(end)}`;
}

function formatPeriod(count: PeriodCount, say: Say): string {
  const { counted, budget, availability } = count;
  const kept = count.isBroken ? `${say(IS_BROKEN)} ${formatDuration(counted - budget)}` : say(IS_KEPT);
  const left = `${say(MAY_MISS)} ${formatDuration(budget)}, ${say(COUNTS)} ${formatDuration(counted)}`;
  return `${namePeriod(count)}${say(COLON)} ${left}, ${say(AVAILABLE)} ${say(formatAvailability(availability))}${say(SEMICOLON)} ${kept}`;
}

function formatPeriodBeside(count: PeriodCount, say: Say): string {
  const { counted, budget, availability } = count;
  return `${namePeriod(count)}${say(COLON)} ${say(COUNTS)} ${formatDuration(counted)}, ${say(AVAILABLE)} ${say(formatAvailability(availability))} (${say(SAME_SHARE)} ${formatDuration(budget)})`;
}

/** Each ticket with the time to the first answer and the time to the resolution, and what is taken out of it. */
function formatSupportCount({ clause, tickets }: SupportCount, page: ClaimPage, say: Say): PageLines[] {
  return [
    [
      ...wrapText(formatClause(clause, say), 0),
      ...tickets.flatMap((ticket) => [
        ...formatIncident(ticket, say),
        ...wrapText(`${say(RESPONSE)}${say(COLON)} ${formatResponse(ticket, say)}`, 4),
        ...wrapText(`${say(RESTORATION)}${say(COLON)} ${formatRestoration(ticket, say)}`, 4),
        ...formatCredit(creditForTime(page.penalties, clause, ticket.restoration), say),
      ]),
    ],
  ];
}

function formatCredit(credit: string | undefined, say: Say): PageLines {
  return credit === undefined ? [] : wrapText(`${say(CREDIT)} ${credit}`, 4);
}

function formatResponse({ response: { taken, limit, verdict } }: TicketCount, say: Say): string {
  if (taken === undefined) return say(NO_ANSWER_TOLD);
  return `${formatDuration(taken)} ${say(FOR)} ${formatDuration(limit)}, ${say(VERDICTS[verdict])}`;
}

function formatRestoration({ restoration: { taken, limit, verdict } }: TicketCount, say: Say): string {
  const why = verdict === "open" ? ` ${say(NO_WORKING_DAY)}` : "";
  return `${formatDuration(taken)} ${say(FOR)} ${formatDuration(limit)}, ${say(VERDICTS[verdict])}${why}`;
}

function formatNotDeducted(kinds: readonly ExclusionKind[], say: Say): PageLines {
  return kinds.flatMap((kind) => wrapText(`${say(NOT_DEDUCTED)} ${say(WHY_NOT[kind])}`, 0));
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
function formatTicketIn(page: ClaimPage, language: Language, say: Say): PageLines {
  if (!isBroken(page.claim) && !isOpen(page.claim)) return [];
  return [say(TICKET_IN[language]), "", ...formatTicket(page, language)];
}

/** French puts a space before a colon and a semicolon. */
const COLON: Text = { en: ":", fr: " :" };
const SEMICOLON: Text = { en: ";", fr: " ;" };
const TO: Text = { en: "to", fr: "à" };
const FOR: Text = { en: "for at most", fr: "pour au plus" };

const TITLE: Text = { en: "What incidents count for:", fr: "Décompte d'incidents :" };
const COUNTED_IN: Text = {
  en: "Months, years and working days are those of metropolitan France. The figures are those of the convention; what is measured is what was given to this command.",
  fr: "Mois, années et jours ouvrés sont ceux de France métropolitaine. Les chiffres sont ceux de la convention ; ce qui est mesuré est ce qui a été donné à cette commande.",
};
const OF_WHICH: Text = { en: "of which counts", fr: "dont compte" };
const TAKEN_OUT: Text = { en: "taken out:", fr: "à déduire :" };
const HELD: Text = { en: "Against the figure", fr: "Au regard du chiffre" };
const BESIDE: Text = {
  en: "By the other period, over which the convention holds nothing",
  fr: "Par l'autre période, sur laquelle la convention n'engage à rien",
};
const MAY_MISS: Text = { en: "may be missing", fr: "peut manquer" };
const COUNTS: Text = { en: "counts", fr: "compte" };
const AVAILABLE: Text = { en: "available", fr: "disponible" };
const SAME_SHARE: Text = { en: "the same share would leave", fr: "la même part laisserait" };
const IS_BROKEN: Text = { en: "not kept, by", fr: "non tenu, dépassé de" };
const IS_KEPT: Text = { en: "kept", fr: "tenu" };
const RESPONSE: Text = { en: "first answer (GTI)", fr: "première réponse (GTI)" };
const RESTORATION: Text = { en: "resolution (GTR)", fr: "résolution (GTR)" };
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
  en: "(whole working days are the most that can count: give their hours with `--working-day`)",
  fr: "(des jours ouvrés entiers sont le plus qui puisse compter : donnez-en les heures avec `--working-day`)",
};
const NOT_DEDUCTED: Text = { en: "Not taken out:", fr: "Non déduit :" };
const WHY_NOT: Readonly<Record<ExclusionKind, Text>> = {
  maintenance: {
    en: "planned maintenance, which the convention takes out of severity 1 alone (SLA10.sev1); count on no more than Outscale has confirmed to you (A17).",
    fr: "la maintenance programmée, que la convention n'exclut qu'en sévérité 1 (SLA10.sev1) ; ne comptez pas sur plus que ce qu'Outscale vous a confirmé (A17).",
  },
  restart: {
    en: "the time in which the client had not restarted, which counts for VMs and their hosts alone (SLA9.supervise).",
    fr: "le temps mis par le client à redémarrer, qui ne vaut que pour les VM et leurs hôtes (SLA9.supervise).",
  },
  throttling: {
    en: "refusals of identical requests, which count for the command API alone (SLA9.throttling).",
    fr: "les refus de requêtes identiques, qui ne valent que pour l'API de commande (SLA9.throttling).",
  },
  countermeasure: {
    en: "protections against abusive use, which are about the availability of services, not about support times.",
    fr: "les protections contre un usage abusif, qui portent sur la disponibilité des services, pas sur les délais de support.",
  },
  waiting: {
    en: "the time in which support waited for an answer, which counts for support times alone (SLA10.gtr): give `--severity`.",
    fr: "le temps pendant lequel le support attendait une réponse, qui ne vaut que pour les délais de support (SLA10.gtr) : donnez `--severity`.",
  },
};
const BROKEN: Text = {
  en: "A commitment is not kept by what was given. Whether it can be claimed hangs on the conditions below.",
  fr: "D'après ce qui a été donné, un engagement n'est pas tenu. Qu'il soit réclamable dépend des conditions ci-dessous.",
};
const OPEN: Text = {
  en: "Whether the commitments are kept is undetermined.",
  fr: "Que les engagements soient tenus ou non reste indéterminé.",
};
const KEPT: Text = {
  en: "By what was given, no commitment is broken: nothing can be claimed for these incidents alone. Tickets and traces of them still count with later ones of the same month or year.",
  fr: "D'après ce qui a été donné, aucun engagement n'est rompu : rien n'est réclamable pour ces seuls incidents. Leurs tickets et leurs traces comptent encore avec de prochains incidents du même mois ou de la même année.",
};
const READ: Text = { en: "How it is read (docs/interpretation.md)", fr: "Lecture retenue (docs/interpretation.md)" };
const CALENDAR: Text = {
  en: "A month and a year are those of the calendar, in their true length: the convention leaves the method to the contract (GEN.method).",
  fr: "Un mois et une année sont ceux du calendrier, avec leur durée vraie : la convention laisse la méthode au contrat (GEN.method).",
};
const CONDITIONS: Text = { en: "Conditions", fr: "Conditions" };
const TO_PROVE: Text = { en: "How to claim it from support", fr: "Comment le réclamer au support" };
const CREDIT: Text = { en: "the table owes", fr: "le barème doit" };
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
