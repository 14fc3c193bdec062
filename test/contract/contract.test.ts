import { describe, expect, test } from "@jest/globals";
import {
  budgetMinutes,
  CLAUSE_IDS,
  CLAUSES,
  COMMITMENTS,
  preconditionsOf,
  type Clause,
  type ClauseId,
  type Force,
} from "../../src/contract";
import { LANGUAGES } from "../../src/text";

const DESCRIBED: readonly (readonly [ClauseId, Clause])[] = CLAUSE_IDS.map((id) => [id, CLAUSES[id]]);

/** The headings of the convention's French plain text, by line. */
// prettier-ignore
const HEADINGS: readonly (readonly [number, string])[] = [
  [23, "Préambule"],
  [35, "Définitions"],
  [113, "Révision"],
  [115, "Résiliation en cas de perte de la qualification"],
  [118, "Datacenters"],
  [151, "Autres tiers impliqués dans la fourniture du Service"],
  [184, "Obligations, droits et responsabilités des tiers et de 3DS OUTSCALE"],
  [190, "Changement d’un tiers impliqué dans la fourniture du Service"],
  [200, "Localisation du Service et des Données / transfert à l’étranger"],
  [206, "Qualité des Prestations / respect des normes"],
  [210, "Administration, Supervision et Support"],
  [214, "Régionalisation"],
  [220, "Obligations de 3DS OUTSCALE quant aux accès à distance"],
  [226, "Éléments explicitement exclus de la responsabilité de 3DS OUTSCALE"],
  [232, "Matrice de responsabilité"],
  [244, "5 - Politiques de sécurité de l'information et gestion du risque"],
  [282, "6 - Organisation de la sécurité de l'information"],
  [293, "7 - Sécurité des ressources humaines"],
  [311, "8 - Gestion des actifs"],
  [321, "9 - Contrôle d'accès et gestion des identités"],
  [348, "10 - Cryptologie"],
  [360, "11 - Sécurité physique et environnementale"],
  [370, "12 - Sécurité liée à l'exploitation"],
  [396, "13 - Sécurité des communications"],
  [407, "14 - Acquisition, développement et maintenance des systèmes d'information"],
  [418, "15 - Relations avec les tiers"],
  [427, "16 - Gestion des incidents liés à la sécurité de l'information"],
  [442, "17 - Continuité d'activité"],
  [457, "18 - Conformité"],
  [471, "Réversibilité"],
  [490, "Procédure d’effacement"],
  [498, "Exigences de disponibilité du service"],
  [507, "SLA1 – Prestation : « domaine de disponibilité »"],
  [514, "SLA2 – Prestation : « Service de fourniture réseau intra Cloud»"],
  [525, "SLA3 – Prestation « Service de fourniture de Services Internet (DNS, NTP) et de Service métadonnées du Cloud Computing »"],
  [532, "SLA4 – Prestation « Service de fourniture réseau sécurisé vers Internet»"],
  [547, "SLA5 – Prestation « Service de répartition de charge à la demande »"],
  [553, "SLA6 – Prestation « Service de Stockage Objets »"],
  [566, "SLA7 – Prestation « Service de Stockage Persistant »"],
  [580, "SLA8 – Prestation « Service de Stockage Non Persistant»"],
  [587, "SLA9 – Prestation « Service de fourniture de Machines Virtuelles à la carte »"],
  [601, "SLA10 – Support"],
  [649, "Exigences de confidentialité du service"],
  [651, "Données du CLIENT"],
  [665, "Conformité du Service"],
  [673, "Évaluation et audit"],
  [680, "Contacts"],
  [702, "Droit applicable"],
  [743, "Annexe A – Modèle d’attestation de suppression des données* (ne pas compléter)"],
  [777, "Annexe C – Liste de contacts"],
  [840, "DECISION DE QUALIFICATION"],
];

