import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** The client's data: recovery, erasure, secrecy and ownership. */
export const DATA: ClausesOf<"REV" | "DEL" | "DATA"> = {
  "REV.access": {
    heading: HEADINGS.reversibility,
    paraphrase: {
      en: "When the convention ends, for whatever reason, the client keeps for a time an access to the platform that serves only to recover what is its own.",
      fr: "Quand la convention prend fin, pour quelque motif que ce soit, le client garde un temps un accès à la plateforme qui ne sert qu'à récupérer ce qui est à lui.",
    },
    figure: { en: "1 month", fr: "1 mois" },
    asterisk: false,
    bearer: "provider",
    line: 478,
  },
  "REV.apis": {
    heading: HEADINGS.reversibility,
    paraphrase: {
      en: "Outscale offers the client, or competent third parties it names, open and documented APIs to recover what it has and take it in-house or to another provider.",
      fr: "Outscale offre au client, ou aux tiers compétents qu'il désigne, des API ouvertes et documentées pour récupérer ce qui est à lui et l'emporter chez lui ou chez un autre prestataire.",
    },
    asterisk: false,
    bearer: "provider",
    line: 476,
  },
  "REV.report": {
    heading: HEADINGS.reversibility,
    paraphrase: {
      en: "Once the time to recover data is over, the client sends Outscale a signed report that recovery is complete. Outscale then ends the access and erases all the client's data, without a trace.",
      fr: "Une fois écoulé le délai de récupération, le client envoie à Outscale un procès-verbal signé disant qu'elle est terminée. Outscale ferme alors l'accès et efface toutes les données du client, sans trace.",
    },
    asterisk: false,
    bearer: "client",
    line: 483,
  },
  "REV.billing": {
    heading: HEADINGS.reversibility,
    paraphrase: {
      en: "If the client still sends no report within a set time after receiving a formal notice, Outscale may bill for the storage that the data occupy, for a limited time, and may then delete the data.",
      fr: "Si le client n'envoie toujours pas de procès-verbal dans le délai fixé après réception d'une mise en demeure, Outscale peut facturer l'espace que les données occupent, pendant un temps limité, puis les supprimer.",
    },
    figure: { en: "15 working days, then 13 months at most", fr: "15 jours ouvrés, puis 13 mois au plus" },
    asterisk: false,
    bearer: "client",
    line: 485,
  },
  "REV.erase": {
    heading: HEADINGS.reversibility,
    paraphrase: {
      en: "After the end of reversibility, all the client's data are erased within a set time.",
      fr: "L'effacement de toutes les données du client intervient dans un délai fixé après la fin de la réversibilité.",
    },
    figure: { en: "2 weeks and 1 day at most", fr: "2 semaines et 1 jour au plus" },
    asterisk: false,
    bearer: "provider",
    line: 487,
  },
  "DEL.rewrite": {
    heading: HEADINGS.erasure,
    paraphrase: {
      en: "Outscale erases by rewriting in full every medium that has held data.",
      fr: "Pour effacer, Outscale réécrit en entier chaque support où des données se sont trouvées.",
    },
    asterisk: false,
    bearer: "provider",
    line: 493,
  },
  "DEL.technical": {
    heading: HEADINGS.erasure,
    paraphrase: {
      en: "Technical data about a client are deleted a certain time after its account is closed.",
      fr: "Les données techniques sur un client sont supprimées un certain temps après la clôture de son compte.",
    },
    figure: { en: "90 days", fr: "90 jours" },
    asterisk: false,
    bearer: "provider",
    line: 495,
  },
  "DEL.api": {
    heading: HEADINGS.deletionCertificate,
    paraphrase: {
      en: "Data whose deletion is requested through the API disappear for good from all of Outscale's infrastructure, automatic backups included, within a set time.",
      fr: "Les données dont la suppression est demandée par l'API disparaissent pour de bon de toute l'infrastructure d'Outscale, sauvegardes automatiques comprises, dans un délai fixé.",
    },
    figure: { en: "2 weeks and 1 day at most", fr: "2 semaines et 1 jour au plus" },
    asterisk: false,
    bearer: "provider",
    line: 753,
  },
  "DATA.secrecy": {
    heading: HEADINGS.confidentiality,
    paraphrase: {
      en: "Outscale does not disclose information about the service to third parties unless the client agrees formally and in writing.",
      fr: "Outscale ne livre à des tiers aucune information sur la prestation, sauf accord formel et écrit du client.",
    },
    asterisk: false,
    bearer: "provider",
    line: 650,
  },
  "DATA.ownership": {
    heading: HEADINGS.clientData,
    paraphrase: {
      en: "The data that the client sends and generates belong to the client, and Outscale cannot claim to own them.",
      fr: "Les données que le client transmet et génère lui appartiennent, et Outscale ne peut pas s'en dire propriétaire.",
    },
    asterisk: false,
    bearer: "provider",
    line: 654,
  },
  "DATA.consent": {
    heading: HEADINGS.clientData,
    paraphrase: {
      en: "Outscale asks for the client's consent before it runs tests on production data, and before it accesses the client's data to give support.",
      fr: "Outscale demande son accord au client avant de faire des tests sur des données de production, et avant d'accéder à ses données pour le support.",
    },
    asterisk: false,
    bearer: "provider",
    line: 656,
  },
  "DATA.eu": {
    heading: HEADINGS.clientData,
    paraphrase: {
      en: "With Outscale's services the client can keep the storage and processing of its data wholly in France or the European Union.",
      fr: "Avec les services d'Outscale, le client peut s'en tenir à la France ou à l'Union européenne pour le stockage et le traitement de ses données.",
    },
    asterisk: false,
    bearer: "both",
    line: 660,
  },
  "DATA.inform": {
    heading: HEADINGS.clientData,
    paraphrase: {
      en: "The client tells Outscale if it entrusts it with data under special legal, regulatory or sector rules.",
      fr: "Le client prévient Outscale si les données qu'il lui remet sont soumises à des règles particulières (loi, règlement, secteur).",
    },
    asterisk: false,
    bearer: "client",
    line: 662,
  },
};
