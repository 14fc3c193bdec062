import { describe, expect, test } from "@jest/globals";
import type { ClaimOptions } from "../../src/cli/claim";
import { INCIDENT, page, sectionOf } from "./claim-page";
import { run } from "./command";

test.each(["en", "fr"])("a page says what counts, what to prove, and what to write (%s)", (language) => {
  const { status, stdout, stderr } = run(
    ...["claim", "--service", "internet", "--incident", INCIDENT, "--severity", "1", "--lang", language],
    ...["--answered", "2026-03-03T10:20+01:00", "--maintenance", "2026-03-03T10:30+01:00/2026-03-03T10:40+01:00"],
    ...["--restart", "2026-03-03T10:30+01:00/2026-03-03T10:40+01:00"],
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatchSnapshot();
});

test("incidents are counted from first to last, in whatever order they are given", () => {
  const later = "2026-03-10T10:00Z/2026-03-10T10:10Z";
  expect(page({ service: "vm", incident: [later, INCIDENT] })).toBe(
    page({ service: "vm", incident: [INCIDENT, later] }),
  );
});

test("machines read the same", () => {
  expect(JSON.parse(page({ service: "api", format: "json" }))).toMatchObject({
    schemaVersion: 1,
    service: "api",
    isBroken: true,
    isUndetermined: false,
    availability: {
      clauses: ["SLA4.api", "SLA5.api", "SLA9.api"],
      incidents: [{ from: "2026-03-03T10:00:00.000+01:00", to: "2026-03-03T10:45:00.000+01:00", deductions: [] }],
      held: [
        { period: "2026-03", down: 2_700_000, counted: 2_700_000, budget: 2_674_800, isBroken: true, credits: [] },
      ],
      beside: [{ period: "2026" }],
    },
    support: null,
    notDeducted: [],
    withoutEffect: [],
    penalties: null,
  });
});

test("machines read what is not known, and what was given in vain", () => {
  const options = {
    service: "support",
    severity: "3",
    format: "json",
    incident: ["2026-03-02T00:00+01:00/2026-03-06T10:00+01:00"],
    maintenance: ["2026-03-02T01:00+01:00/2026-03-02T02:00+01:00"],
    waiting: ["2026-03-01T23:00+01:00/2026-03-02T01:00+01:00"],
  } as const;
  expect(JSON.parse(page(options))).toMatchObject({
    isBroken: false,
    isUndetermined: true,
    support: {
      tickets: [
        {
          response: { limit: 3_600_000, taken: null, verdict: "open" },
          restoration: {
            limit: 172_800_000,
            taken: 378_000_000,
            isUpperBound: true,
            verdict: "open",
            credit: null,
          },
        },
      ],
    },
    notDeducted: ["maintenance"],
    withoutEffect: [
      {
        given: "waiting",
        why: "no incident",
        spans: [{ from: "2026-03-01T23:00:00.000+01:00", to: "2026-03-02T00:00:00.000+01:00" }],
        times: [],
      },
    ],
  });
});

describe("what counts agrees in number", () => {
  test.each([
    ["2026-03-03T10:00Z/2026-03-03T10:01Z", "of which 1 min counts", "dont 1 min retenue"],
    ["2026-03-03T10:00Z/2026-03-03T11:01Z", "of which 1 h 1 min count", "dont 1 h 1 min retenues"],
    ["2026-03-03T10:00Z/2026-03-03T13:48Z", "of which 3 h 48 min count", "dont 3 h 48 min retenues"],
    ["2026-03-03T10:00Z/2026-03-03T10:00:00.5Z", "of which 0 s count", "dont 0 s retenue"],
  ])("%s", (incident, en, fr) => {
    const counted = (language: "en" | "fr") =>
      sectionOf(page({ service: "lb", incident: [incident] }, language), "SLA5.lb")[1]
        ?.split(", ")
        .at(-1);
    expect([counted("en"), counted("fr")]).toEqual([en, fr]);
  });
});

describe("working hours count, not the hours of the clock", () => {
  const incident = ["2026-03-02T00:00+01:00/2026-03-12T19:00+01:00"];
  const ticket = (options: Partial<ClaimOptions>, language: "en" | "fr") =>
    sectionOf(page({ service: "support", severity: "3", incident, ...options }, language), "SLA10.sev3").slice(1);

  test("where they are told", () => {
    const options = { workingDay: "09:00-14:00", answered: ["2026-03-02T00:30+01:00"] };
    expect(ticket(options, "en")).toEqual([
      "  2 March 2026, 00:00 to 12 March 2026, 19:00 (UTC+1): 259 h, of which 45 h count (working hours",
      "  from 09:00 to 14:00)",
      "    first answer (GTI): 30 min for at most 1 h, kept",
      "    resolution (GTR): 45 h for at most 48 h, kept",
    ]);
    expect(ticket(options, "fr")).toEqual([
      "  du 2 mars 2026 à 0 h 00 au 12 mars 2026 à 19 h 00 (UTC+1) : 259 h, dont 45 h retenues (heures",
      "  ouvrées de 9 h 00 à 14 h 00)",
      "    première réponse (GTI) : 30 min pour au plus 1 h, tenu",
      "    résolution (GTR) : 45 h pour au plus 48 h, tenu",
    ]);
  });

  test("else at most whole working days", () => {
    expect(ticket({}, "en")).toEqual([
      "  2 March 2026, 00:00 to 12 March 2026, 19:00 (UTC+1): 259 h, of which 211 h count (at most, in",
      "  working days of 24 h)",
      "    first answer (GTI): undetermined: give the time of the first answer with `--answered`",
      "    resolution (GTR): at most 211 h for at most 48 h, undetermined (give the working hours with",
      "    `--working-day`)",
    ]);
    expect(ticket({}, "fr")).toEqual([
      "  du 2 mars 2026 à 0 h 00 au 12 mars 2026 à 19 h 00 (UTC+1) : 259 h, dont 211 h retenues (décompte",
      "  maximal, en jours ouvrés de 24 h)",
      "    première réponse (GTI) : indéterminé : donnez l'heure de la première réponse avec `--answered`",
      "    résolution (GTR) : au plus 211 h pour au plus 48 h, indéterminé (donnez les heures ouvrées avec",
      "    `--working-day`)",
    ]);
  });
});

test("a VM is down only while it cannot be restarted, which the page says", () => {
  expect(sectionOf(page({ service: "vm" }), "A VM is down")).toEqual([
    "A VM is down while you cannot restart it: the time in which you could does not count, and",
    "`--restart` takes it out. Without it, all the time of an incident is taken as time in which you",
    "could not.",
    "  SLA9.supervise (SLA9, 1st paragraph, 2nd sentence): The client watches its VMs and restarts them",
    "  when needed. The time it takes to do so is not downtime.",
    "  SLA9.downtime (SLA9, 2nd paragraph): A stopped resource counts as down only for as long as the",
    "  client is unable to restart it.",
  ]);
  expect(sectionOf(page({ service: "vm" }, "fr"), "Une VM est")).toEqual([
    "Une VM est indisponible tant que vous ne pouvez pas la redémarrer : le temps où vous le pouviez ne",
    "compte pas, et `--restart` le déduit. Sans cette option, tout le temps d'un incident passe pour du",
    "temps où vous ne le pouviez pas.",
    "  SLA9.supervise (SLA9, 1er alinéa, 2e phrase) : Le client surveille ses VM et les redémarre au",
    "  besoin. Le temps qu'il y met n'est pas de l'indisponibilité.",
    "  SLA9.downtime (SLA9, 2e alinéa) : Une ressource arrêtée ne compte comme indisponible que tant que",
    "  le client ne peut pas la relancer.",
  ]);
  expect(sectionOf(page({ service: "hardware" }), "A VM is down")).toEqual([]);
});

describe("what is given in vain is named", () => {
  const early = ["2026-03-03T09:30+01:00/2026-03-03T10:15+01:00", "2026-03-04T09:30+01:00/2026-03-04T10:15+01:00"];

  test.each<[Partial<ClaimOptions> & Pick<ClaimOptions, "service">, string[], string[]]>([
    [
      { service: "vm", restart: early, answered: ["2026-03-03T10:10+01:00"], workingDay: "09:00-18:00" },
      [
        "Without effect: `--restart` outside every incident: 3 March 2026, 09:30 to 10:00 (UTC+1); 4 March",
        "2026, 09:30 to 10:15 (UTC+1).",
        "Without effect: `--answered`, for support times are counted with `--severity` only.",
        "Without effect: `--working-day`, for only severity 3 is counted in working hours.",
      ],
      [
        "Sans effet : `--restart` hors de tout incident : le 3 mars 2026, de 9 h 30 à 10 h 00 (UTC+1) ; le 4",
        "mars 2026, de 9 h 30 à 10 h 15 (UTC+1).",
        "Sans effet : `--answered`, car les délais de support ne sont comptés qu'avec `--severity`.",
        "Sans effet : `--working-day`, car seule la sévérité 3 se compte en heures ouvrées.",
      ],
    ],
    [
      { service: "hardware", restart: [INCIDENT] },
      [
        "Not taken out (`--restart`): the time in which the client had not restarted, which is taken out of",
        "the downtime of a VM alone (SLA9.supervise).",
      ],
      [
        "Non déduit (`--restart`) : le temps mis par le client à redémarrer, qui n'est déduit que de",
        "l'indisponibilité d'une VM (SLA9.supervise).",
      ],
    ],
    [
      { service: "support", severity: "1", answered: ["2026-03-03T10:10+01:00", "2026-03-03T10:20+01:00"] },
      ["Without effect: `--answered`, 3 March 2026, 10:20 (UTC+1): only the first answer to a ticket counts."],
      [
        "Sans effet : `--answered`, le 3 mars 2026 à 10 h 20 (UTC+1) : seule compte la première réponse à un",
        "ticket.",
      ],
    ],
  ])("%p", (options, en, fr) => {
    const named = (language: "en" | "fr", words: RegExp) =>
      page(options, language)
        .split("\n\n")
        .filter((section) => words.test(section))
        .flatMap((section) => section.split("\n"));
    expect(named("en", /^(?:Without effect|Not taken out)/)).toEqual(en);
    expect(named("fr", /^(?:Sans effet|Non déduit)/)).toEqual(fr);
  });
});