describe("clause ids", () => {
  test("are unique", () => {
    expect(new Set(CLAUSE_IDS).size).toBe(CLAUSE_IDS.length);
  });

  test("are all there", () => {
    const perGroup: Record<string, number> = {};
    for (const id of CLAUSE_IDS) {
      const group = id.slice(0, id.indexOf("."));
      perGroup[group] = (perGroup[group] ?? 0) + 1;
    }
    expect(perGroup).toEqual({
      GEN: 11,
      TP: 4,
      OBL: 7,
      SLA1: 2,
      SLA2: 4,
      SLA3: 3,
      SLA4: 9,
      SLA5: 2,
      SLA6: 6,
      SLA7: 8,
      SLA8: 3,
      SLA9: 8,
      SLA10: 8,
      R5: 3,
      R6: 1,
      R8: 2,
      R9: 7,
      R10: 1,
      R12: 3,
      R13: 3,
      R14: 1,
      R16: 2,
      R17: 3,
      R18: 3,
      P6: 2,
      P7: 3,
      P9: 2,
      P10: 2,
      P12: 3,
      P14: 1,
      P15: 1,
      P16: 3,
      P17: 1,
      P18: 2,
      REV: 6,
      DEL: 5,
      DATA: 8,
      QUAL: 12,
      AUD: 2,
      CON: 4,
    });
  });

  test.each(CLAUSE_IDS)("%s has the form of an id", (id) => {
    expect(id).toMatch(/^(GEN|TP|OBL|REV|DEL|DATA|QUAL|AUD|CON|SLA([1-9]|10)|[RP]([5-9]|1[0-8]))\.[a-z0-9]+$/);
  });
});

