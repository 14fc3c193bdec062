import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, LAST_PARAGRAPH, paragraph } from "./places";

/** Tickets, and the times of the support. */
export const SUPPORT: ClausesOf<"SLA10"> = {
  "SLA10.ticket": {
    heading: HEADINGS.sla10,
    place: at("SLA10", paragraph(1)),
    paraphrase: {
      en: "Every need and every incident takes a ticket with all the information required. Nothing is judged without it, and whether Outscale keeps its commitments is judged from its opening on.",
      fr: "Tout besoin et tout incident passent par un ticket contenant toutes les informations requises. Sans lui, rien ne se juge, et c'est depuis son ouverture que se juge la tenue des engagements d'Outscale.",
    },
    force: "condition",
    asterisk: false,
    bearer: "client",
    line: 603,
  },
  "SLA10.gti": {
    heading: HEADINGS.sla10,
    place: at("SLA10", paragraph(2)),
    paraphrase: {
      en: "The GTI, the guaranteed response time, runs from the opening of the ticket to the support's first answer.",
      fr: "La GTI, garantie de temps d'intervention, court de l'ouverture du ticket à la première réponse du support.",
    },
    force: "information",
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 605,
  },
  "SLA10.gtr": {
    heading: HEADINGS.sla10,
    place: at("SLA10", paragraph(3)),
    paraphrase: {
      en: "The GTR, the guaranteed restoration time, runs from the opening of a complete ticket to the resolution of the incident, less the time the client takes to answer questions.",
      fr: "La GTR, garantie de temps de rétablissement, court de l'ouverture d'un ticket complet à la résolution de l'incident, moins le temps que met le client à répondre aux questions.",
    },
    force: "exclusion",
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 607,
  },
  "SLA10.evidence": {
    heading: HEADINGS.sla10,
    place: at("SLA10", paragraph(4)),
    paraphrase: {
      en: "An incident the support has not seen itself is measured only if the client brings a trace of the outage or degradation.",
      fr: "Un incident que le support n'a pas vu lui-même n'est mesuré que si le client apporte une trace de la coupure ou de la dégradation.",
    },
    force: "condition",
    shows: {
      partly: {
        en: "the trace of the incident itself; a program shows only that something records",
        fr: "la trace de l'incident lui-même ; un programme montre seulement que quelque chose l'enregistre",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 609,
  },
  "SLA10.sev1": {
    heading: HEADINGS.sla10,
    place: at("SLA10", { en: "table, severity 1", fr: "tableau, sévérité 1" }),
    paraphrase: {
      en: "Support times for severity 1: a total and lasting outage of OOS, FCU, the API, the network or EIM, outside planned maintenance.",
      fr: "Délais de support en sévérité 1 : panne totale et durable d'OOS, de FCU, de l'API, du réseau ou d'EIM, maintenance programmée exceptée.",
    },
    figure: { en: "GTI 15 minutes, GTR 2 hours", fr: "GTI 15 minutes, GTR 2 heures" },
    force: "commitment",
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 618,
  },
  "SLA10.sev2": {
    heading: HEADINGS.sla10,
    place: at("SLA10", { en: "table, severity 2", fr: "tableau, sévérité 2" }),
    paraphrase: {
      en: "Support times for severity 2: degraded service or performance of OOS, FCU, the API, the network, EIM, the client portal or a tool that has a workaround, such as Cockpit.",
      fr: "Délais de support en sévérité 2 : service ou performance dégradés d'OOS, de FCU, de l'API, du réseau, d'EIM, du portail client ou d'un outil que l'on peut contourner, comme Cockpit.",
    },
    figure: { en: "GTI 30 minutes, GTR 4 hours", fr: "GTI 30 minutes, GTR 4 heures" },
    force: "commitment",
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 629,
  },
  "SLA10.sev3": {
    heading: HEADINGS.sla10,
    place: at("SLA10", { en: "table, severity 3", fr: "tableau, sévérité 3" }),
    paraphrase: {
      en: "Support times for severity 3: an isolated incident, a bug, a regression or a request to analyse an incident of the client.",
      fr: "Délais de support en sévérité 3 : incident isolé, bug, régression, ou demande d'analyser un incident du client.",
    },
    figure: { en: "GTI 1 hour, GTR 48 working hours", fr: "GTI 1 heure, GTR 48 heures ouvrées" },
    force: "commitment",
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 641,
  },
  "SLA10.zones": {
    heading: HEADINGS.sla10,
    place: at("SLA10", LAST_PARAGRAPH),
    paraphrase: {
      en: "Support times bind Outscale only if the client proves that resources equivalent to the failed one were deployed in every Subregion of the Region, and that Outscale could not restore the service all the same. For resources deployed in a single Subregion they do not apply.",
      fr: "Les délais de support n'engagent Outscale que si le client prouve que des ressources équivalentes à celle en panne étaient déployées dans chaque Sous-région de la Région, et qu'Outscale n'a pourtant pas pu rétablir le service. Ils ne valent pas pour des ressources déployées dans une seule Sous-région.",
    },
    force: "condition",
    shows: {
      partly: {
        en: "that equivalents were deployed, which a state proves (`prove`), and that Outscale could not restore the service, which is never visible; a program shows what is planned",
        fr: "que des équivalents étaient déployés, ce qu'un état prouve (`prove`), et qu'Outscale n'a pas pu rétablir le service, ce qui ne se voit jamais ; un programme montre ce qui est prévu",
      },
    },
    asterisk: false,
    allZones: true,
    bearer: "client",
    line: 648,
  },
};
