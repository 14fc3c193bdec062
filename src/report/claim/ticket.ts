import type { CountedIncident, PeriodCount, TicketCount } from "../../claim";
import { BOUND_TO_DEPLOYMENT, type ClauseId, CLAUSES, describeFigure } from "../../contract";
import { joinWithSemicolons, type Language, sameInEach, type Text } from "../../text";
import { formatDuration } from "../duration";
import { formatMoment } from "../moment";
import { type PageLines, sayIn, wrapText } from "../page";
import { formatAvailability, namePeriod } from "./figures";
import type { ClaimPage } from "./page";
import { SERVICE_NAMES } from "./service-names";

/** Writes the ticket to support, with what only the client knows left open between angle brackets. */
export function formatTicket({ claim }: ClaimPage, language: Language): PageLines {
  const { service, availability, support } = claim;
  const say = sayIn(language);
  const clauses = [...(availability?.clauses ?? []), ...(support ? [support.clause] : [])];
  const incidents = availability?.incidents ?? support?.tickets ?? [];
  const paragraphs: Text[] = [
    formatSubject(clauses, SERVICE_NAMES[service]),
    PLACE,
    ...incidents.map(formatIncident),
    ...clauses.map(formatCommitment),
    ...(availability?.held.map(formatCount) ?? []),
    ...(support?.tickets.map(formatTimes) ?? []),
    TRIED,
    TRACE,
    ...(clauses.some((clause) => BOUND_TO_DEPLOYMENT.includes(clause)) ? [EQUIVALENTS] : []),
    REQUEST,
  ];
  return paragraphs.flatMap((paragraph) => wrapText(say(paragraph), 2));
}

function formatSubject(clauses: readonly ClauseId[], name: Text): Text {
  const { en, fr } = joinWithSemicolons(removeDoubles(clauses.map((clause) => CLAUSES[clause].place)));
  return {
    en: `Subject: commitment not kept, ${name.en} (service convention, ${en})`,
    fr: `Objet : engagement non tenu, ${name.fr} (convention de service, ${fr})`,
  };
}

/** Clauses of one place are named once. */
function removeDoubles(places: readonly Text[]): Text[] {
  return [...new Map(places.map((place) => [place.en, place])).values()];
}

function formatIncident({ incident: { start, end }, incident, deductions }: CountedIncident): Text {
  const lasted = formatDuration(incident.length());
  const taken = deductions.map(({ clause, duration }) => {
    const [{ place }, lasts] = [CLAUSES[clause], formatDuration(duration)];
    return { en: `${lasts} of it deducted (${place.en})`, fr: `dont ${lasts} à déduire (${place.fr})` };
  });
  const { en, fr } = joinWithSemicolons([sameInEach(lasted), ...taken]);
  return {
    en: `- From ${formatMoment(start)} to ${formatMoment(end)}: ${en}.`,
    fr: `- Du ${formatMoment(start)} au ${formatMoment(end)} : ${fr}.`,
  };
}

function formatCommitment(clause: ClauseId): Text {
  const { place, paraphrase } = CLAUSES[clause];
  const figure = describeFigure(clause) ?? { en: "", fr: "" };
  return {
    en: `Commitment (${place.en}), ${figure.en}: ${paraphrase.en}`,
    fr: `Engagement (${place.fr}), ${figure.fr} : ${paraphrase.fr}`,
  };
}

function formatCount(count: PeriodCount): Text {
  const { counted, budget, availability } = count;
  const [name, counts, may] = [namePeriod(count), formatDuration(counted), formatDuration(budget)];
  const { en, fr } = formatAvailability(availability);
  return {
    en: `In ${name}, ${counts} count, where ${may} may be missing: an availability of ${en}.`,
    fr: `Pour ${name}, ${counts} comptent, là où ${may} peuvent manquer : une disponibilité de ${fr}.`,
  };
}

function formatTimes({ response, restoration }: TicketCount): Text {
  const first = response.taken === undefined ? undefined : formatDuration(response.taken);
  const [resolved, limit] = [formatDuration(restoration.taken), formatDuration(restoration.limit)];
  const answered =
    first === undefined
      ? { en: "", fr: "" }
      : {
          en: `first answer after ${first} (GTI: ${formatDuration(response.limit)}), `,
          fr: `première réponse après ${first} (GTI : ${formatDuration(response.limit)}), `,
        };
  return {
    en: `Ticket <number>: ${answered.en}resolved after ${resolved} (GTR: ${limit}).`,
    fr: `Ticket <numéro> : ${answered.fr}résolu après ${resolved} (GTR : ${limit}).`,
  };
}

const PLACE: Text = {
  en: "Account: <account id>. Region: cloudgouv-eu-west-1. Resources that failed: <their ids>. Severity: <1, 2 or 3, and why>.",
  fr: "Compte : <id du compte>. Région : cloudgouv-eu-west-1. Ressources en panne : <leurs id>. Sévérité : <1, 2 ou 3, et pourquoi>.",
};
const TRIED: Text = {
  en: "What we tried: <restart, another Subregion, with the hours and the answers of the API>.",
  fr: "Ce que nous avons tenté : <redémarrage, autre Sous-région, avec les heures et les réponses de l'API>.",
};
const TRACE: Text = {
  en: "Our own trace, joined (SLA10, 4th paragraph): <access logs, outside probe, answers of the API>.",
  fr: "Notre propre trace, jointe (SLA10, 4e alinéa) : <journaux d'accès, sonde externe, réponses de l'API>.",
};
const EQUIVALENTS: Text = {
  en: "Equivalent resources were deployed in every Subregion of the Region: joined is the page of <date>, SHA-256 <hash>.",
  fr: "Des ressources équivalentes étaient déployées dans chaque Sous-région de la Région : ci-joint la page du <date>, SHA-256 <empreinte>.",
};
const REQUEST: Text = {
  en: "Please confirm the duration that you count, and what is owed for it by annex A of the general terms of sale.",
  fr: "Merci de confirmer la durée que vous retenez, et ce qui est dû à ce titre d'après l'annexe A des conditions générales de vente.",
};
