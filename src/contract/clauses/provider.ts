import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** Outscale's column of the responsibility matrix, as far as a client leans on it. */
export const PROVIDER: ClausesOf<"P9" | "P10" | "P12" | "P16" | "P17" | "P18"> = {
  "P9.means": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "Outscale gives the client the means to manage access rights and the identities of the users it is responsible for.",
      fr: "Outscale donne au client de quoi gérer les droits d'accès, et les identités des utilisateurs dont le client répond.",
    },
    asterisk: false,
    bearer: "provider",
    line: 324,
  },
  "P9.isolation": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "Outscale takes suitable measures to separate its clients from each other, the service's information system from other systems, and the infrastructure, its administration equipment and the hosted resources from each other.",
      fr: "Outscale sépare par des mesures adaptées ses clients entre eux, le système d'information du service des autres systèmes, et l'infrastructure, ses équipements d'administration et les ressources hébergées entre eux.",
    },
    asterisk: false,
    bearer: "provider",
    line: 327,
  },
  "P10.disks": {
    heading: HEADINGS.cryptology,
    paraphrase: {
      en: "Outscale provides its clients with a mechanism that encrypts disks.",
      fr: "Outscale fournit à ses clients un mécanisme qui chiffre les disques.",
    },
    asterisk: false,
    bearer: "provider",
    line: 350,
  },
  "P10.flows": {
    heading: HEADINGS.cryptology,
    paraphrase: {
      en: "Outscale encrypts the flows that pieces of physical equipment exchange.",
      fr: "Outscale chiffre les échanges d'un équipement physique à l'autre.",
    },
    asterisk: false,
    bearer: "provider",
    line: 351,
  },
  "P12.change": {
    heading: HEADINGS.operationsSecurity,
    paraphrase: {
      en: "Outscale follows a procedure for changes, and tells the client of any operation that affects the security or the availability of the service.",
      fr: "Outscale suit une procédure pour les changements, et prévient le client de toute opération qui touche la sécurité ou la disponibilité du service.",
    },
    asterisk: false,
    bearer: "provider",
    line: 373,
  },
  "P12.backup": {
    heading: HEADINGS.operationsSecurity,
    paraphrase: {
      en: "Outscale has a policy to back up and restore the data it is responsible for, and a procedure to test that backups can be restored.",
      fr: "Outscale a une politique pour sauvegarder et restaurer les données dont elle répond, et une procédure pour vérifier que les sauvegardes se restaurent.",
    },
    asterisk: false,
    bearer: "provider",
    line: 376,
  },
  "P12.logs": {
    heading: HEADINGS.operationsSecurity,
    paraphrase: {
      en: "Outscale logs events, and keeps and protects the logs.",
      fr: "Outscale journalise les événements, puis garde et protège les journaux.",
    },
    figure: { en: "at least 6 months", fr: "au moins 6 mois" },
    asterisk: false,
    bearer: "provider",
    line: 379,
  },
  "P16.notify": {
    heading: HEADINGS.incidents,
    paraphrase: {
      en: "Outscale tells its clients of security incidents without delay, with advice to limit their impact. Clients may choose to be notified according to severity.",
      fr: "Outscale signale sans délai à ses clients les incidents de sécurité, avec des conseils pour en limiter les effets. Chaque client peut choisir d'être prévenu selon la gravité.",
    },
    asterisk: false,
    bearer: "provider",
    line: 434,
  },
  "P17.continuity": {
    heading: HEADINGS.continuity,
    paraphrase: {
      en: "Outscale has a business continuity plan of its own.",
      fr: "Outscale a son propre plan de continuité d'activité.",
    },
    asterisk: false,
    bearer: "provider",
    line: 450,
  },
  "P18.audit": {
    heading: HEADINGS.compliance,
    paraphrase: {
      en: "Outscale is audited by a security auditor with the PASSI qualification.",
      fr: "Outscale est auditée par un prestataire d'audit de sécurité qualifié PASSI.",
    },
    figure: { en: "once a year", fr: "une fois par an" },
    asterisk: false,
    bearer: "provider",
    line: 463,
  },
};
