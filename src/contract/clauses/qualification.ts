import type { Text } from "../../text";
import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, LAST_PARAGRAPH, ONLY_PARAGRAPH, paragraph } from "./places";

const DECISION: Text = { en: "Qualification decision", fr: "Décision de qualification" };

/** The qualification, audits and contacts. */
export const QUALIFICATION: ClausesOf<"QUAL" | "AUD" | "CON"> = {
  "QUAL.loss": {
    heading: HEADINGS.qualificationLoss,
    place: at(HEADINGS.qualificationLoss, ONLY_PARAGRAPH),
    paraphrase: {
      en: "If Outscale loses its SecNumCloud qualification, it must notify the client at once by registered letter, and the convention may be terminated without penalty.",
      fr: "Si Outscale perd sa qualification SecNumCloud, elle doit en aviser aussitôt le client par lettre recommandée, et la convention peut être résiliée sans pénalité.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 116,
  },
  "QUAL.scope": {
    heading: HEADINGS.preamble,
    place: at(HEADINGS.preamble, LAST_PARAGRAPH),
    paraphrase: {
      en: "The service that ANSSI has qualified under SecNumCloud is Outscale's IaaS, named Cloud on Demand.",
      fr: "Le service que l'ANSSI a qualifié SecNumCloud est l'IaaS d'Outscale, nommé Cloud on Demand.",
    },
    force: "information",
    shows: {
      partly: {
        en: "which services the attestation in force names: the setting `attestation.services` says it",
        fr: "les services que nomme l'attestation en vigueur : le réglage `attestation.services` les donne",
      },
    },
    asterisk: false,
    bearer: "provider",
    line: 34,
  },
  "QUAL.service": {
    heading: HEADINGS.conformity,
    place: at(HEADINGS.conformity, paragraph(1)),
    paraphrase: {
      en: "The services that Outscale delivers under the convention are qualified under SecNumCloud.",
      fr: "Les services qu'Outscale fournit au titre de la convention sont qualifiés SecNumCloud.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 666,
  },
  "QUAL.renewal": {
    heading: HEADINGS.conformity,
    place: at(HEADINGS.conformity, paragraph(2)),
    paraphrase: {
      en: "The qualification attestation is annexed to the convention. Outscale notifies the client's operations manager of any change or renewal, which then replaces annex B.",
      fr: "L'attestation de qualification est annexée à la convention. Outscale notifie toute modification ou tout renouvellement au responsable des opérations du client, et le nouveau texte remplace l'annexe B.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 668,
  },
  "QUAL.complaint": {
    heading: HEADINGS.conformity,
    place: at(HEADINGS.conformity, paragraph(3)),
    paraphrase: {
      en: "The client may file a complaint about the qualified service with ANSSI.",
      fr: "Le client peut déposer auprès de l'ANSSI une réclamation sur le service qualifié.",
    },
    force: "information",
    asterisk: false,
    bearer: "client",
    line: 670,
  },
  "QUAL.change": {
    heading: HEADINGS.conformity,
    place: at(HEADINGS.conformity, LAST_PARAGRAPH),
    paraphrase: {
      en: "Outscale informs the client of any legal, organisational or technical change that may affect the conformity of the service, in particular its protection from non-European law.",
      fr: "Outscale informe le client de tout changement, juridique, organisationnel ou technique, qui peut affecter la conformité de la prestation, en particulier sa protection contre le droit extra-européen.",
    },
    figure: { en: "within 1 month", fr: "sous 1 mois" },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 672,
  },
  "QUAL.process": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "article 2", fr: "article 2" }),
    paraphrase: {
      en: "The qualification decision holds on condition that Outscale keeps what it undertook for the process of qualification.",
      fr: "La décision de qualification vaut à condition qu'Outscale tienne ce à quoi elle s'est engagée pour le processus de qualification.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 889,
  },
  "QUAL.expiry": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "article 3", fr: "article 3" }),
    paraphrase: {
      en: "The qualification decision annexed to the convention is valid until 12 June 2023.",
      fr: "La décision de qualification annexée à la convention vaut jusqu'au 12 juin 2023.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 893,
  },
  "QUAL.doctrine": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "article 4", fr: "article 4" }),
    paraphrase: {
      en: "The qualification makes the service eligible for some of the security needs of the State's cloud doctrine, those of its third circle in particular.",
      fr: "La qualification rend le service éligible à certains besoins de sécurité de la doctrine de l'État sur l'informatique en nuage, notamment ceux du troisième cercle.",
    },
    force: "information",
    asterisk: false,
    bearer: "provider",
    line: 895,
  },
  "QUAL.browser": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "condition C1", fr: "condition C1" }),
    paraphrase: {
      en: "The qualification is valid on condition that users reach the service only with a web browser. Access by mobile applications is not covered.",
      fr: "La qualification vaut à condition que les utilisateurs accèdent au service par un navigateur web exclusivement. L'accès par des applications mobiles n'est pas couvert.",
    },
    force: "condition",
    asterisk: false,
    bearer: "client",
    line: 912,
  },
  "QUAL.annex2": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "condition C2", fr: "condition C2" }),
    paraphrase: {
      en: "The qualification decision recommends that users of the service follow annex 2 of the SecNumCloud requirements.",
      fr: "La décision de qualification recommande aux utilisateurs du service de suivre l'annexe 2 du référentiel SecNumCloud.",
    },
    force: "recommendation",
    asterisk: false,
    bearer: "client",
    line: 915,
  },
  "QUAL.workstation": {
    heading: HEADINGS.qualificationDecision,
    place: at(DECISION, { en: "condition C3", fr: "condition C3" }),
    paraphrase: {
      en: "For access to the management interfaces, the qualification decision recommends that the client use workstations kept for administration and in line with ANSSI's guide on secure administration.",
      fr: "Pour l'accès aux interfaces de gestion, la décision de qualification recommande au client des postes réservés à l'administration et conformes au guide de l'ANSSI sur l'administration sécurisée.",
    },
    force: "recommendation",
    shows: {
      declared: {
        en: "settings and rules say from which networks administration comes; which workstations stand there is not seen",
        fr: "les réglages et les règles disent de quels réseaux vient l'administration ; quels postes s'y trouvent ne se voit pas",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 919,
  },
  "AUD.security": {
    heading: HEADINGS.audit,
    place: at(HEADINGS.audit, paragraph(1)),
    paraphrase: {
      en: "The client authorises ANSSI and the qualification body to verify that the service meets SecNumCloud, and a qualified auditor mandated by Outscale to audit its security.",
      fr: "Le client autorise l'ANSSI et l'organisme de qualification à vérifier que le service respecte SecNumCloud, et un auditeur qualifié, mandaté par Outscale, à en auditer la sécurité.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "both",
    line: 674,
  },
  "AUD.gdpr": {
    heading: HEADINGS.audit,
    place: at(HEADINGS.audit, LAST_PARAGRAPH),
    paraphrase: {
      en: "Outscale gives the client, or an auditor the client mandates, the documents that show compliance with article 28 of the GDPR.",
      fr: "Outscale remet au client, ou à un auditeur que le client mandate, les documents qui démontrent le respect de l'article 28 du RGPD.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 679,
  },
  "CON.notice": {
    heading: HEADINGS.contacts,
    place: at(HEADINGS.contacts, { en: "1st sentence below the details", fr: "1re phrase sous les coordonnées" }),
    paraphrase: {
      en: "The operations managers named as contacts are notified of changes to the service and of incidents.",
      fr: "Les responsables des opérations désignés comme contacts sont avisés des changements apportés au service et des incidents.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 698,
  },
  "CON.change": {
    heading: HEADINGS.contacts,
    place: at(HEADINGS.contacts, { en: "2nd sentence below the details", fr: "2e phrase sous les coordonnées" }),
    paraphrase: {
      en: "A party that changes its person in charge has the legal representatives of both sign a document about it.",
      fr: "La partie qui change de responsable fait signer un document à ce sujet par les représentants légaux des deux parties.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "both",
    line: 699,
  },
  "CON.list": {
    heading: HEADINGS.contacts,
    place: at(HEADINGS.contacts, LAST_PARAGRAPH),
    paraphrase: {
      en: "Beside the persons in charge, the client and Outscale each provide a list of further contacts and keep it up to date.",
      fr: "Outre les responsables désignés, le client et Outscale fournissent chacun une liste d'autres contacts et la tiennent à jour.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "both",
    line: 701,
  },
  "CON.update": {
    heading: HEADINGS.contactList,
    place: at(HEADINGS.contactList, LAST_PARAGRAPH),
    paraphrase: {
      en: "Both parties update the list of contacts in annex C when these change.",
      fr: "Les deux parties mettent à jour la liste de contacts de l'annexe C quand ceux-ci changent.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "both",
    line: 780,
  },
};