describe("clauses", () => {
  // prettier-ignore
  test.each<[ClauseId, Force, Clause["bearer"], number, string]>([
    ["GEN.scope", "information", "both", 30, "Preamble, 4th paragraph"],
    ["GEN.precedence", "information", "both", 32, "Preamble, 5th paragraph"],
    ["GEN.availability", "information", "provider", 64, "Definitions, “Disponibilité”"],
    ["GEN.durability", "information", "provider", 66, "Definitions, “Durabilité”"],
    ["GEN.penalties", "information", "provider", 76, "Definitions, “Pénalités”"],
    ["GEN.revision", "undertaking", "provider", 114, "Revision, only paragraph"],
    ["GEN.asterisk", "condition", "client", 499, "Availability requirements of the service, 1st paragraph"],
    ["GEN.apis", "undertaking", "provider", 501, "Availability requirements of the service, 2nd paragraph"],
    ["GEN.method", "information", "provider", 503, "Availability requirements of the service, 3rd paragraph"],
    ["GEN.clock", "information", "provider", 505, "Availability requirements of the service, 4th paragraph"],
    ["GEN.law", "information", "both", 703, "Applicable law, 1st paragraph"],
    ["TP.sites", "undertaking", "provider", 119, "Datacenters, 1st paragraph"],
    ["TP.carriers", "undertaking", "provider", 155, "Other third parties involved in providing the Service, 1st paragraph and table"],
    ["TP.answer", "undertaking", "provider", 188, "Obligations, rights and responsibilities of third parties and of 3DS OUTSCALE, last paragraph"],
    ["TP.change", "undertaking", "provider", 192, "Change of a third party involved in providing the Service, only paragraph"],
    ["OBL.location", "undertaking", "provider", 202, "Location of the Service and of the Data / transfer abroad, both paragraphs"],
    ["OBL.quality", "undertaking", "provider", 208, "Quality of the Services / respect of standards, only paragraph"],
    ["OBL.operations", "undertaking", "provider", 212, "Administration, Monitoring and Support, only paragraph"],
    ["OBL.language", "undertaking", "provider", 216, "Regionalisation, both paragraphs"],
    ["OBL.remote", "undertaking", "provider", 222, "Obligations of 3DS OUTSCALE as to remote access, both paragraphs"],
    ["OBL.exclusions", "exclusion", "client", 228, "Elements expressly excluded from the liability of 3DS OUTSCALE, paragraph and image"],
    ["OBL.applicability", "undertaking", "provider", 234, "Responsibility matrix, 1st paragraph"],
    ["SLA1.region", "commitment", "provider", 510, "SLA1, bullet 1"],
    ["SLA1.zone", "commitment", "provider", 511, "SLA1, bullet 2"],
    ["SLA2.bypass", "warning", "client", 516, "SLA2, 1st paragraph"],
    ["SLA2.network", "commitment", "provider", 520, "SLA2, bullet 1"],
    ["SLA2.latency", "commitment", "provider", 521, "SLA2, bullet 2"],
    ["SLA2.ooslatency", "commitment", "provider", 521, "SLA2, bullet 3"],
    ["SLA3.abuse", "exclusion", "client", 527, "SLA3, 1st paragraph"],
    ["SLA3.services", "commitment", "provider", 529, "SLA3, bullet 1"],
    ["SLA3.metadata", "commitment", "provider", 530, "SLA3, bullet 2"],
    ["SLA4.bgp", "exclusion", "provider", 536, "SLA4, 2nd paragraph"],
    ["SLA4.internet", "commitment", "both", 538, "SLA4, bullet 1"],
    ["SLA4.ddos", "warning", "provider", 540, "SLA4, 3rd paragraph"],
    ["SLA4.waf", "recommendation", "client", 542, "SLA4, 4th paragraph, 1st sentence"],
    ["SLA4.defaultdeny", "information", "both", 542, "SLA4, 4th paragraph, 2nd sentence"],
    ["SLA4.minimal", "recommendation", "client", 542, "SLA4, 4th paragraph, 3rd sentence"],
    ["SLA4.ports", "recommendation", "client", 542, "SLA4, 4th paragraph, 3rd sentence"],
    ["SLA4.firewall", "commitment", "both", 544, "SLA4, bullet 2"],
    ["SLA4.api", "commitment", "provider", 544, "SLA4, bullet 3"],
    ["SLA5.lb", "commitment", "provider", 549, "SLA5, bullet 1"],
    ["SLA5.api", "commitment", "provider", 550, "SLA5, bullet 2"],
    ["SLA6.durability", "commitment", "both", 555, "SLA6, bullet 1"],
    ["SLA6.publishapi", "commitment", "provider", 557, "SLA6, bullet 2"],
    ["SLA6.accessapi", "commitment", "provider", 559, "SLA6, bullet 3"],
    ["SLA6.usage", "exclusion", "client", 561, "SLA6, 1st paragraph"],
    ["SLA6.block", "obligation", "client", 563, "SLA6, 2nd paragraph, 1st sentence"],
    ["SLA6.fuse", "exclusion", "client", 563, "SLA6, 2nd paragraph, 2nd sentence"],
    ["SLA7.volume", "commitment", "provider", 568, "SLA7, bullet 1"],
    ["SLA7.snapshot", "commitment", "provider", 570, "SLA7, bullet 2"],
    ["SLA7.durability", "commitment", "provider", 572, "SLA7, bullet 3"],
    ["SLA7.delay", "condition", "both", 572, "SLA7, bullet 3, 2nd sentence"],
    ["SLA7.iops", "commitment", "provider", 574, "SLA7, bullet 4"],
    ["SLA7.nodurability", "exclusion", "client", 576, "SLA7, 1st paragraph, 1st sentence"],
    ["SLA7.terminate", "warning", "client", 576, "SLA7, 1st paragraph, 2nd and 3rd sentences"],
    ["SLA7.backup", "obligation", "client", 578, "SLA7, 2nd paragraph"],
    ["SLA8.none", "exclusion", "client", 582, "SLA8, 1st paragraph, 1st sentence"],
    ["SLA8.restart", "obligation", "client", 582, "SLA8, 1st paragraph, 2nd sentence"],
    ["SLA8.temporary", "obligation", "client", 584, "SLA8, 2nd paragraph"],
    ["SLA9.hardware", "commitment", "provider", 589, "SLA9, bullet 1"],
    ["SLA9.vm", "commitment", "provider", 589, "SLA9, bullet 2"],
    ["SLA9.api", "commitment", "provider", 590, "SLA9, bullet 3"],
    ["SLA9.stopped", "warning", "provider", 592, "SLA9, 1st paragraph, 1st sentence"],
    ["SLA9.supervise", "obligation", "client", 592, "SLA9, 1st paragraph, 2nd sentence"],
    ["SLA9.downtime", "exclusion", "both", 594, "SLA9, 2nd paragraph"],
    ["SLA9.hammering", "exclusion", "client", 596, "SLA9, 3rd paragraph"],
    ["SLA9.throttling", "exclusion", "client", 598, "SLA9, 4th paragraph"],
    ["SLA10.ticket", "condition", "client", 603, "SLA10, 1st paragraph"],
    ["SLA10.gti", "information", "provider", 605, "SLA10, 2nd paragraph"],
    ["SLA10.gtr", "exclusion", "provider", 607, "SLA10, 3rd paragraph"],
    ["SLA10.evidence", "condition", "client", 609, "SLA10, 4th paragraph"],
    ["SLA10.sev1", "commitment", "provider", 618, "SLA10, table, severity 1"],
    ["SLA10.sev2", "commitment", "provider", 629, "SLA10, table, severity 2"],
    ["SLA10.sev3", "commitment", "provider", 641, "SLA10, table, severity 3"],
    ["SLA10.zones", "condition", "client", 648, "SLA10, last paragraph"],
    ["R5.legal", "obligation", "client", 272, "row 5, client's column, 1st paragraph"],
    ["R5.risk", "obligation", "client", 273, "row 5, client's column, 2nd paragraph"],
    ["R5.policy", "obligation", "client", 274, "row 5, client's column, 3rd paragraph"],
    ["R6.organisation", "obligation", "client", 290, "row 6, client's column, only paragraph"],
    ["R8.sensitive", "obligation", "client", 317, "row 8, client's column, 1st paragraph"],
    ["R8.analysis", "obligation", "both", 319, "row 8, client's column, last paragraph"],
    ["R9.access", "obligation", "client", 335, "row 9, client's column, 1st paragraph"],
    ["R9.policies", "obligation", "client", 337, "row 9, client's column, 2nd paragraph"],
    ["R9.review", "obligation", "client", 338, "row 9, client's column, 3rd paragraph"],
    ["R9.signing", "obligation", "client", 339, "row 9, client's column, 4th and 5th paragraphs"],
    ["R9.mfa", "recommendation", "client", 342, "row 9, client's column, 6th paragraph"],
    ["R9.certcode", "recommendation", "client", 342, "row 9, client's column, 6th paragraph"],
    ["R9.passwords", "obligation", "client", 344, "row 9, client's column, last paragraph"],
    ["R10.encryption", "obligation", "client", 357, "row 10, client's column, only paragraph"],
    ["R12.risk", "obligation", "client", 391, "row 12, client's column, opening words"],
    ["R12.training", "obligation", "client", 392, "row 12, client's column, bullet 1"],
    ["R12.audit", "obligation", "client", 393, "row 12, client's column, bullet 2"],
    ["R13.risk", "obligation", "client", 402, "row 13, client's column, opening words"],
    ["R13.leastaccess", "obligation", "client", 403, "row 13, client's column, bullet 1"],
    ["R13.links", "obligation", "client", 404, "row 13, client's column, bullet 2"],
    ["R14.change", "obligation", "client", 415, "row 14, client's column, only paragraph"],
    ["R16.monitoring", "obligation", "client", 439, "row 16, client's column, 1st sentence"],
    ["R16.notify", "obligation", "client", 439, "row 16, client's column, 2nd sentence"],
    ["R17.continuity", "obligation", "client", 452, "row 17, client's column, 1st paragraph"],
    ["R17.restart", "obligation", "client", 453, "row 17, client's column, bullet 1"],
    ["R17.degraded", "obligation", "client", 454, "row 17, client's column, bullet 2"],
    ["R18.regulated", "obligation", "client", 465, "row 18, client's column, 1st paragraph"],
    ["R18.ownclients", "obligation", "client", 466, "row 18, client's column, 2nd paragraph"],
    ["R18.transfer", "exclusion", "client", 467, "row 18, client's column, 3rd paragraph"],
    ["P6.inform", "undertaking", "provider", 287, "row 6, Outscale's column, 4th paragraph"],
    ["P6.analysis", "undertaking", "provider", 288, "row 6, Outscale's column, last paragraph"],
    ["P7.charter", "undertaking", "provider", 304, "row 7, Outscale's column, 3rd paragraph"],
    ["P7.training", "undertaking", "provider", 305, "row 7, Outscale's column, 4th paragraph"],
    ["P7.discipline", "undertaking", "provider", 306, "row 7, Outscale's column, 5th paragraph"],
    ["P9.means", "information", "both", 324, "row 9, Outscale's column, 2nd paragraph"],
    ["P9.isolation", "undertaking", "provider", 327, "row 9, Outscale's column, 5th paragraph"],
    ["P10.disks", "undertaking", "provider", 350, "row 10, Outscale's column, 1st paragraph"],
    ["P10.flows", "undertaking", "provider", 351, "row 10, Outscale's column, 2nd paragraph"],
    ["P12.change", "undertaking", "provider", 373, "row 12, Outscale's column, 2nd paragraph"],
    ["P12.backup", "undertaking", "provider", 376, "row 12, Outscale's column, 5th paragraph"],
    ["P12.logs", "undertaking", "provider", 379, "row 12, Outscale's column, 8th paragraph"],
    ["P14.tests", "undertaking", "provider", 413, "row 14, Outscale's column, last paragraph"],
    ["P15.change", "undertaking", "provider", 424, "row 15, Outscale's column, last paragraph"],
    ["P16.notify", "undertaking", "provider", 434, "row 16, Outscale's column, 3rd paragraph, bullet 1"],
    ["P16.assessment", "undertaking", "provider", 436, "row 16, Outscale's column, 4th paragraph"],
    ["P16.resolution", "undertaking", "provider", 437, "row 16, Outscale's column, 5th paragraph"],
    ["P17.continuity", "undertaking", "provider", 450, "row 17, Outscale's column, 3rd paragraph"],
    ["P18.procedures", "undertaking", "provider", 460, "row 18, Outscale's column, 2nd paragraph"],
    ["P18.audit", "undertaking", "provider", 463, "row 18, Outscale's column, 5th paragraph"],
    ["REV.access", "undertaking", "provider", 478, "Reversibility, 4th paragraph"],
    ["REV.apis", "undertaking", "provider", 476, "Reversibility, 3rd paragraph"],
    ["REV.report", "obligation", "client", 483, "Reversibility, 6th paragraph"],
    ["REV.billing", "warning", "client", 485, "Reversibility, 7th paragraph"],
    ["REV.erase", "undertaking", "provider", 487, "Reversibility, 8th paragraph"],
    ["REV.assistance", "information", "both", 489, "Reversibility, last paragraph"],
    ["DEL.erase", "undertaking", "provider", 491, "Erasure procedure, 1st paragraph"],
    ["DEL.rewrite", "undertaking", "provider", 493, "Erasure procedure, 2nd paragraph"],
    ["DEL.technical", "undertaking", "provider", 495, "Erasure procedure, 3rd paragraph"],
    ["DEL.certificate", "undertaking", "provider", 497, "Erasure procedure, last paragraph"],
    ["DEL.api", "information", "provider", 753, "Annex A (template), 3rd paragraph"],
    ["DATA.secrecy", "undertaking", "provider", 650, "Confidentiality requirements of the service, only paragraph"],
    ["DATA.disposal", "undertaking", "provider", 652, "The CLIENT’s data, 1st paragraph"],
    ["DATA.ownership", "undertaking", "provider", 654, "The CLIENT’s data, 2nd paragraph"],
    ["DATA.consent", "undertaking", "provider", 656, "The CLIENT’s data, 3rd paragraph"],
    ["DATA.support", "undertaking", "provider", 658, "The CLIENT’s data, 4th paragraph"],
    ["DATA.eu", "information", "both", 660, "The CLIENT’s data, 5th paragraph"],
    ["DATA.inform", "obligation", "client", 662, "The CLIENT’s data, 6th paragraph"],
    ["DATA.property", "undertaking", "provider", 664, "The CLIENT’s data, last paragraph"],
    ["QUAL.loss", "undertaking", "provider", 116, "Termination if the qualification is lost, only paragraph"],
    ["QUAL.scope", "information", "provider", 34, "Preamble, last paragraph"],
    ["QUAL.service", "undertaking", "provider", 666, "Conformity of the Service, 1st paragraph"],
    ["QUAL.renewal", "undertaking", "provider", 668, "Conformity of the Service, 2nd paragraph"],
    ["QUAL.complaint", "information", "client", 670, "Conformity of the Service, 3rd paragraph"],
    ["QUAL.change", "undertaking", "provider", 672, "Conformity of the Service, last paragraph"],
    ["QUAL.process", "undertaking", "provider", 889, "Qualification decision, article 2"],
    ["QUAL.expiry", "information", "provider", 893, "Qualification decision, article 3"],
    ["QUAL.doctrine", "information", "provider", 895, "Qualification decision, article 4"],
    ["QUAL.browser", "condition", "client", 912, "Qualification decision, condition C1"],
    ["QUAL.annex2", "recommendation", "client", 915, "Qualification decision, condition C2"],
    ["QUAL.workstation", "recommendation", "client", 919, "Qualification decision, condition C3"],
    ["AUD.security", "obligation", "both", 674, "Evaluation and audit, 1st paragraph"],
    ["AUD.gdpr", "undertaking", "provider", 679, "Evaluation and audit, last paragraph"],
    ["CON.notice", "undertaking", "provider", 698, "Contacts, 1st sentence below the details"],
    ["CON.change", "obligation", "both", 699, "Contacts, 2nd sentence below the details"],
    ["CON.list", "obligation", "both", 701, "Contacts, last paragraph"],
    ["CON.update", "obligation", "both", 780, "Annex C – List of contacts, last paragraph"],
  ])("%s is described, with what it binds to, who answers for it and where it stands", (id, force, bearer, line, place) => {
    expect(CLAUSES[id]).toMatchObject({ force, bearer, line, place: { en: place } });
  });

  test.each([
    ["SLA10.zones", "SLA10, dernier alinéa"],
    ["R9.policies", "ligne 9 de la matrice, colonne du client, 2e alinéa"],
    ["P16.notify", "ligne 16 de la matrice, colonne d'Outscale, 3e alinéa, puce 1"],
    ["SLA4.internet", "SLA4, puce 1"],
    ["SLA4.waf", "SLA4, 4e alinéa, 1re phrase"],
    ["R8.sensitive", "ligne 8 de la matrice, colonne du client, 1er alinéa"],
    ["GEN.durability", "Définitions, « Durabilité »"],
    ["QUAL.workstation", "Décision de qualification, condition C3"],
  ] as const)("%s is found in French too", (id, place) => {
    expect(CLAUSES[id].place.fr).toBe(place);
  });

  test.each(DESCRIBED)("%s is found in one place, by the same numbers in each language", (_id, { place }) => {
    const digits = ({ en, fr }: Clause["place"]) => [en, fr].map((text) => text.match(/\d+/g));
    const [en, fr] = digits(place);
    expect(en).toEqual(fr);
  });

  test("are insisted on where the convention does", () => {
    expect(DESCRIBED.filter(([, { insistent }]) => insistent).map(([id]) => id)).toEqual([
      "SLA4.minimal",
      "SLA4.ports",
    ]);
  });

  test("commit where there is a figure to claim", () => {
    const committed = DESCRIBED.filter(([, { force }]) => force === "commitment").map(([id]) => id);
    expect(COMMITMENTS.map(({ clause }) => clause)).toEqual(committed);
  });

  test("describe every id, in the order of the ids", () => {
    expect(Object.keys(CLAUSES)).toEqual([...CLAUSE_IDS]);
  });

  test.each(DESCRIBED)("%s names the heading above its line", (_id, { heading, line }) => {
    expect(heading.fr).toBe(HEADINGS.findLast(([start]) => start < line)?.[1]);
  });

  test.each(DESCRIBED)("%s stands in its group's part of the convention", (id, { heading }) => {
    const [group = ""] = id.split(".");
    const parts: Readonly<Record<string, RegExp>> = {
      GEN: /^(Exigences de disponibilité|Préambule|Définitions|Révision$|Droit applicable$)/,
      TP: /^(Datacenters$|Autres tiers |Obligations, droits et responsabilités des tiers |Changement d’un tiers )/,
      OBL: /^(Localisation du |Qualité des |Administration, |Régionalisation$|Obligations de |Éléments |Matrice )/,
      REV: /^Réversibilité$/,
      DEL: /^(Procédure d’effacement$|Annexe A )/,
      DATA: /^(Données du CLIENT|Exigences de confidentialité du service)$/,
      QUAL: /^(Préambule$|Résiliation en cas de perte|Conformité du Service$|DECISION DE QUALIFICATION$)/,
      AUD: /^Évaluation et audit$/,
      CON: /^(Contacts|Annexe C – Liste de contacts)$/,
    };
    const row = /^[RP](\d+)$/.exec(group)?.[1];
    expect(heading.fr).toMatch(parts[group] ?? new RegExp(row === undefined ? `^${group} – ` : `^${row} - `));
  });

  test.each(DESCRIBED)("%s is paraphrased in plain sentences of both languages", (_id, { paraphrase }) => {
    expect(Object.keys(paraphrase)).toEqual(LANGUAGES);
    expect(paraphrase.en).not.toBe(paraphrase.fr);
    for (const language of LANGUAGES) {
      expect(paraphrase[language]).toMatch(/^[A-Z].*[^.]\.$/);
      expect(paraphrase[language].length).toBeLessThanOrEqual(320);
    }
  });

  test.each(DESCRIBED)("%s calls a zone a Subregion", (_id, { paraphrase }) => {
    expect(paraphrase.en).not.toMatch(/zone/i);
    expect(paraphrase.fr).not.toMatch(/zone/i);
  });

  test("have these figures beside the commitments", () => {
    const committed = new Set(COMMITMENTS.map(({ clause }) => clause));
    const figures = DESCRIBED.filter(([id, { figure }]) => !committed.has(id) && figure !== undefined);
    expect(figures.map(([id, { figure }]) => [id, figure?.en, figure?.fr])).toEqual([
      ["GEN.clock", "24 hours a day, 7 days a week", "24 h/24 et 7 j/7"],
      ["SLA4.bgp", "2 minutes per incident", "2 minutes par incident"],
      ["SLA7.delay", "24 h", "24 h"],
      ["SLA9.throttling", "one per second", "une par seconde"],
      ["R9.passwords", "at least every 90 days", "au moins tous les 90 jours"],
      ["P12.logs", "at least 6 months", "au moins 6 mois"],
      ["P18.audit", "once a year", "une fois par an"],
      ["REV.access", "1 month", "1 mois"],
      ["REV.billing", "15 working days, then 13 months at most", "15 jours ouvrés, puis 13 mois au plus"],
      ["REV.erase", "2 weeks and 1 day at most", "2 semaines et 1 jour au plus"],
      ["DEL.technical", "90 days", "90 jours"],
      ["DEL.api", "2 weeks and 1 day at most", "2 semaines et 1 jour au plus"],
      ["QUAL.change", "within 1 month", "sous 1 mois"],
    ]);
  });

  test("are starred, or have their own condition on Subregions, in these cases only", () => {
    expect(DESCRIBED.filter(([, { asterisk }]) => asterisk).map(([id]) => id)).toEqual([
      "SLA4.internet",
      "SLA4.firewall",
    ]);
    expect(DESCRIBED.filter(([, { allZones }]) => allZones).map(([id]) => id)).toEqual([
      "SLA6.durability",
      "SLA10.gti",
      "SLA10.gtr",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
      "SLA10.zones",
    ]);
  });
});

