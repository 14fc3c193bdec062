import type { Text } from "../../text";

/** The convention's headings that clauses stand under, in its order; the French ones to the letter. */
export const HEADINGS = {
  preamble: { en: "Preamble", fr: "Préambule" },
  definitions: { en: "Definitions", fr: "Définitions" },
  revision: { en: "Revision", fr: "Révision" },
  qualificationLoss: {
    en: "Termination if the qualification is lost",
    fr: "Résiliation en cas de perte de la qualification",
  },
  datacenters: { en: "Datacenters", fr: "Datacenters" },
  otherThirdParties: {
    en: "Other third parties involved in providing the Service",
    fr: "Autres tiers impliqués dans la fourniture du Service",
  },
  thirdPartyObligations: {
    en: "Obligations, rights and responsibilities of third parties and of 3DS OUTSCALE",
    fr: "Obligations, droits et responsabilités des tiers et de 3DS OUTSCALE",
  },
  thirdParties: {
    en: "Change of a third party involved in providing the Service",
    fr: "Changement d’un tiers impliqué dans la fourniture du Service",
  },
  location: {
    en: "Location of the Service and of the Data / transfer abroad",
    fr: "Localisation du Service et des Données / transfert à l’étranger",
  },
  quality: { en: "Quality of the Services / respect of standards", fr: "Qualité des Prestations / respect des normes" },
  operations: { en: "Administration, Monitoring and Support", fr: "Administration, Supervision et Support" },
  language: { en: "Regionalisation", fr: "Régionalisation" },
  remoteAccess: {
    en: "Obligations of 3DS OUTSCALE as to remote access",
    fr: "Obligations de 3DS OUTSCALE quant aux accès à distance",
  },
  exclusions: {
    en: "Elements expressly excluded from the liability of 3DS OUTSCALE",
    fr: "Éléments explicitement exclus de la responsabilité de 3DS OUTSCALE",
  },
  matrix: { en: "Responsibility matrix", fr: "Matrice de responsabilité" },
  policies: {
    en: "5 - Information security policies and risk management",
    fr: "5 - Politiques de sécurité de l'information et gestion du risque",
  },
  organisation: {
    en: "6 - Organisation of information security",
    fr: "6 - Organisation de la sécurité de l'information",
  },
  staff: { en: "7 - Human resources security", fr: "7 - Sécurité des ressources humaines" },
  assets: { en: "8 - Asset management", fr: "8 - Gestion des actifs" },
  access: { en: "9 - Access control and identity management", fr: "9 - Contrôle d'accès et gestion des identités" },
  cryptology: { en: "10 - Cryptology", fr: "10 - Cryptologie" },
  operationsSecurity: { en: "12 - Operations security", fr: "12 - Sécurité liée à l'exploitation" },
  communications: { en: "13 - Communications security", fr: "13 - Sécurité des communications" },
  development: {
    en: "14 - Acquisition, development and maintenance of information systems",
    fr: "14 - Acquisition, développement et maintenance des systèmes d'information",
  },
  suppliers: { en: "15 - Relations with third parties", fr: "15 - Relations avec les tiers" },
  incidents: {
    en: "16 - Management of information security incidents",
    fr: "16 - Gestion des incidents liés à la sécurité de l'information",
  },
  continuity: { en: "17 - Business continuity", fr: "17 - Continuité d'activité" },
  compliance: { en: "18 - Compliance", fr: "18 - Conformité" },
  reversibility: { en: "Reversibility", fr: "Réversibilité" },
  erasure: { en: "Erasure procedure", fr: "Procédure d’effacement" },
  availability: { en: "Availability requirements of the service", fr: "Exigences de disponibilité du service" },
  sla1: { en: "SLA1 – Service: “availability domain”", fr: "SLA1 – Prestation : « domaine de disponibilité »" },
  sla2: {
    en: "SLA2 – Service: “network inside the cloud”",
    fr: "SLA2 – Prestation : « Service de fourniture réseau intra Cloud»",
  },
  sla3: {
    en: "SLA3 – Service “Internet services (DNS, NTP) and cloud metadata service”",
    fr: "SLA3 – Prestation « Service de fourniture de Services Internet (DNS, NTP) et de Service métadonnées du Cloud Computing »",
  },
  sla4: {
    en: "SLA4 – Service “secured network to the Internet”",
    fr: "SLA4 – Prestation « Service de fourniture réseau sécurisé vers Internet»",
  },
  sla5: {
    en: "SLA5 – Service “load balancing on demand”",
    fr: "SLA5 – Prestation « Service de répartition de charge à la demande »",
  },
  sla6: { en: "SLA6 – Service “object storage”", fr: "SLA6 – Prestation « Service de Stockage Objets »" },
  sla7: { en: "SLA7 – Service “persistent storage”", fr: "SLA7 – Prestation « Service de Stockage Persistant »" },
  sla8: {
    en: "SLA8 – Service “non-persistent storage”",
    fr: "SLA8 – Prestation « Service de Stockage Non Persistant»",
  },
  sla9: {
    en: "SLA9 – Service “VMs on demand”",
    fr: "SLA9 – Prestation « Service de fourniture de Machines Virtuelles à la carte »",
  },
  sla10: { en: "SLA10 – Support", fr: "SLA10 – Support" },
  confidentiality: { en: "Confidentiality requirements of the service", fr: "Exigences de confidentialité du service" },
  clientData: { en: "The CLIENT’s data", fr: "Données du CLIENT" },
  conformity: { en: "Conformity of the Service", fr: "Conformité du Service" },
  audit: { en: "Evaluation and audit", fr: "Évaluation et audit" },
  contacts: { en: "Contacts", fr: "Contacts" },
  law: { en: "Applicable law", fr: "Droit applicable" },
  deletionCertificate: {
    en: "Annex A – Template of the certificate of data deletion* (not to be filled in)",
    fr: "Annexe A – Modèle d’attestation de suppression des données* (ne pas compléter)",
  },
  contactList: { en: "Annex C – List of contacts", fr: "Annexe C – Liste de contacts" },
  qualificationDecision: { en: "QUALIFICATION DECISION", fr: "DECISION DE QUALIFICATION" },
} as const satisfies Record<string, Text>;
