import type { AvailabilityCount, Claim, CountedIncident, PeriodCount, SupportCount, TicketCount } from "../../claim";
import { type ClauseId, CLAUSES, describeFigure, SUPPORT_TIMES } from "../../contract";
import {
  distinctTexts,
  formatList,
  joinTexts,
  joinWithSemicolons,
  type Language,
  sameInEach,
  type Text,
} from "../../text";
import { formatDuration } from "../duration";
import { type PageLines, sayIn, wrapText } from "../page";
import { describePeriod, describeSpan, describeWorkingDay } from "./calendar";
import { formatAvailability, formatDurationThat } from "./figures";
import { listBroken } from "./verdict";

/**
 * Writes the ticket to support about what is broken, and nothing else: a month, a ticket or a time that was kept is not
 * in it, nor one of which it is not known. What only the client knows is left open between angle brackets.
 */
export function formatTicket(claim: Claim, language: Language): PageLines {
  const { availability, support } = claim;
  const say = sayIn(language);
  const broken = listBroken(claim);
  const clauses = broken.flatMap((each) => each.clauses);
  const paragraphs: Text[] = [
    describeSubject(
      broken.map(({ name }) => name),
      clauses,
    ),
    describePlace(support),
    ...(availability ? describeMissedPeriods(availability) : []),
    ...(support ? describeLateTickets(support) : []),
    TRIED,
    TRACE,
    ...describeProofs(clauses),
    REQUEST,
  ];
  return paragraphs.flatMap((paragraph) => wrapText(say(paragraph), 2));
}

function describeSubject(names: readonly Text[], clauses: readonly ClauseId[]): Text {
  const about = joinWithSemicolons(names);
  const places = joinWithSemicolons(distinctTexts(clauses.map((clause) => CLAUSES[clause].place)));
  const [one, many] = [
    { en: "commitment not kept", fr: "non-respect d'un engagement" },
    { en: "commitments not kept", fr: "non-respect d'engagements" },
  ];
  const { en, fr } = names.length > 1 ? many : one;
  return {
    en: `Subject: ${en}: ${about.en} (service convention, ${places.en})`,
    fr: `Objet : ${fr} : ${about.fr} (convention de service, ${places.fr})`,
  };
}

/** Where it happened, and how severe it was: the severity that was given, with the reason left open. */
function describePlace(support: SupportCount | undefined): Text {
  const severity = support
    ? { en: `${String(support.severity)}, because <why>`, fr: `${String(support.severity)}, car <pourquoi>` }
    : { en: "<1, 2 or 3, and why>", fr: "<1, 2 ou 3, et pourquoi>" };
  return {
    en: `Account: <account id>. Region: cloudgouv-eu-west-1. Resources that failed: <their ids>. Severity: ${severity.en}.`,
    fr: `Compte : <id du compte>. Région : cloudgouv-eu-west-1. Ressources en panne : <leurs id>. Sévérité : ${severity.fr}.`,
  };
}

/** The commitment, the incidents of the months or years in which it is not kept, and what counts of each of these. */
function describeMissedPeriods({ clauses, incidents, held }: AvailabilityCount): Text[] {
  const missed = held.filter(({ isBroken }) => isBroken);
  if (missed.length === 0) return [];
  const struck = incidents.filter(({ incident }) => missed.some(({ period }) => period.overlaps(incident)));
  return [...clauses.map(describeCommitment), ...struck.map(describeIncident), ...missed.map(describeMissedPeriod)];
}

function describeCommitment(clause: ClauseId): Text {
  const { place, paraphrase } = CLAUSES[clause];
  const figure = describeFigure(clause) ?? { en: "", fr: "" };
  return {
    en: `Commitment (${place.en}), ${figure.en}: ${paraphrase.en}`,
    fr: `Engagement (${place.fr}), ${figure.fr} : ${paraphrase.fr}`,
  };
}

function describeIncident({ incident, deductions }: CountedIncident): Text {
  const [span, lasted] = [describeSpan(incident), formatDuration(incident.length())];
  const taken = describeDeductions(deductions);
  const of = taken ? { en: `, of which deducted: ${taken.en}`, fr: `, dont à déduire : ${taken.fr}` } : NOTHING;
  return { en: `- ${span.en}: ${lasted}${of.en}.`, fr: `- ${span.fr} : ${lasted}${of.fr}.` };
}

/** `2 min (SLA4, 2nd paragraph)`, for each clause that takes something out. */
function describeDeductions(deductions: CountedIncident["deductions"]): Text | undefined {
  if (deductions.length === 0) return undefined;
  return formatList(
    deductions.map(({ clause, duration }) => {
      const [{ place }, lasts] = [CLAUSES[clause], formatDuration(duration)];
      return { en: `${lasts} (${place.en})`, fr: `${lasts} (${place.fr})` };
    }),
  );
}

