import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClaimOptions } from "../../src/cli/claim";
import { page, refusal, sectionOf } from "./claim-page";

const scratch = mkdtempSync(join(tmpdir(), "claim-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

let files = 0;

/** A file that holds bytes or a text as they are, and anything else as JSON. */
function fileOf(content: unknown): string {
  files += 1;
  const file = join(scratch, `${String(files)}.json`);
  const isRaw = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(file, isRaw ? content : JSON.stringify(content));
  return file;
}

/** A table of rows, each of which owes one day unless it says otherwise. */
function tableOf(...rows: readonly object[]) {
  return { reference: "annex A", penalties: rows.map((row) => ({ credit: "one day", ...row })) };
}

describe("what is owed", () => {
  const penalties = fileOf(
    tableOf(
      { clause: "SLA4.internet", below: 99.999 },
      { clause: "SLA4.internet", below: 99.992, credit: "two days" },
      { clause: "SLA4.internet", below: 99.9, credit: "ten days" },
      { clause: "SLA5.lb", below: 97.4, credit: "a month" },
      { clause: "SLA5.lb", below: 99.78, credit: "a week" },
      { clause: "SLA10.sev1", beyond: 0, credit: "a phone call" },
      { clause: "SLA10.sev1", beyond: 30, credit: "a visit" },
      { clause: "SLA10.sev3", beyond: 0, credit: "a letter" },
    ),
  );

  test("is what the table says: of several rows, the worst that is reached", () => {
    expect(sectionOf(page({ service: "internet", penalties }), "Against the figure")).toEqual([
      "Against the figure",
      "  In 2026, downtime allowed: 5 min 15 s; counted: 43 min; availability: 99.99182 %; not kept,",
      "  exceeded by 37 min 44 s",
      "    SLA4.internet, by the table: two days",
    ]);
    const incident = ["2026-03-03T10:00+01:00/2026-03-03T12:30:01+01:00"];
    expect(sectionOf(page({ service: "support", severity: "1", incident, penalties }), "SLA10.sev1")).toEqual([
      "SLA10.sev1 (SLA10, table, severity 1): GTI 15 minutes, GTR 2 hours",
      "  3 March 2026, 10:00 to 12:30:01 (UTC+1): 2 h 30 min 1 s, of which 2 h 30 min 1 s count",
      "    first answer (GTI): undetermined: give the time of the first answer with `--answered`",
      "    resolution (GTR): 2 h 30 min 1 s for at most 2 h, not kept",
      "    by the table: a visit",
    ]);
  });

  test("is told by whole milliseconds: an availability of exactly 97.4 % is not below it", () => {
    const month = (incident: string) =>
      sectionOf(page({ service: "lb", incident: [incident], penalties }), "Against the figure").slice(1);
    expect(month("2026-01-10T00:00Z/2026-01-10T19:20:38.400Z")).toEqual([
      "  In January 2026, downtime allowed: 1 h 38 min 12 s; counted: 19 h 20 min 38 s; availability:",
      "  97.40000 %; not kept, exceeded by 17 h 42 min 25 s",
      "    SLA5.lb, by the table: a week",
    ]);
    expect(month("2026-01-10T00:00Z/2026-01-10T19:20:38.401Z")).toEqual([
      "  In January 2026, downtime allowed: 1 h 38 min 12 s; counted: 19 h 20 min 38 s; availability:",
      "  97.40000 %; not kept, exceeded by 17 h 42 min 25 s",
      "    SLA5.lb, by the table: a month",
    ]);
  });

  test.each<[string, Partial<ClaimOptions> & Pick<ClaimOptions, "service">]>([
    ["is kept", { service: "internet", incident: ["2026-03-03T10:00+01:00/2026-03-03T10:04+01:00"] }],
    [
      "is only not known to be kept",
      { service: "support", severity: "3", incident: ["2026-03-02T00:00+01:00/2026-03-06T10:00+01:00"] },
    ],
  ])("is nothing for what %s", (_what, options) => {
    expect(page({ ...options, penalties })).not.toContain("by the table");
    expect(page({ ...options, penalties, format: "json" })).not.toMatch(/"credit": "/);
  });

  test("is nothing without a table, and a table without a row for what is counted is named", () => {
    expect(page({ service: "internet" })).not.toContain("by the table");
    expect(sectionOf(page({ service: "api", penalties }), "Without effect")).toEqual([
      "Without effect: `--penalties`, whose table has no row for SLA4.api, SLA5.api and SLA9.api.",
    ]);
  });
});

describe("a file is refused in one line", () => {
  const shape = "The file is no table of penalties. Accepted: an object with `reference` and `penalties`.";
  const encoding = "The file is not written in UTF-8. Accepted: JSON in UTF-8.";
  const bounds =
    "takes one of `below` (percent of availability) and `beyond` (minutes past the time to the resolution).";
  const vm = { clause: "SLA9.vm", below: 99 };
  const accented = JSON.stringify(tableOf({ ...vm, credit: "cinq jours de crédit" }));

  test.each<[string, unknown, string]>([
    ["what is no JSON", "{", "The file is not valid JSON."],
    ["Latin-1", Buffer.from(accented, "latin1"), encoding],
    ["UTF-16", Buffer.from(`\uFEFF${accented}`, "utf16le"), encoding],
    ["UTF-16 without its mark", Buffer.from(JSON.stringify(tableOf(vm)), "utf16le"), encoding],
    ["a list", [], shape],
    ["nothing", null, shape],
    ["an empty object", {}, shape],
    ["another shape", { penalties: [] }, "`penalties` lacks `reference`."],
    ["no row", tableOf(), "`penalties.penalties` is empty. Accepted: one row or more."],
    ["a row that is empty", { reference: "a", penalties: [{}] }, "`penalties.penalties[0]` lacks `clause`."],
    ["a row without a bound", tableOf({ clause: "SLA9.vm" }), `\`penalties.penalties[0]\` ${bounds}`],
    ["a row with two bounds", tableOf({ ...vm, beyond: 1 }), `\`penalties.penalties[0]\` ${bounds}`],
    [
      "minutes beyond a share of time",
      tableOf(vm, { clause: "SLA9.vm", beyond: 5 }),
      "`penalties.penalties[1]` could never apply to SLA9.vm. Accepted: `below` (percent of availability).",
    ],
    [
      "a percentage of a support time",
      tableOf({ clause: "SLA10.sev1", below: 5 }),
      "`penalties.penalties[0]` could never apply to SLA10.sev1. Accepted: `beyond` (minutes past the time to the resolution).",
    ],
    ...[-1, 0, 100, 101].map((below): [string, unknown, string] => [
      `an availability of ${String(below)}`,
      tableOf({ clause: "SLA9.vm", below }),
      `\`penalties.penalties[0].below\` is ${String(below)}. Accepted: more than 0 and less than 100.`,
    ]),
    [
      "minutes before the end",
      tableOf({ clause: "SLA10.sev1", beyond: -1 }),
      "`penalties.penalties[0].beyond` is -1. Accepted: 0 or more.",
    ],
    [
      "two rows of one clause and bound",
      tableOf(vm, { clause: "SLA9.vm", below: 98 }, { ...vm, credit: "two days" }),
      "`penalties.penalties[2]` has the clause and the bound of `penalties.penalties[0]`. Accepted: one row for each.",
    ],
    [
      "a blank reference",
      { ...tableOf(vm), reference: " \t" },
      '`penalties.reference` is " \\t". Accepted: text that is not empty.',
    ],
    [
      "a blank credit",
      tableOf({ ...vm, credit: "  " }),
      '`penalties.penalties[0].credit` is "  ". Accepted: text that is not empty.',
    ],
    [
      "a credit of several lines",
      tableOf({ ...vm, credit: "one day\nor two" }),
      "`penalties.penalties[0].credit` holds a line break or another control character. Accepted: text of one line.",
    ],
    [
      "a key of several lines",
      tableOf({ ...vm, "a\nb": 1 }),
      "`penalties.penalties[0].a\\nb` is not accepted. Accepted: `clause`, `below`, `beyond`, `credit`.",
    ],
  ])("%s", (_what, content, line) => {
    const file = fileOf(content);
    expect(refusal({ penalties: file })).toBe(`${file}: ${line}`);
  });

  test.each(["GEN.law", "SLA2.latency", "SLA6.durability", "SLA7.iops"])(
    "a row for %s, which nothing is counted against",
    (clause) => {
      const said = refusal({ penalties: fileOf(tableOf({ clause, below: 1 })) });
      expect(said).toContain(
        `: \`penalties.penalties[0].clause\` is "${clause}". Accepted: "SLA1.region", "SLA1.zone", "SLA2.network", "SLA3.services", "SLA3.metadata", "SLA4.internet", "SLA4.firewall", "SLA4.api", "SLA5.lb", "SLA5.api", "SLA6.publishapi", "SLA6.accessapi", "SLA7.volume", "SLA7.snapshot", "SLA9.hardware", "SLA9.vm", "SLA9.api", "SLA10.sev1", "SLA10.sev2", "SLA10.sev3".`,
      );
    },
  );

  test("what is no file", () => {
    expect(refusal({ penalties: scratch })).toBe(`${scratch}: The file cannot be read (EISDIR).`);
  });
});

test("a table with a mark of UTF-8 and accents is read", () => {
  const table = { ...tableOf({ clause: "SLA5.lb", below: 99.99, credit: "cinq jours" }), reference: "l'annexe signée" };
  const penalties = fileOf(`\uFEFF${JSON.stringify(table)}`);
  const written = page({ service: "lb", incident: ["2026-03-03T10:00Z/2026-03-03T12:00Z"], penalties }, "fr");
  expect(sectionOf(written, "Au regard du chiffre").slice(2)).toEqual([
    "  99,73083\u00a0%\u00a0; non tenu, dépassé de 21 min 55 s",
    "    SLA5.lb, d'après le barème\u00a0: cinq jours",
  ]);
  expect(sectionOf(written, "Ce qui est dû")).toEqual([
    "Ce qui est dû est lu dans le barème donné\u00a0: l'annexe signée.",
  ]);
});