describe("commitments", () => {
  test("are those of the convention", () => {
    const rows = COMMITMENTS.map(({ clause: id, figure, allZones, preconditions }) => {
      const clause = CLAUSES[id];
      const condition = clause.asterisk ? "star" : clause.allZones ? "own" : "";
      return [id, figure, clause.figure?.en, clause.figure?.fr, clause.period, condition, allZones, preconditions];
    });
    const share = (probability: number, period: string) => ({ kind: "availability", probability, period });
    const api = ["SLA9.hammering", "SLA9.throttling"];
    const support = ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"];
    // prettier-ignore
    expect(rows).toEqual([
      ["SLA1.region", share(0.999, "year"), "99.9 %", "99,9 %", "year", "", false, []],
      ["SLA1.zone", share(0.997, "year"), "99.7 %", "99,7 %", "year", "", false, []],
      ["SLA2.network", share(0.9999, "year"), "99.99 %", "99,99 %", "year", "", false, []],
      ["SLA2.latency", { kind: "latency", milliseconds: 10 }, "10 ms", "10 ms", undefined, "", false, []],
      ["SLA2.ooslatency", { kind: "latency", milliseconds: 200 }, "200 ms", "200 ms", undefined, "", false, []],
      ["SLA3.services", share(0.998, "month"), "99.8 %", "99,8 %", "month", "", false, ["SLA3.abuse"]],
      ["SLA3.metadata", share(0.998, "month"), "99.8 %", "99,8 %", "month", "", false, ["SLA3.abuse"]],
      ["SLA4.internet", share(0.99999, "year"), "99.999 %", "99,999 %", "year", "star", true, ["GEN.asterisk", "SLA4.bgp", "SLA4.ddos"]],
      ["SLA4.firewall", share(0.998, "month"), "99.8 %", "99,8 %", "month", "star", true, ["GEN.asterisk"]],
      ["SLA4.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA5.lb", share(0.9978, "month"), "99.78 %", "99,78 %", "month", "", false, []],
      ["SLA5.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA6.durability", { kind: "durability", probability: 0.999999999999, period: "year" }, "99.9999999999 %", "99,9999999999 %", "year", "own", true, ["SLA6.usage", "SLA6.block", "SLA6.fuse"]],
      ["SLA6.publishapi", share(0.9997, "year"), "99.97 %", "99,97 %", "year", "", false, ["SLA6.block", "SLA6.fuse"]],
      ["SLA6.accessapi", share(0.9997, "year"), "99.97 %", "99,97 %", "year", "", false, ["SLA6.block", "SLA6.fuse"]],
      ["SLA7.volume", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, ["SLA7.backup", "SLA7.nodurability"]],
      ["SLA7.snapshot", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, []],
      ["SLA7.durability", { kind: "durability", probability: 0.999999999999 }, "99.9999999999 %", "99,9999999999 %", undefined, "", false, ["SLA7.delay"]],
      ["SLA7.iops", { kind: "performance", shareOfTime: 0.9, period: "month", blockKilobytes: 4 }, "at least 90 % of the time", "au moins 90 % du temps", "month", "", false, []],
      ["SLA9.hardware", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, ["SLA9.downtime"]],
      ["SLA9.vm", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, ["SLA9.stopped", "SLA9.supervise", "SLA9.downtime"]],
      ["SLA9.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA10.sev1", { kind: "support", responseMinutes: 15, restorationHours: 2 }, "GTI 15 minutes, GTR 2 hours", "GTI 15 minutes, GTR 2 heures", undefined, "own", true, support],
      ["SLA10.sev2", { kind: "support", responseMinutes: 30, restorationHours: 4 }, "GTI 30 minutes, GTR 4 hours", "GTI 30 minutes, GTR 4 heures", undefined, "own", true, support],
      ["SLA10.sev3", { kind: "support", responseMinutes: 60, restorationHours: 48, workingHours: true }, "GTI 1 hour, GTR 48 working hours", "GTI 1 heure, GTR 48 heures ouvrées", undefined, "own", true, support],
    ]);
  });

  test.each<[ClauseId, readonly ClauseId[]]>([
    ["SLA4.internet", ["GEN.asterisk", "SLA4.bgp", "SLA4.ddos", "SLA9.hammering", "SLA10.ticket", "SLA10.evidence"]],
    ["SLA9.api", ["SLA9.hammering", "SLA9.throttling", "SLA10.ticket", "SLA10.evidence"]],
    ["SLA7.durability", ["SLA7.delay", "SLA10.ticket", "SLA10.evidence"]],
    ["SLA10.sev1", ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"]],
  ])("%s has its own preconditions and those it shares", (clause, preconditions) => {
    const found = COMMITMENTS.filter((each) => each.clause === clause);
    expect(found.map(preconditionsOf)).toEqual([preconditions]);
  });

  test("leave this much time, where they are a share of it", () => {
    const minutes = COMMITMENTS.flatMap(({ clause, figure }) => {
      const budget = budgetMinutes(figure);
      return budget === undefined ? [] : [[clause, budget]];
    });
    expect(Object.fromEntries(minutes)).toEqual({
      "SLA1.region": 525.6,
      "SLA1.zone": 1576.8,
      "SLA2.network": 52.56,
      "SLA3.services": 86.4,
      "SLA3.metadata": 86.4,
      "SLA4.internet": 5.256,
      "SLA4.firewall": 86.4,
      "SLA4.api": 43.2,
      "SLA5.lb": 95.04,
      "SLA5.api": 43.2,
      "SLA6.publishapi": 157.68,
      "SLA6.accessapi": 157.68,
      "SLA7.volume": 129.6,
      "SLA7.snapshot": 129.6,
      "SLA7.iops": 4320,
      "SLA9.hardware": 129.6,
      "SLA9.vm": 129.6,
      "SLA9.api": 43.2,
    });
  });
});
