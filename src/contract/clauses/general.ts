import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, ONLY_PARAGRAPH, paragraph } from "./places";

/** What the convention means by its words, and what holds for every commitment. */
export const GENERAL: ClausesOf<"GEN"> = {
  "GEN.scope": {
    heading: HEADINGS.preamble,
    place: at(HEADINGS.preamble, paragraph(4)),
    paraphrase: {
      en: "The convention goes with Outscale's general terms, for the services of the “Secteur Public” Region only.",
      fr: "La convention complète les conditions générales d'Outscale pour les seuls services de la Région « Secteur Public ».",
    },
    force: "information",
    asterisk: false,
    bearer: "both",
    line: 30,
  },
  "GEN.precedence": {
    heading: HEADINGS.preamble,
    place: at(HEADINGS.preamble, paragraph(5)),
    paraphrase: {
      en: "Where the convention and Outscale's general terms contradict each other, the convention applies.",
      fr: "Si la convention et les conditions générales d'Outscale se contredisent, c'est la convention qui s'applique.",
    },
    force: "information",
    asterisk: false,
    bearer: "both",
    line: 32,
  },
  "GEN.availability": {
    heading: HEADINGS.definitions,
    place: at(HEADINGS.definitions, { en: "“Disponibilité”", fr: "« Disponibilité »" }),
    paraphrase: {
      en: "A service is available when it can be reached and performs as its service level lays down.",
      fr: "Un service est disponible quand on peut y accéder avec les performances que prévoit son niveau de service.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 64,
  },
  "GEN.durability": {
    heading: HEADINGS.definitions,
    place: at(HEADINGS.definitions, { en: "“Durabilité”", fr: "« Durabilité »" }),
    paraphrase: {
      en: "Durability is the probability that data are not erased by accident. With 99.9999999 % a year, for example, at most 0.0000001 % of the data may be altered in that year.",
      fr: "La durabilité est la probabilité que des données ne soient pas effacées par accident. Avec 99,9999999 % par an, par exemple, 0,0000001 % des données au plus peuvent être altérées en un an.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 66,
  },
  "GEN.penalties": {
    heading: HEADINGS.definitions,
    place: at(HEADINGS.definitions, { en: "“Pénalités”", fr: "« Pénalités »" }),
    paraphrase: {
      en: "What Outscale owes for a missed commitment is set in Annex A of its general terms of sale; the convention gives no amount.",
      fr: "Ce que doit Outscale pour un engagement manqué est fixé par l'annexe A de ses conditions générales de vente ; la convention n'en donne pas le montant.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 76,
  },
  "GEN.revision": {
    heading: HEADINGS.revision,
    place: at(HEADINGS.revision, ONLY_PARAGRAPH),
    paraphrase: {
      en: "No change to the convention holds unless the client accepts it.",
      fr: "Aucune modification de la convention ne vaut sans l'acceptation du client.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 114,
  },
  "GEN.asterisk": {
    heading: HEADINGS.availability,
    place: at(HEADINGS.availability, paragraph(1)),
    paraphrase: {
      en: "A client who could have deployed its systems in every Subregion of the Region, and chose not to, cannot claim a commitment marked with a star.",
      fr: "Le client qui pouvait déployer ses systèmes dans chaque Sous-région de la Région, et a choisi de ne pas le faire, ne peut pas demander l'application d'un engagement marqué d'une étoile.",
    },
    force: "condition",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 499,
  },
  "GEN.apis": {
    heading: HEADINGS.availability,
    place: at(HEADINGS.availability, paragraph(2)),
    paraphrase: {
      en: "The star does not concern Outscale's APIs nor the infrastructure Outscale runs itself: commitments on these generally hold however the client deploys.",
      fr: "L'étoile ne vise ni les API d'Outscale ni l'infrastructure qu'Outscale exploite elle-même : les engagements pris sur elles valent en général, quel que soit le déploiement.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 501,
  },
  "GEN.method": {
    heading: HEADINGS.availability,
    place: at(HEADINGS.availability, paragraph(3)),
    paraphrase: {
      en: "How a service level is calculated is laid down in the client's specific contract or in Outscale's general terms, not in the convention.",
      fr: "Le mode de calcul d'un niveau de service figure dans le contrat spécifique du client ou dans les conditions générales d'Outscale, pas dans la convention.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 503,
  },
  "GEN.clock": {
    heading: HEADINGS.availability,
    place: at(HEADINGS.availability, paragraph(4)),
    paraphrase: {
      en: "Service commitments run day and night, every day of the week.",
      fr: "Les engagements de service courent jour et nuit, tous les jours de la semaine.",
    },
    figure: { en: "24 hours a day, 7 days a week", fr: "24 h/24 et 7 j/7" },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 505,
  },
  "GEN.law": {
    heading: HEADINGS.law,
    place: at(HEADINGS.law, paragraph(1)),
    paraphrase: {
      en: "Unless the contract says otherwise, French law applies.",
      fr: "Sauf stipulation contraire du contrat, le droit français s'applique.",
    },
    force: "information",
    asterisk: false,
    bearer: "both",
    line: 703,
  },
};
