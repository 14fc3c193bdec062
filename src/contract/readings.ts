import type { Text } from "../text";
import type { ClauseId } from "./clause-ids";
import { CLAUSES } from "./clauses";
import { HEADINGS } from "./clauses/headings";
import { at, paragraph } from "./clauses/places";

/** Whom a reading favours: the client, who claims more by it; the provider, who owes less; or neither. */
export type Leaning = "client" | "provider" | "neither";

/** How a passage of the convention that can be read in more than one way is read here. */
export interface Reading {
  readonly question: Text;
  readonly reading: Text;
  readonly leans: Leaning;
  /** The clauses that it bears on. */
  readonly clauses: readonly ClauseId[];
  /** Whether it bears on every commitment as well. */
  readonly isCommon?: true;
  /** What raises the question: clauses, or the place of a passage that is none. */
  readonly passages: readonly (ClauseId | Text)[];
}

export const READINGS = {
  A1: {
    question: {
      en: "What are “all” Subregions, when only a single one is named as not enough?",
      fr: "Que signifie « toutes » les Sous-régions, quand seul un déploiement dans une unique Sous-région est dit insuffisant ?",
    },
    reading: {
      en: "Every Subregion of the Region counts: two out of three are not all.",
      fr: "Toutes les Sous-régions de la Région comptent : deux sur trois ne suffisent pas.",
    },
    leans: "provider",
    clauses: [
      "GEN.asterisk",
      "SLA4.internet",
      "SLA4.firewall",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
      "SLA10.zones",
    ],
    passages: ["GEN.asterisk", "SLA10.zones"],
  },
  A2: {
    question: {
      en: "Outscale runs the firewalls itself, yet their figure is starred. Does the star hold?",
      fr: "Outscale opère elle-même les pare-feu, et pourtant leur chiffre porte une étoile. S'applique-t-elle ?",
    },
    reading: {
      en: "The star on the firewalls holds, although Outscale runs them itself.",
      fr: "L'étoile s'applique aux pare-feu, bien qu'Outscale les opère elle-même.",
    },
    leans: "provider",
    clauses: ["GEN.asterisk", "GEN.apis", "SLA4.firewall"],
    passages: ["GEN.asterisk", "SLA4.firewall"],
  },
  A3: {
    question: {
      en: "Does the last sentence of SLA10 speak of support times only, or of every commitment?",
      fr: "La dernière phrase de SLA10 parle-t-elle des seuls délais de support, ou de tous les engagements ?",
    },
    reading: {
      en: "Being in a single Subregion costs the support times, not the other commitments.",
      fr: "N'être déployé que dans une Sous-région fait perdre les délais de support, pas les autres engagements.",
    },
    leans: "client",
    clauses: ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3", "SLA10.zones"],
    isCommon: true,
    passages: ["SLA10.zones"],
  },
  A4: {
    question: {
      en: "Who judges whether a deployment in all Subregions was possible?",
      fr: "Qui juge si un déploiement dans toutes les Sous-régions était possible ?",
    },
    reading: {
      en: "It was, for every tier; what cannot be is declared in `pack-settings.singletons` with its reason, and is not claimed.",
      fr: "Il l'était, pour chaque tier ; ce qui ne peut pas être déployé partout est déclaré dans `pack-settings.singletons` avec la raison, et n'est pas réclamé.",
    },
    leans: "provider",
    clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall"],
    passages: ["GEN.asterisk"],
  },
  A5: {
    question: {
      en: "How many Subregions are there, for two datacenters of production and one of backup?",
      fr: "Combien y a-t-il de Sous-régions, pour deux datacenters de production et un de sauvegarde ?",
    },
    reading: {
      en: "The three that the API gives: `a`, `b` and `c`.",
      fr: "Les trois que donne l'API : `a`, `b` et `c`.",
    },
    leans: "provider",
    clauses: ["TP.sites", "GEN.asterisk", "SLA10.zones"],
    passages: ["TP.sites"],
  },
  A6: {
    question: { en: "Which region is “Secteur Public”?", fr: "Quelle région est « Secteur Public » ?" },
    reading: { en: "`cloudgouv-eu-west-1`.", fr: "`cloudgouv-eu-west-1`." },
    leans: "neither",
    clauses: ["GEN.scope", "OBL.location"],
    passages: ["GEN.scope"],
  },
  A7: {
    question: {
      en: "The Region is promised less than the network in it. What holds end to end?",
      fr: "La Région est garantie à un taux moindre que le réseau qui s'y trouve. Que vaut l'ensemble, de bout en bout ?",
    },
    reading: {
      en: "Each figure for its own service; a chain of them is worth their product, and is an estimate.",
      fr: "Chaque chiffre vaut pour son propre service ; une chaîne de services vaut le produit de leurs chiffres, ce qui n'est qu'une estimation.",
    },
    leans: "neither",
    clauses: ["SLA1.region", "SLA2.network"],
    passages: ["SLA1.region"],
  },
  A8: {
    question: {
      en: "Are the two minutes of an incident deducted before or after the yearly count?",
      fr: "Les deux minutes d'un incident sont-elles déduites avant ou après le décompte annuel ?",
    },
    reading: {
      en: "Before: two minutes of every incident do not count.",
      fr: "Avant : deux minutes de chaque incident ne comptent pas.",
    },
    leans: "provider",
    clauses: ["SLA4.bgp", "SLA4.internet"],
    passages: ["SLA4.bgp"],
  },
  A9: {
    question: {
      en: "The same figure is yearly for a Subregion, monthly for volumes, VMs and hardware. Which period holds?",
      fr: "Le même chiffre est annuel pour une Sous-région, mensuel pour volumes, VM et matériel. Quelle période retenir ?",
    },
    reading: {
      en: "Each figure is held over the period that is printed with it.",
      fr: "Chaque chiffre s'apprécie sur la période imprimée avec lui.",
    },
    leans: "neither",
    clauses: ["SLA1.zone", "SLA7.volume", "SLA9.hardware", "SLA9.vm"],
    passages: ["SLA1.zone", "SLA9.vm"],
  },
  A10: {
    question: {
      en: "The durability of objects is yearly and in all Subregions, that of snapshots says neither. Does it ask the same?",
      fr: "La durabilité des objets s'entend par an et dans toutes les Sous-régions, celle des snapshots ne précise ni l'un ni l'autre. Demande-t-elle autant ?",
    },
    reading: {
      en: "Objects are asked to be in every Subregion, snapshots are not.",
      fr: "Les objets doivent être dans toutes les Sous-régions, pas les snapshots.",
    },
    leans: "client",
    clauses: ["SLA6.durability", "SLA7.durability"],
    passages: ["SLA6.durability", "SLA7.durability"],
  },
  A11: {
    question: {
      en: "Durability is defined as not being erased, its example speaks of alteration. Which is meant?",
      fr: "La durabilité est définie comme un non-effacement, son exemple parle d'altération. Qu'est-ce qui est visé ?",
    },
    reading: {
      en: "Loss by accident, of either kind; what a client deletes or alters is its own.",
      fr: "La perte accidentelle, de l'une ou l'autre sorte ; ce qu'un client supprime ou altère est de son fait.",
    },
    leans: "client",
    clauses: ["GEN.durability", "SLA6.durability", "SLA7.durability"],
    passages: ["GEN.durability"],
  },
  A12: {
    question: {
      en: "Objects shall be in all Subregions, but a client cannot choose where they lie. Who sees to it?",
      fr: "Les objets doivent être dans toutes les Sous-régions, mais un client ne peut pas choisir où ils se trouvent. Qui y veille ?",
    },
    reading: {
      en: "Outscale spreads objects itself: the client has nothing to deploy for it.",
      fr: "Outscale répartit elle-même les objets : le client n'a rien à déployer pour cela.",
    },
    leans: "client",
    clauses: ["SLA6.durability"],
    passages: ["SLA6.durability"],
  },
  A13: {
    question: { en: "Are there one or three command APIs?", fr: "Y a-t-il une ou trois API de commande ?" },
    reading: {
      en: "The command API is one, named three times: overuse of any call counts for all.",
      fr: "L'API de commande est unique, citée trois fois : l'abus d'un appel compte pour tous.",
    },
    leans: "provider",
    clauses: ["SLA4.api", "SLA5.api", "SLA9.api", "SLA9.hammering", "SLA9.throttling"],
    passages: ["SLA4.api", "SLA5.api", "SLA9.api"],
  },
  A14: {
    question: {
      en: "Do IPv6 and parts of the Internet fall under the advice on SSH, RDP, SMB and NFS, which names 0.0.0.0/0?",
      fr: "L'IPv6 et de simples parties d'Internet relèvent-ils du conseil sur SSH, RDP, SMB et NFS, qui nomme 0.0.0.0/0 ?",
    },
    reading: {
      en: "Yes: any public range, of either family, in one rule or in several that add up.",
      fr: "Oui : toute plage publique, de l'une ou l'autre famille, en une règle ou en plusieurs qui s'additionnent.",
    },
    leans: "provider",
    clauses: ["SLA4.ports"],
    passages: ["SLA4.ports"],
  },
  A15: {
    question: {
      en: "What is it to bypass security groups by the API?",
      fr: "Qu'est-ce que passer outre les groupes de sécurité par l'API ?",
    },
    reading: {
      en: "Whatever lets VMs of a Net reach each other without a rule, such as the `osc.fcu.*_lan_security_groups` tags.",
      fr: "Tout ce qui laisse des VM d'un Net se joindre sans règle, comme les tags `osc.fcu.*_lan_security_groups`.",
    },
    leans: "provider",
    clauses: ["SLA2.bypass"],
    passages: ["SLA2.bypass"],
  },
  A16: {
    question: {
      en: "Are 48 working hours counted around the clock?",
      fr: "48 heures ouvrées se comptent-elles jour et nuit ?",
    },
    reading: {
      en: "No: working hours of metropolitan France.",
      fr: "Non : ce sont des heures ouvrées de France métropolitaine.",
    },
    leans: "provider",
    clauses: ["GEN.clock", "SLA10.sev3"],
    passages: ["GEN.clock", "SLA10.sev3"],
  },
  A17: {
    question: {
      en: "Planned maintenance is excluded for severity 1 only. Is it elsewhere?",
      fr: "La maintenance programmée n'est exclue qu'en sévérité 1. L'est-elle ailleurs ?",
    },
    reading: {
      en: "It is deducted for severity 1, and not claimed for the others.",
      fr: "Elle est déduite en sévérité 1, et n'est pas réclamée pour les autres.",
    },
    leans: "provider",
    clauses: ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"],
    passages: ["SLA10.sev1"],
  },
  A18: {
    question: {
      en: "Load balancers and volumes are not in the lists of severities. Are their incidents covered?",
      fr: "Load balancers et volumes ne sont pas dans les listes des sévérités. Leurs incidents sont-ils couverts ?",
    },
    reading: {
      en: "Their incidents are those of the services that are named, with the severity of the effect.",
      fr: "Leurs incidents sont ceux des services nommés, avec la sévérité de l'effet.",
    },
    leans: "client",
    clauses: ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"],
    passages: ["SLA10.sev1", "SLA10.sev2"],
  },
  A19: {
    question: {
      en: "Is everything to be encrypted, or what is sensitive?",
      fr: "Faut-il tout chiffrer, ou seulement ce qui est sensible ?",
    },
    reading: {
      en: "Every volume, whatever its class and environment; flows where the class is sensitive.",
      fr: "Chaque volume, quels que soient sa classe et son environnement ; les flux là où la classe est sensible.",
    },
    leans: "client",
    clauses: ["R10.encryption"],
    passages: ["R10.encryption"],
  },
  A20: {
    question: { en: "When is a VPN necessary?", fr: "Quand un VPN est-il nécessaire ?" },
    reading: {
      en: "Where a Net declared sensitive is left by flows.",
      fr: "Là où des flux sortent d'un Net déclaré sensible.",
    },
    leans: "client",
    clauses: ["R10.encryption", "R13.links"],
    passages: ["R13.links"],
  },
  A21: {
    question: {
      en: "Are two-factor authentication and the renewal of passwords both required?",
      fr: "L'authentification à deux facteurs et le renouvellement des mots de passe sont-ils tous deux exigés ?",
    },
    reading: {
      en: "Two-factor authentication is recommended, the renewal of passwords is required.",
      fr: "L'authentification à deux facteurs est recommandée, le renouvellement des mots de passe est exigé.",
    },
    leans: "neither",
    clauses: ["R9.mfa", "R9.passwords"],
    passages: ["R9.mfa", "R9.passwords"],
  },
  A22: {
    question: {
      en: "Do data stay in France, or in the Union?",
      fr: "Les données restent-elles en France, ou dans l'Union ?",
    },
    reading: { en: "In the Region, which is in France.", fr: "Dans la Région, qui est en France." },
    leans: "client",
    clauses: ["OBL.location", "DATA.eu"],
    passages: ["OBL.location", "DATA.eu"],
  },
  A23: {
    question: {
      en: "Until when do data remain after the end?",
      fr: "Jusqu'à quand les données subsistent-elles après la fin ?",
    },
    reading: {
      en: "The client erases its own before it leaves, and counts on no delay.",
      fr: "Le client efface les siennes avant de partir, et ne compte sur aucun délai.",
    },
    leans: "provider",
    clauses: ["REV.access", "REV.erase", "DEL.erase", "DEL.api"],
    passages: ["REV.access", "DEL.api"],
  },
  A24: {
    question: {
      en: "The exclusions of liability are an image, not in the text. What do they exclude?",
      fr: "Les exclusions de responsabilité sont une image, hors du texte. Qu'excluent-elles ?",
    },
    reading: { en: "Nothing is judged by them.", fr: "Rien n'est jugé d'après elles." },
    leans: "client",
    clauses: ["OBL.exclusions"],
    passages: ["OBL.exclusions"],
  },
  A25: {
    question: {
      en: "The qualification decision has an end. Does the qualification?",
      fr: "La décision de qualification a un terme. La qualification aussi ?",
    },
    reading: {
      en: "It is renewed; the client asks for the attestation in force, and names it in `pack-settings.attestation`.",
      fr: "Elle est renouvelée ; le client demande l'attestation en vigueur, et la nomme dans `pack-settings.attestation`.",
    },
    leans: "client",
    clauses: ["QUAL.scope", "QUAL.renewal", "QUAL.expiry"],
    passages: ["QUAL.expiry"],
  },
  A26: {
    question: {
      en: "The qualified access is a web browser, yet API use is promised. Is it covered?",
      fr: "L'accès qualifié est un navigateur web, pourtant la convention prévoit l'usage de l'API. Est-il couvert ?",
    },
    reading: { en: "Signed API calls are covered.", fr: "Les appels signés de l'API sont couverts." },
    leans: "client",
    clauses: ["R9.signing", "QUAL.browser"],
    passages: ["R9.signing", "QUAL.browser"],
  },
  A27: {
    question: {
      en: "Some references of the convention lead nowhere. What of them?",
      fr: "Certains renvois de la convention ne mènent nulle part. Qu'en faire ?",
    },
    reading: {
      en: "They are ignored; clauses are named by their heading and place.",
      fr: "Ils sont ignorés ; les clauses sont nommées par leur titre et leur place.",
    },
    leans: "neither",
    clauses: ["TP.answer"],
    passages: [at(HEADINGS.thirdPartyObligations, paragraph(1))],
  },
  A28: {
    question: {
      en: "A VM stays stopped after its host failed: by default, or by choice?",
      fr: "Une VM reste arrêtée après la panne de son hôte : par défaut, ou par choix ?",
    },
    reading: {
      en: "Documentation and behaviour differ: only what the program writes counts.",
      fr: "Documentation et comportement diffèrent : seul compte ce qu'écrit le programme.",
    },
    leans: "neither",
    clauses: ["SLA9.stopped"],
    passages: ["SLA9.stopped"],
  },
  A29: {
    question: {
      en: "The star asks that the client's systems be everywhere. Does one that is not cost the claims of the others?",
      fr: "L'étoile demande que les systèmes du client soient partout. Un système qui ne l'est pas fait-il perdre ce qui est réclamé pour les autres ?",
    },
    reading: {
      en: "A commitment is kept system by system: what one system lacks costs that system alone.",
      fr: "Un engagement s'apprécie système par système : ce qui manque à l'un ne coûte qu'à lui.",
    },
    leans: "client",
    clauses: [
      "GEN.asterisk",
      "SLA4.internet",
      "SLA4.firewall",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
      "SLA10.zones",
    ],
    passages: ["GEN.asterisk"],
  },
  A30: {
    question: {
      en: "Is a deployment in all Subregions “possible” where what it needs, such as a model of GPU, is offered in one only?",
      fr: "Un déploiement dans toutes les Sous-régions est-il « possible » quand ce qu'il lui faut, un modèle de GPU par exemple, n'est proposé que dans l'une d'elles ?",
    },
    reading: {
      en: "It is not, for Internet access and firewalls only: undetermined, an impossibility declared and to be confirmed by Outscale. Support times have no such exception, and stay forfeited.",
      fr: "Non, pour l'accès à Internet et les pare-feu seulement : ils sont alors indéterminés, l'impossibilité étant déclarée et à confirmer par Outscale. Les délais de support n'ont pas cette exception, et restent perdus.",
    },
    leans: "client",
    clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall"],
    passages: ["GEN.asterisk"],
  },
  A31: {
    question: {
      en: "Do support times ask for equivalents in every Subregion when a regional service fails, such as the API, of which a client can deploy none?",
      fr: "Les délais de support exigent-ils des équivalents dans chaque Sous-région quand tombe en panne un service régional, comme l'API, dont un client ne peut déployer aucun équivalent ?",
    },
    reading: {
      en: "Nobody says: the support times of a regional service are undetermined until Outscale confirms.",
      fr: "Rien ne le dit : les délais de support d'un service régional sont indéterminés tant qu'Outscale n'a pas confirmé.",
    },
    leans: "provider",
    clauses: ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3", "SLA10.zones"],
    passages: ["SLA10.zones"],
  },
  A32: {
    question: {
      en: "Are SMB and NFS the only internal protocols meant by “such as”?",
      fr: "SMB et NFS sont-ils les seuls protocoles internes que vise « comme » ?",
    },
    reading: {
      en: "They are examples: databases, caches, queues and the like are internal protocols too.",
      fr: "Ce sont des exemples : bases de données, caches, files de messages et semblables sont aussi des protocoles internes.",
    },
    leans: "provider",
    clauses: ["SLA4.ports"],
    passages: ["SLA4.ports"],
  },
  A33: {
    question: {
      en: "Is a tier of two data VMs and a witness in every Subregion?",
      fr: "Un tier de deux VM de données et d'un témoin est-il dans chaque Sous-région ?",
    },
    reading: {
      en: "For Internet access and firewalls a witness is a presence; for support times it is no equivalent of a data VM.",
      fr: "Pour l'accès à Internet et les pare-feu, un témoin vaut présence ; pour les délais de support, il n'équivaut pas à une VM de données.",
    },
    leans: "client",
    clauses: [
      "GEN.asterisk",
      "SLA4.internet",
      "SLA4.firewall",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
      "SLA10.zones",
    ],
    passages: ["GEN.asterisk", "SLA10.zones"],
  },
  A34: {
    question: {
      en: "Is Subregion `a` of one account Subregion `a` of another?",
      fr: "La Sous-région `a` d'un compte est-elle la Sous-région `a` d'un autre ?",
    },
    reading: {
      en: "Names are given per account, by the provider's own documentation: Subregions of two accounts are not added up, but for those that `pack-settings.sameSubregions` declares the same.",
      fr: "Les noms sont donnés compte par compte, d'après la documentation du fournisseur : les Sous-régions de deux comptes ne s'additionnent pas, sauf celles que `pack-settings.sameSubregions` déclare identiques.",
    },
    leans: "provider",
    clauses: ["GEN.asterisk", "SLA10.zones"],
    passages: ["GEN.asterisk", "SLA10.zones"],
  },
  A35: {
    question: {
      en: "Kubernetes as a service (OKS) is named nowhere. Do the commitments hold for it?",
      fr: "Le service Kubernetes (OKS) n'est nommé nulle part. Les engagements valent-ils pour lui ?",
    },
    reading: {
      en: "Where `attestation.services` names it, its lines are those of tiers, else they are undetermined; its control plane is Outscale's to run.",
      fr: "Là où `attestation.services` le nomme, ses lignes se lisent comme celles de tiers, sinon elles sont indéterminées ; c'est à Outscale d'opérer son plan de contrôle.",
    },
    leans: "provider",
    clauses: [
      "GEN.apis",
      "QUAL.scope",
      "GEN.asterisk",
      "SLA4.internet",
      "SLA4.firewall",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
    ],
    passages: ["GEN.apis"],
  },
  A36: {
    question: { en: "Is a VM that is declared stopped deployed?", fr: "Une VM déclarée arrêtée est-elle déployée ?" },
    reading: {
      en: "No: what the program itself declares stopped is not deployed.",
      fr: "Non : ce que le programme déclare lui-même arrêté n'est pas déployé.",
    },
    leans: "provider",
    clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall", "SLA10.zones"],
    passages: ["GEN.asterisk", "SLA10.zones"],
  },
  A37: {
    question: {
      en: "Is the client's own trace of an incident asked for support times only?",
      fr: "La trace que le client garde d'un incident n'est-elle demandée que pour les délais de support ?",
    },
    reading: {
      en: "No: every commitment is measured by it where the support has seen nothing.",
      fr: "Non : tout engagement se mesure d'après elle quand le support n'a rien vu.",
    },
    leans: "provider",
    clauses: ["SLA10.evidence"],
    isCommon: true,
    passages: ["SLA10.evidence"],
  },
} as const satisfies Readonly<Record<string, Reading>>;

