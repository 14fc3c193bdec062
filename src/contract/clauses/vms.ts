import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, paragraph, sentence } from "./places";

/** VMs, and what counts as their downtime. */
export const VMS: ClausesOf<"SLA9"> = {
  "SLA9.hardware": {
    heading: HEADINGS.sla9,
    place: at("SLA9", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of each physical (bare-metal) resource of its infrastructure.",
      fr: "Outscale s'engage sur la disponibilité de chaque ressource physique (bare-metal) de son infrastructure.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.vm": {
    heading: HEADINGS.sla9,
    place: at("SLA9", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of each VM.",
      fr: "Outscale s'engage sur la disponibilité de chaque VM.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.api": {
    heading: HEADINGS.sla9,
    place: at("SLA9", bullet(3)),
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with VMs.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec les VM.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 590,
  },
  "SLA9.stopped": {
    heading: HEADINGS.sla9,
    place: at("SLA9", paragraph(1), sentence(1)),
    paraphrase: {
      en: "When a hardware failure stops a VM, that VM stays stopped by default, lest a restart do further damage.",
      fr: "La VM qu'une panne matérielle arrête reste arrêtée par défaut, de peur qu'un redémarrage n'aggrave les dégâts.",
    },
    force: "warning",
    shows: {
      partly: {
        en: "what Outscale does with a VM whose host has failed; a program shows only what is asked for",
        fr: "ce que fait Outscale d'une VM dont l'hôte est tombé en panne ; un programme montre seulement ce qui est demandé",
      },
    },
    asterisk: false,
    bearer: "provider",
    line: 592,
  },
  "SLA9.supervise": {
    heading: HEADINGS.sla9,
    place: at("SLA9", paragraph(1), sentence(2)),
    paraphrase: {
      en: "The client watches its VMs and restarts them when needed. The time it takes to do so is not downtime.",
      fr: "Le client surveille ses VM et les redémarre au besoin. Le temps qu'il y met n'est pas de l'indisponibilité.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "that somebody watches the VMs and restarts them; a program shows only health checks and what a VM is to do when it stops",
        fr: "que quelqu'un surveille les VM et les redémarre ; un programme montre seulement les health checks et ce que doit faire une VM qui s'arrête",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 592,
  },
  "SLA9.downtime": {
    heading: HEADINGS.sla9,
    place: at("SLA9", paragraph(2)),
    paraphrase: {
      en: "A stopped resource counts as down only for as long as the client is unable to restart it.",
      fr: "Une ressource arrêtée ne compte comme indisponible que tant que le client ne peut pas la relancer.",
    },
    force: "exclusion",
    asterisk: false,
    bearer: "both",
    line: 594,
  },
  "SLA9.hammering": {
    heading: HEADINGS.sla9,
    place: at("SLA9", paragraph(3)),
    paraphrase: {
      en: "Overloading the command APIs, or any abnormal use of the infrastructure, may set off automatic blocking, which is never downtime.",
      fr: "Surcharger les API de commande, ou faire de l'infrastructure un usage anormal, peut déclencher un blocage automatique, qui n'est jamais de l'indisponibilité.",
    },
    force: "exclusion",
    shows: {
      partly: {
        en: "how often the API is really called, from here and from elsewhere",
        fr: "à quelle fréquence l'API est réellement appelée, d'ici et d'ailleurs",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 596,
  },
  "SLA9.throttling": {
    heading: HEADINGS.sla9,
    place: at("SLA9", paragraph(4)),
    paraphrase: {
      en: "The rate of perfectly identical API requests is limited, and a refusal on that ground is not downtime.",
      fr: "La fréquence des requêtes API rigoureusement identiques est limitée, et un refus à ce titre n'est pas de l'indisponibilité.",
    },
    figure: { en: "one per second", fr: "une par seconde" },
    force: "exclusion",
    shows: {
      partly: {
        en: "how often identical requests are really sent",
        fr: "à quelle fréquence des requêtes identiques sont réellement envoyées",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 598,
  },
};
