import { describe, expect, test } from "@jest/globals";
import { CLAUSE_IDS, CLAUSES, COMMITMENTS, COMMON_PRECONDITIONS, type Clause, type ClauseId } from "../../src/contract";
import { LANGUAGES } from "../../src/text";

const DESCRIBED: readonly (readonly [ClauseId, Clause])[] = CLAUSE_IDS.map((id) => [id, CLAUSES[id]]);

/** The headings of the convention's French plain text, by line. */
// prettier-ignore
const HEADINGS: readonly (readonly [number, string])[] = [
  [23, "Préambule"],
  [35, "Définitions"],
  [115, "Résiliation en cas de perte de la qualification"],
  [118, "Datacenters"],
  [190, "Changement d’un tiers impliqué dans la fourniture du Service"],
  [200, "Localisation du Service et des Données / transfert à l’étranger"],
  [210, "Administration, Supervision et Support"],
  [226, "Éléments explicitement exclus de la responsabilité de 3DS OUTSCALE"],
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
      GEN: 8,
      TP: 2,
      OBL: 3,
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
      R8: 1,
      R9: 7,
      R10: 1,
      R12: 2,
      R13: 2,
      R14: 1,
      R16: 2,
      R17: 3,
      R18: 3,
      P9: 2,
      P10: 2,
      P12: 3,
      P16: 1,
      P17: 1,
      P18: 1,
      REV: 5,
      DEL: 3,
      DATA: 5,
      QUAL: 7,
      AUD: 2,
      CON: 1,
    });
  });

  test.each(CLAUSE_IDS)("%s has the form of an id", (id) => {
    expect(id).toMatch(/^(GEN|TP|OBL|REV|DEL|DATA|QUAL|AUD|CON|SLA([1-9]|10)|[RP]([5-9]|1[0-8]))\.[a-z0-9]+$/);
  });
});

