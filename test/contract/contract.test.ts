import { describe, expect, test } from "@jest/globals";
import {
  CLAUSE_IDS,
  CLAUSES,
  COMMITMENTS,
  COMMON_PRECONDITIONS,
  LANGUAGES,
  type Clause,
  type ClauseId,
} from "../../src/contract";

const DESCRIBED: readonly (readonly [ClauseId, Clause])[] = CLAUSE_IDS.flatMap((id) => {
  const clause = CLAUSES[id];
  return clause === undefined ? [] : [[id, clause] as const];
});

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
    ["GEN.penalties", "provider", 76],
    ["GEN.asterisk", "client", 499],
    ["GEN.apis", "provider", 501],
    ["GEN.method", "provider", 503],
    ["GEN.clock", "provider", 505],
    ["OBL.location", "provider", 202],
    ["SLA1.region", "provider", 510],
    ["SLA1.zone", "provider", 511],
    ["SLA2.network", "provider", 520],
    ["SLA2.latency", "provider", 521],
    ["SLA2.ooslatency", "provider", 521],
    ["SLA3.abuse", "client", 527],
    ["SLA3.services", "provider", 529],
    ["SLA3.metadata", "provider", 530],
    ["SLA4.bgp", "provider", 536],
    ["SLA4.internet", "both", 538],
    ["SLA4.ddos", "provider", 540],
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
    ["SLA7.backup", "client", 578],
    ["SLA8.none", "client", 582],
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
    ["R8.sensitive", "both", 317],
    ["R10.encryption", "client", 357],
    ["R13.links", "client", 404],
    ["DATA.eu", "both", 660],
    ["QUAL.scope", "provider", 34],
  ])("%s is described, with who answers for it and where it stands", (id, bearer, line) => {
    expect(CLAUSES[id]).toMatchObject({ bearer, line });
  });

  test("are described for every precondition", () => {
    const named = new Set([...COMMON_PRECONDITIONS, ...COMMITMENTS.flatMap((commitment) => commitment.preconditions)]);
    expect([...named].filter((id) => CLAUSES[id] === undefined)).toEqual([]);
  });

  test("are in the order of the ids", () => {
    expect(Object.keys(CLAUSES)).toEqual(DESCRIBED.map(([id]) => id));
  });

  test.each(DESCRIBED)("%s stands under the heading of its group", (id, { heading }) => {
    const [group = ""] = id.split(".");
    const start: Readonly<Record<string, RegExp>> = {
      GEN: /^(Exigences de disponibilité|Préambule|Définitions)/,
      OBL: /^Localisation du Service/,
      R8: /^8 - /,
      R10: /^10 - /,
      R13: /^13 - /,
      DATA: /^Données du CLIENT$/,
      QUAL: /^Préambule$/,
    };
    expect(heading.fr).toMatch(start[group] ?? new RegExp(`^${group} – `));
  });

  test.each(DESCRIBED)("%s is paraphrased in plain sentences of both languages", (_id, { paraphrase }) => {
    expect(Object.keys(paraphrase)).toEqual(LANGUAGES);
    expect(paraphrase.en).not.toBe(paraphrase.fr);
    for (const language of LANGUAGES) expect(paraphrase[language]).toMatch(/^[A-Z].*[^.]\.$/);
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
      const condition = clause?.asterisk ? "asterisk" : clause?.allZones ? "own" : "";
      return [id, figure, clause?.figure?.en, clause?.figure?.fr, clause?.period, condition, allZones, preconditions];
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