/** The id of a reading. */
export type ReadingId = keyof typeof READINGS;

/** Every reading by its id, in their order. */
export const READING_IDS = Object.keys(READINGS) as readonly ReadingId[];

/** Where the passages stand that raise the question. */
export function placesOf({ passages }: Reading): readonly Text[] {
  return passages.map((passage) => (typeof passage === "string" ? CLAUSES[passage].place : passage));
}

/** Another reading than ours, by its value in the setting `readings`. */
export interface Choice {
  readonly choice: string;
  /** A choice that favours the provider is stricter than our reading, one that favours the client more lenient. */
  readonly leans: Exclude<Leaning, "neither">;
  readonly meaning: Text;
}

/** The readings that a client may choose in place of ours. */
export const CHOICES = {
  A1: [
    {
      choice: "more-than-one",
      leans: "client",
      meaning: {
        en: "Only one Subregion is named as not enough: two are enough.",
        fr: "Seul un déploiement dans une unique Sous-région est dit insuffisant : deux suffisent.",
      },
    },
  ],
  A2: [
    {
      choice: "unstarred",
      leans: "client",
      meaning: {
        en: "Outscale runs the firewalls itself: the star asks nothing of the client.",
        fr: "Outscale opère elle-même les pare-feu : l'étoile n'exige rien du client.",
      },
    },
  ],
  A3: [
    {
      choice: "every-commitment",
      leans: "provider",
      meaning: {
        en: "Being in a single Subregion costs every commitment.",
        fr: "N'être déployé que dans une Sous-région fait perdre tous les engagements.",
      },
    },
  ],
  A12: [
    {
      choice: "unconfirmed",
      leans: "provider",
      meaning: {
        en: "That Outscale spreads objects is undetermined until it confirms.",
        fr: "La répartition des objets par Outscale est indéterminée tant qu'elle ne l'a pas confirmée.",
      },
    },
  ],
  A26: [
    {
      choice: "unconfirmed",
      leans: "provider",
      meaning: {
        en: "That API use is covered is to be confirmed by Outscale.",
        fr: "Que l'usage de l'API soit couvert reste à confirmer par Outscale.",
      },
    },
  ],
  A30: [
    {
      choice: "accepted",
      leans: "provider",
      meaning: {
        en: "What cannot be elsewhere is a loss that the client accepts, and is not claimed (A4).",
        fr: "L'absence de ce qui ne peut être ailleurs est une perte que le client accepte : rien n'est réclamé (A4).",
      },
    },
  ],
  A31: [
    {
      choice: "not-bound",
      leans: "client",
      meaning: {
        en: "The condition does not bind failures of regional services: their support times can be claimed.",
        fr: "La condition ne vaut pas pour les pannes des services régionaux : leurs délais de support sont réclamables.",
      },
    },
  ],
  A33: [
    {
      choice: "absent",
      leans: "provider",
      meaning: {
        en: "A witness is no presence: the tier is not in its Subregion.",
        fr: "Un témoin ne vaut pas présence : le tier n'est pas dans sa Sous-région.",
      },
    },
  ],
} as const satisfies Readonly<Partial<Record<ReadingId, readonly Choice[]>>>;

/** What may be chosen in place of a reading. */
export function choicesOf(reading: ReadingId): readonly Choice[] {
  return reading in CHOICES ? CHOICES[reading as keyof typeof CHOICES] : [];
}
