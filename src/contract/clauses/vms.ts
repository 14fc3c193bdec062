import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** VMs, and what counts as their downtime. */
export const VMS: ClausesOf<"SLA9"> = {
  "SLA9.hardware": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of each physical (bare-metal) resource of its infrastructure.",
      fr: "Outscale s'engage sur la disponibilité de chaque ressource physique (bare-metal) de son infrastructure.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.vm": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of each VM.",
      fr: "Outscale s'engage sur la disponibilité de chaque VM.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.api": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with VMs.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec les VM.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 590,
  },
  "SLA9.stopped": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "When a hardware failure stops a VM, that VM stays stopped by default, lest a restart do further damage.",
      fr: "La VM qu'une panne matérielle arrête reste arrêtée par défaut, de peur qu'un redémarrage n'aggrave les dégâts.",
    },
    asterisk: false,
    bearer: "provider",
    line: 592,
  },
  "SLA9.supervise": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "The client watches its VMs and restarts them when needed. The time it takes to do so is not downtime.",
      fr: "Le client surveille ses VM et les redémarre au besoin. Le temps qu'il y met n'est pas de l'indisponibilité.",
    },
    asterisk: false,
    bearer: "client",
    line: 592,
  },
  "SLA9.downtime": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "A stopped resource counts as down only for as long as the client is unable to restart it.",
      fr: "Une ressource arrêtée ne compte comme indisponible que tant que le client ne peut pas la relancer.",
    },
    asterisk: false,
    bearer: "both",
    line: 594,
  },
  "SLA9.hammering": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Overloading the command APIs, or any abnormal use of the infrastructure, may set off automatic blocking, which is never downtime.",
      fr: "Surcharger les API de commande, ou faire de l'infrastructure un usage anormal, peut déclencher un blocage automatique, qui n'est jamais de l'indisponibilité.",
    },
    asterisk: false,
    bearer: "client",
    line: 596,
  },
  "SLA9.throttling": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "The rate of perfectly identical API requests is limited, and a refusal on that ground is not downtime.",
      fr: "La fréquence des requêtes API rigoureusement identiques est limitée, et un refus à ce titre n'est pas de l'indisponibilité.",
    },
    figure: { en: "one per second", fr: "une par seconde" },
    asterisk: false,
    bearer: "client",
    line: 598,
  },
};
