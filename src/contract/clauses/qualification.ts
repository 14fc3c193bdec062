import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** The qualification, audits and contacts. */
export const QUALIFICATION: ClausesOf<"QUAL" | "AUD" | "CON"> = {
  "QUAL.loss": {
    heading: HEADINGS.qualificationLoss,
    paraphrase: {
      en: "If Outscale loses its SecNumCloud qualification, it must notify the client at once by registered letter, and the convention may be terminated without penalty.",
      fr: "Si Outscale perd sa qualification SecNumCloud, elle doit en aviser aussitôt le client par lettre recommandée, et la convention peut être résiliée sans pénalité.",
    },
    asterisk: false,
    bearer: "provider",
    line: 116,
  },
  "QUAL.scope": {
    heading: HEADINGS.preamble,
    paraphrase: {
      en: "The service that ANSSI has qualified under SecNumCloud is Outscale's IaaS, named Cloud on Demand.",
      fr: "Le service que l'ANSSI a qualifié SecNumCloud est l'IaaS d'Outscale, nommé Cloud on Demand.",
    },
    asterisk: false,
    bearer: "provider",
    line: 34,
  },
  "QUAL.change": {
    heading: HEADINGS.conformity,
    paraphrase: {
      en: "Outscale informs the client of any legal, organisational or technical change that may affect the conformity of the service, in particular its protection from non-European law.",
      fr: "Outscale informe le client de tout changement, juridique, organisationnel ou technique, qui peut affecter la conformité de la prestation, en particulier sa protection contre le droit extra-européen.",
    },
    figure: { en: "within 1 month", fr: "sous 1 mois" },
    asterisk: false,
    bearer: "provider",
    line: 672,
  },
  "QUAL.expiry": {
    heading: HEADINGS.qualificationDecision,
    paraphrase: {
      en: "The qualification decision annexed to the convention is valid until 12 June 2023.",
      fr: "La décision de qualification annexée à la convention vaut jusqu'au 12 juin 2023.",
    },
    asterisk: false,
    bearer: "provider",
    line: 893,
  },
  "QUAL.browser": {
    heading: HEADINGS.qualificationDecision,
    paraphrase: {
      en: "The qualification is valid on condition that users reach the service only with a web browser. Access by mobile applications is not covered.",
      fr: "La qualification vaut à condition que les utilisateurs accèdent au service par le seul navigateur web. L'accès par des applications mobiles n'est pas couvert.",
    },
    asterisk: false,
    bearer: "client",
    line: 912,
  },
  "QUAL.annex2": {
    heading: HEADINGS.qualificationDecision,
    paraphrase: {
      en: "The qualification decision recommends that users of the service follow annex 2 of the SecNumCloud requirements.",
      fr: "La décision de qualification recommande aux utilisateurs du service de suivre l'annexe 2 du référentiel SecNumCloud.",
    },
    asterisk: false,
    bearer: "client",
    line: 915,
  },
  "QUAL.workstation": {
    heading: HEADINGS.qualificationDecision,
    paraphrase: {
      en: "For access to the management interfaces, the qualification decision recommends that the client use workstations kept for administration and in line with ANSSI's guide on secure administration.",
      fr: "Pour l'accès aux interfaces de gestion, la décision de qualification recommande au client des postes réservés à l'administration et conformes au guide de l'ANSSI sur l'administration sécurisée.",
    },
    asterisk: false,
    bearer: "client",
    line: 919,
  },
  "AUD.security": {
    heading: HEADINGS.audit,
    paraphrase: {
      en: "The client authorises ANSSI and the qualification body to verify that the service meets SecNumCloud, and a qualified auditor mandated by Outscale to audit its security.",
      fr: "Le client autorise l'ANSSI et l'organisme de qualification à vérifier que le service respecte SecNumCloud, et un auditeur qualifié, mandaté par Outscale, à en auditer la sécurité.",
    },
    asterisk: false,
    bearer: "both",
    line: 674,
  },
  "AUD.gdpr": {
    heading: HEADINGS.audit,
    paraphrase: {
      en: "Outscale gives the client, or an auditor the client mandates, the documents that show compliance with article 28 of the GDPR.",
      fr: "Outscale remet au client, ou à un auditeur que le client mandate, les documents qui démontrent le respect de l'article 28 du RGPD.",
    },
    asterisk: false,
    bearer: "provider",
    line: 679,
  },
  "CON.list": {
    heading: HEADINGS.contacts,
    paraphrase: {
      en: "Beside the persons in charge, the client and Outscale each provide a list of further contacts and keep it up to date.",
      fr: "Outre les responsables désignés, le client et Outscale fournissent chacun une liste d'autres contacts et la tiennent à jour.",
    },
    asterisk: false,
    bearer: "both",
    line: 701,
  },
};
