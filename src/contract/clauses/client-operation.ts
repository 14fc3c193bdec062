import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, ONLY_PARAGRAPH, paragraph, row, sentence } from "./places";

/** The client's column of the responsibility matrix, rows 12 to 18: operation, incidents, continuity and compliance. */
export const CLIENT_OPERATION: ClausesOf<"R12" | "R13" | "R14" | "R16" | "R17" | "R18"> = {
  "R12.risk": {
    heading: HEADINGS.operationsSecurity,
    place: at(row(12, "client"), { en: "opening words", fr: "phrase d'introduction" }),
    paraphrase: {
      en: "The client analyses and manages the risks of the virtual infrastructure that it deploys on the platform.",
      fr: "Le client analyse et gère les risques de l'infrastructure virtuelle qu'il déploie sur la plateforme.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 391,
  },
  "R12.training": {
    heading: HEADINGS.operationsSecurity,
    place: at(row(12, "client"), bullet(1)),
    paraphrase: {
      en: "To manage the risks of its virtual infrastructure, the client trains those entitled to operate the platform, in the specifics of the cloud among other things.",
      fr: "Pour gérer les risques de son infrastructure virtuelle, le client forme ceux qui ont le droit d'exploiter la plateforme, y compris à ce que le cloud a de particulier.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 392,
  },
  "R12.audit": {
    heading: HEADINGS.operationsSecurity,
    place: at(row(12, "client"), bullet(2)),
    paraphrase: {
      en: "To manage the risks of its virtual infrastructure, the client regularly audits backups, the integrity of data and the access that is active on the platform.",
      fr: "Pour gérer les risques de son infrastructure virtuelle, le client contrôle régulièrement les sauvegardes, l'intégrité des données et les accès actifs sur la plateforme.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "that backups, the integrity of data and active access are audited at regular intervals; a program shows only that there are backups",
        fr: "que sauvegardes, intégrité des données et accès actifs sont contrôlés à intervalle régulier ; un programme montre seulement qu'il y a des sauvegardes",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 393,
  },
  "R13.risk": {
    heading: HEADINGS.communications,
    place: at(row(13, "client"), { en: "opening words", fr: "phrase d'introduction" }),
    paraphrase: {
      en: "The client analyses and manages the risks that communications bring to the virtual infrastructure it deploys on the platform.",
      fr: "Le client analyse et gère les risques que les communications font courir à l'infrastructure virtuelle qu'il déploie sur la plateforme.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 402,
  },
  "R13.leastaccess": {
    heading: HEADINGS.communications,
    place: at(row(13, "client"), bullet(1)),
    paraphrase: {
      en: "The client deploys its resources as the state of the art has it, so that access goes no further than established functional needs.",
      fr: "Le client déploie ses ressources selon l'état de l'art, de sorte qu'aucun accès n'excède un besoin fonctionnel établi.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "which needs are established; a program shows only what is open",
        fr: "quels besoins sont établis ; un programme montre seulement ce qui est ouvert",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 403,
  },
  "R13.links": {
    heading: HEADINGS.communications,
    place: at(row(13, "client"), bullet(2)),
    paraphrase: {
      en: "Where needed, the client carries communications deemed sensitive over links that are encrypted, dedicated or both.",
      fr: "Au besoin, le client fait passer les communications jugées sensibles par des liens chiffrés, dédiés ou les deux.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "which communications are deemed sensitive beyond what tags say, and links made outside the program",
        fr: "quelles communications sont jugées sensibles au-delà de ce que disent les tags, et les liens établis hors du programme",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 404,
  },
  "R14.change": {
    heading: HEADINGS.development,
    place: at(row(14, "client"), ONLY_PARAGRAPH),
    paraphrase: {
      en: "The client follows a procedure for changes to its systems, to control their effects on the availability, integrity, confidentiality and traceability of data.",
      fr: "Le client suit une procédure pour les changements de ses systèmes, afin d'en maîtriser les effets sur la disponibilité, l'intégrité, la confidentialité et la traçabilité des données.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 415,
  },
  "R16.monitoring": {
    heading: HEADINGS.incidents,
    place: at(row(16, "client"), sentence(1)),
    paraphrase: {
      en: "The client monitors what it hosts, applications and data in particular, to detect any harm to the availability, integrity or confidentiality of data. It handles alerts and incidents by set procedures.",
      fr: "Le client surveille ce qu'il héberge, notamment applications et données, pour détecter toute atteinte à la disponibilité, à l'intégrité ou à la confidentialité des données. Il traite alertes et incidents selon des procédures établies.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "that alerts are raised, seen and handled by set procedures; a program shows only logs, declared probes and tags",
        fr: "que des alertes sont émises, vues et traitées selon des procédures établies ; un programme montre seulement des journaux, des sondes déclarées et des tags",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 439,
  },
  "R16.notify": {
    heading: HEADINGS.incidents,
    place: at(row(16, "client"), sentence(2)),
    paraphrase: {
      en: "The client's procedures provide that Outscale be told of alerts or incidents that may involve the infrastructure or the hosting services.",
      fr: "Les procédures du client prévoient de signaler à Outscale les alertes ou incidents qui pourraient impliquer l'infrastructure ou les services d'hébergement.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 439,
  },
  "R17.continuity": {
    heading: HEADINGS.continuity,
    place: at(row(17, "client"), paragraph(1)),
    paraphrase: {
      en: "The client has a business continuity plan for its hosted systems and applications, in case hosting is unavailable for longer than its own clients' needs allow.",
      fr: "Le client dote ses systèmes et applications hébergés d'un plan de continuité, au cas où l'hébergement ferait défaut plus longtemps que ne l'admettent les besoins de ses propres clients.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "the plan itself, and that it is exercised; a program shows only what is there twice",
        fr: "le plan lui-même, et le fait qu'il soit testé ; un programme montre seulement ce qui est en double",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 452,
  },
  "R17.restart": {
    heading: HEADINGS.continuity,
    place: at(row(17, "client"), bullet(1)),
    paraphrase: {
      en: "The client's recovery plan includes technical means of its own (premises, equipment) and procedures to restart systems and applications when unavailability lasts.",
      fr: "Le plan de reprise du client comprend des moyens techniques à lui (locaux, équipements) et des procédures pour relancer systèmes et applications quand l'indisponibilité dure.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "the client's own premises, equipment and procedures; a program shows only copies outside the volumes",
        fr: "les locaux, équipements et procédures du client ; un programme montre seulement les copies hors des volumes",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 453,
  },
  "R17.degraded": {
    heading: HEADINGS.continuity,
    place: at(row(17, "client"), bullet(2)),
    paraphrase: {
      en: "The client's recovery plan includes degraded modes, with which users carry on during an outage and resume once the hosted systems have restarted.",
      fr: "Le plan de reprise du client comprend des modes dégradés, avec lesquels les utilisateurs continuent de travailler pendant une panne puis reprennent une fois les systèmes hébergés relancés.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 454,
  },
  "R18.regulated": {
    heading: HEADINGS.compliance,
    place: at(row(18, "client"), paragraph(1)),
    paraphrase: {
      en: "The client makes known to Outscale the data that are under special legal, regulatory or sector rules.",
      fr: "Le client fait connaître à Outscale les données soumises à des règles particulières (loi, règlement, secteur).",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 465,
  },
  "R18.ownclients": {
    heading: HEADINGS.compliance,
    place: at(row(18, "client"), paragraph(2)),
    paraphrase: {
      en: "When it uses the services, the client follows procedures that let it meet its legal, regulatory and contractual obligations towards its own clients.",
      fr: "Quand il utilise les services, le client suit des procédures qui lui permettent de tenir ses obligations légales, réglementaires et contractuelles envers ses propres clients.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 466,
  },
  "R18.transfer": {
    heading: HEADINGS.compliance,
    place: at(row(18, "client"), paragraph(3)),
    paraphrase: {
      en: "The client alone is responsible for the data transfers it makes.",
      fr: "Le client répond seul des transferts de données qu'il effectue.",
    },
    force: "exclusion",
    shows: {
      partly: {
        en: "transfers that people and programs make; a program shows only what it shares and where it sends copies",
        fr: "les transferts que font personnes et programmes ; un programme montre seulement ce qu'il partage et où il envoie des copies",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 467,
  },
};