describe("clauses", () => {
  test.each<[ClauseId, Clause["bearer"], number]>([
    ["GEN.precedence", "both", 32],
    ["GEN.availability", "provider", 64],
    ["GEN.durability", "provider", 66],
    ["GEN.penalties", "provider", 76],
    ["GEN.asterisk", "client", 499],
    ["GEN.apis", "provider", 501],
    ["GEN.method", "provider", 503],
    ["GEN.clock", "provider", 505],
    ["TP.sites", "provider", 119],
    ["TP.change", "provider", 192],
    ["OBL.location", "provider", 202],
    ["OBL.operations", "provider", 212],
    ["OBL.exclusions", "client", 228],
    ["SLA1.region", "provider", 510],
    ["SLA1.zone", "provider", 511],
    ["SLA2.bypass", "client", 516],
    ["SLA2.network", "provider", 520],
    ["SLA2.latency", "provider", 521],
    ["SLA2.ooslatency", "provider", 521],
    ["SLA3.abuse", "client", 527],
    ["SLA3.services", "provider", 529],
    ["SLA3.metadata", "provider", 530],
    ["SLA4.bgp", "provider", 536],
    ["SLA4.internet", "both", 538],
    ["SLA4.ddos", "provider", 540],
    ["SLA4.waf", "client", 542],
    ["SLA4.defaultdeny", "both", 542],
    ["SLA4.minimal", "client", 542],
    ["SLA4.ports", "client", 542],
    ["SLA4.firewall", "both", 544],
    ["SLA4.api", "provider", 544],
    ["SLA5.lb", "provider", 549],
    ["SLA5.api", "provider", 550],
    ["SLA6.durability", "both", 555],
    ["SLA6.publishapi", "provider", 557],
    ["SLA6.accessapi", "provider", 559],
    ["SLA6.usage", "client", 561],
    ["SLA6.block", "client", 563],
    ["SLA6.fuse", "client", 563],
    ["SLA7.volume", "provider", 568],
    ["SLA7.snapshot", "provider", 570],
    ["SLA7.durability", "provider", 572],
    ["SLA7.delay", "both", 572],
    ["SLA7.iops", "provider", 574],
    ["SLA7.nodurability", "client", 576],
    ["SLA7.terminate", "client", 576],
    ["SLA7.backup", "client", 578],
    ["SLA8.none", "client", 582],
    ["SLA8.restart", "client", 582],
    ["SLA8.temporary", "client", 584],
    ["SLA9.hardware", "provider", 589],
    ["SLA9.vm", "provider", 589],
    ["SLA9.api", "provider", 590],
    ["SLA9.stopped", "provider", 592],
    ["SLA9.supervise", "client", 592],
    ["SLA9.downtime", "both", 594],
    ["SLA9.hammering", "client", 596],
    ["SLA9.throttling", "client", 598],
    ["SLA10.ticket", "client", 603],
    ["SLA10.gti", "provider", 605],
    ["SLA10.gtr", "provider", 607],
    ["SLA10.evidence", "client", 609],
    ["SLA10.sev1", "provider", 618],
    ["SLA10.sev2", "provider", 629],
    ["SLA10.sev3", "provider", 641],
    ["SLA10.zones", "client", 648],
    ["R5.legal", "client", 272],
    ["R5.risk", "client", 273],
    ["R5.policy", "client", 274],
    ["R6.organisation", "client", 290],
    ["R8.sensitive", "both", 317],
    ["R9.access", "client", 335],
    ["R9.policies", "client", 337],
    ["R9.review", "client", 338],
    ["R9.signing", "client", 339],
    ["R9.mfa", "client", 342],
    ["R9.certcode", "client", 342],
    ["R9.passwords", "client", 344],
    ["R10.encryption", "client", 357],
    ["R12.training", "client", 392],
    ["R12.audit", "client", 393],
    ["R13.leastaccess", "client", 403],
    ["R13.links", "client", 404],
    ["R14.change", "client", 415],
    ["R16.monitoring", "client", 439],
    ["R16.notify", "client", 439],
    ["R17.continuity", "client", 452],
    ["R17.restart", "client", 453],
    ["R17.degraded", "client", 454],
    ["R18.regulated", "client", 465],
    ["R18.ownclients", "client", 466],
    ["R18.transfer", "client", 467],
    ["P9.means", "provider", 324],
    ["P9.isolation", "provider", 327],
    ["P10.disks", "provider", 350],
    ["P10.flows", "provider", 351],
    ["P12.change", "provider", 373],
    ["P12.backup", "provider", 376],
    ["P12.logs", "provider", 379],
    ["P16.notify", "provider", 434],
    ["P17.continuity", "provider", 450],
    ["P18.audit", "provider", 463],
    ["REV.access", "provider", 478],
    ["REV.apis", "provider", 476],
    ["REV.report", "client", 483],
    ["REV.billing", "client", 485],
    ["REV.erase", "provider", 487],
    ["DEL.rewrite", "provider", 493],
    ["DEL.technical", "provider", 495],
    ["DEL.api", "provider", 753],
    ["DATA.secrecy", "provider", 650],
    ["DATA.ownership", "provider", 654],
    ["DATA.consent", "provider", 656],
    ["DATA.eu", "both", 660],
    ["DATA.inform", "client", 662],
    ["QUAL.loss", "provider", 116],
    ["QUAL.scope", "provider", 34],
    ["QUAL.change", "provider", 672],
    ["QUAL.expiry", "provider", 893],
    ["QUAL.browser", "client", 912],
    ["QUAL.annex2", "client", 915],
    ["QUAL.workstation", "client", 919],
    ["AUD.security", "both", 674],
    ["AUD.gdpr", "provider", 679],
    ["CON.list", "both", 701],
  ])("%s is described, with who answers for it and where it stands", (id, bearer, line) => {
    expect(CLAUSES[id]).toMatchObject({ bearer, line });
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
      GEN: /^(Exigences de disponibilité|Préambule|Définitions)/,
      TP: /^(Datacenters$|Changement d’un tiers )/,
      OBL: /^(Localisation du Service|Administration, Supervision|Éléments explicitement exclus) /,
      REV: /^Réversibilité$/,
      DEL: /^(Procédure d’effacement$|Annexe A )/,
      DATA: /^(Données du CLIENT|Exigences de confidentialité du service)$/,
      QUAL: /^(Préambule$|Résiliation en cas de perte|Conformité du Service$|DECISION DE QUALIFICATION$)/,
      AUD: /^Évaluation et audit$/,
      CON: /^Contacts$/,
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

  test.each(DESCRIBED)("%s is spaced plainly", (_id, { heading, paraphrase, figure }) => {
    for (const text of [heading, paraphrase, ...(figure === undefined ? [] : [figure])]) {
      for (const language of LANGUAGES) expect(text[language]).not.toMatch(/ {2}|^ | $|[^\S ]/);
      expect(text.en).not.toMatch(/ [:;?!]/);
    }
    expect(paraphrase.fr).not.toMatch(/\S[:;?!%]/);
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
      const condition = clause.asterisk ? "asterisk" : clause.allZones ? "own" : "";
      return [id, figure, clause.figure?.en, clause.figure?.fr, clause.period, condition, allZones, preconditions];
    });
    const none = { kind: "none" };
    const share = (probability: number, period: string) => ({ kind: "availability", probability, period });
    const api = ["SLA9.hammering", "SLA9.throttling"];
    const support = ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"];
    // prettier-ignore
    expect(rows).toEqual([
      ["SLA1.region", share(0.999, "year"), "99.9 %", "99,9 %", "year", "", false, []],
      ["SLA1.zone", share(0.997, "year"), "99.7 %", "99,7 %", "year", "", false, []],
      ["SLA2.network", share(0.9999, "year"), "99.99 %", "99,99 %", "year", "", false, []],
      ["SLA2.latency", { kind: "latency", milliseconds: 10 }, "10 ms", "10 ms", undefined, "", false, []],
      ["SLA2.ooslatency", { kind: "latency", milliseconds: 200 }, "200 ms", "200 ms", undefined, "", false, []],
      ["SLA3.services", share(0.998, "month"), "99.8 %", "99,8 %", "month", "", false, ["SLA3.abuse"]],
      ["SLA3.metadata", share(0.998, "month"), "99.8 %", "99,8 %", "month", "", false, ["SLA3.abuse"]],
      ["SLA4.internet", share(0.99999, "year"), "99.999 %", "99,999 %", "year", "asterisk", true, ["GEN.asterisk", "SLA4.bgp", "SLA4.ddos"]],
      ["SLA4.firewall", share(0.998, "month"), "99.8 %", "99,8 %", "month", "asterisk", true, ["GEN.asterisk"]],
      ["SLA4.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA5.lb", share(0.9978, "month"), "99.78 %", "99,78 %", "month", "", false, []],
      ["SLA5.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA6.durability", { kind: "durability", probability: 0.999999999999, period: "year" }, "99.9999999999 %", "99,9999999999 %", "year", "own", true, ["SLA6.usage", "SLA6.block", "SLA6.fuse"]],
      ["SLA6.publishapi", share(0.9997, "year"), "99.97 %", "99,97 %", "year", "", false, ["SLA6.block", "SLA6.fuse"]],
      ["SLA6.accessapi", share(0.9997, "year"), "99.97 %", "99,97 %", "year", "", false, ["SLA6.block", "SLA6.fuse"]],
      ["SLA7.volume", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, ["SLA7.backup"]],
      ["SLA7.snapshot", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, []],
      ["SLA7.durability", { kind: "durability", probability: 0.999999999999 }, "99.9999999999 %", "99,9999999999 %", undefined, "", false, ["SLA7.delay"]],
      ["SLA7.iops", { kind: "performance", shareOfTime: 0.9, period: "month", blockKilobytes: 4 }, "at least 90 % of the time", "au moins 90 % du temps", "month", "", false, []],
      ["SLA7.nodurability", none, undefined, undefined, undefined, "", false, []],
      ["SLA8.none", none, undefined, undefined, undefined, "", false, []],
      ["SLA9.hardware", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, []],
      ["SLA9.vm", share(0.997, "month"), "99.7 %", "99,7 %", "month", "", false, ["SLA9.stopped", "SLA9.supervise", "SLA9.downtime"]],
      ["SLA9.api", share(0.999, "month"), "99.9 %", "99,9 %", "month", "", false, api],
      ["SLA10.sev1", { kind: "support", responseMinutes: 15, restorationHours: 2 }, "GTI 15 minutes, GTR 2 hours", "GTI 15 minutes, GTR 2 heures", undefined, "own", true, support],
      ["SLA10.sev2", { kind: "support", responseMinutes: 30, restorationHours: 4 }, "GTI 30 minutes, GTR 4 hours", "GTI 30 minutes, GTR 4 heures", undefined, "own", true, support],
      ["SLA10.sev3", { kind: "support", responseMinutes: 60, restorationHours: 48, workingHours: true }, "GTI 1 hour, GTR 48 working hours", "GTI 1 heure, GTR 48 heures ouvrées", undefined, "own", true, support],
    ]);
  });

  test("share these preconditions", () => {
    expect(COMMON_PRECONDITIONS).toEqual([
      "SLA3.abuse",
      "SLA9.hammering",
      "SLA9.throttling",
      "SLA10.ticket",
      "SLA10.evidence",
    ]);
  });
});