function describeMissedPeriod(count: PeriodCount): Text {
  const [period, counted] = [describePeriod(count), formatDuration(count.counted)];
  const allowed = formatDurationThat(count.budget, ...ALLOWED);
  const { en, fr } = formatAvailability(count);
  return {
    en: `In ${period.en}, the downtime counted is ${counted}, for ${allowed.en}: an availability of ${en}.`,
    fr: `En ${period.fr}, l'indisponibilité retenue est de ${counted}, pour ${allowed.fr} : une disponibilité de ${fr}.`,
  };
}

/** The commitment, and the tickets of which a time is not kept. */
function describeLateTickets(support: SupportCount): Text[] {
  const late = support.tickets.flatMap((ticket) => {
    const times = describeLateTimes(ticket, support);
    return times.length > 0 ? [describeLateTicket(ticket, times)] : [];
  });
  return late.length > 0 ? [describeCommitment(support.clause), ...late] : [];
}

function describeLateTicket({ incident }: TicketCount, times: readonly Text[]): Text {
  const [span, { en, fr }] = [describeSpan(incident), joinTexts(times, ", ")];
  return { en: `- Ticket <number>, ${span.en}: ${en}.`, fr: `- Ticket <numéro>, ${span.fr} : ${fr}.` };
}

/** What support did too late: to answer, to resolve, or both. */
function describeLateTimes({ response, restoration, deductions }: TicketCount, { workingDay }: SupportCount): Text[] {
  const [answered, resolved] = [response.taken ?? 0, restoration.taken].map(formatDuration);
  const [gti, gtr] = [response.limit, restoration.limit].map(formatDuration);
  const hours = workingDay && describeWorkingDay(workingDay);
  const worked = hours ? { en: ` in working hours ${hours.en}`, fr: ` en heures ouvrées ${hours.fr}` } : NOTHING;
  const taken = describeDeductions(deductions);
  const without = taken ? { en: `, after deduction of ${taken.en}`, fr: `, après déduction de ${taken.fr}` } : NOTHING;
  const first = {
    en: `first answer after ${answered ?? ""} (GTI: ${gti ?? ""})`,
    fr: `première réponse après ${answered ?? ""} (GTI : ${gti ?? ""})`,
  };
  const last = {
    en: `resolved after ${resolved ?? ""}${worked.en} (GTR: ${gtr ?? ""})${without.en}`,
    fr: `résolu après ${resolved ?? ""}${worked.fr} (GTR : ${gtr ?? ""})${without.fr}`,
  };
  return [...(response.verdict === "broken" ? [first] : []), ...(restoration.verdict === "broken" ? [last] : [])];
}

/** What the client has to prove for the commitments: it is left open, for this command has seen none of it. */
function describeProofs(clauses: readonly ClauseId[]): Text[] {
  const [isStarred, isSupport] = [
    clauses.some((clause) => CLAUSES[clause].asterisk),
    clauses.some((clause) => SUPPORT_TIMES.includes(clause)),
  ];
  return [...(isStarred ? [DEPLOYMENT] : []), ...(isSupport ? [EQUIVALENTS] : [])];
}

const NOTHING: Text = sameInEach("");
/** What a budget is called, for one minute and for several. */
const ALLOWED: readonly [Text, Text] = [
  { en: "allowed", fr: "admise" },
  { en: "allowed", fr: "admises" },
];
const TRIED: Text = {
  en: "What we tried: <restart, another Subregion, with the hours and the answers of the API>.",
  fr: "Ce que nous avons tenté : <redémarrage, autre Sous-région, avec les heures et les réponses de l'API>.",
};
const TRACE: Text = {
  en: "Our own trace, joined (SLA10, 4th paragraph): <access logs, outside probe, answers of the API>.",
  fr: "Notre propre trace, jointe (SLA10, 4e alinéa) : <journaux d'accès, sonde externe, réponses de l'API>.",
};
const DEPLOYMENT: Text = {
  en: `To be shown (${CLAUSES["GEN.asterisk"].place.en}): that our systems were deployed in every Subregion of the Region <the page of \`prove\`, with its date and SHA-256>.`,
  fr: `À montrer (${CLAUSES["GEN.asterisk"].place.fr}) : que nos systèmes étaient déployés dans chaque Sous-région de la Région <la page de \`prove\`, avec sa date et son SHA-256>.`,
};
const EQUIVALENTS: Text = {
  en: `To be proved by us (${CLAUSES["SLA10.zones"].place.en}): that resources equivalent to those that failed were deployed in every Subregion of the Region <the page of \`prove\`, with its date and SHA-256>, and that Outscale could not restore the service all the same <the answers of support, with their times>.`,
  fr: `À prouver par nous (${CLAUSES["SLA10.zones"].place.fr}) : que des ressources équivalentes à celles en panne étaient déployées dans chaque Sous-région de la Région <la page de \`prove\`, avec sa date et son SHA-256>, et qu'Outscale n'a malgré cela pas pu rétablir le service <les réponses du support, avec leurs heures>.`,
};
const REQUEST: Text = {
  en: "Please confirm the duration that you count, and what is owed for it by annex A of the general terms of sale.",
  fr: "Merci de confirmer la durée que vous retenez, et ce qui est dû à ce titre d'après l'annexe A des conditions générales de vente.",
};
