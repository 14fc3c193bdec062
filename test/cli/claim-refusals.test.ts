import { describe, expect, test } from "@jest/globals";
import type { ClaimOptions } from "../../src/cli/claim";
import { INCIDENT, page, refusal, sectionOf } from "./claim-page";
import { run } from "./command";

const YEARS = "years from 2000 to 2099";
const SPAN = "2026-03-28T23:30+01:00/2026-03-29T04:00+02:00";

describe("an incident", () => {
  test.each([
    ["no span", "10:00", `it is no span FROM/TO. Accepted: ${SPAN}.`],
    ["three times", `${INCIDENT}/${INCIDENT}`, `it is no span FROM/TO. Accepted: ${SPAN}.`],
    ["days", "2026-03-03/2026-03-04", `"2026-03-03" is no time. Accepted: ${SPAN}.`],
    ["words", "yesterday/today", `"yesterday" is no time. Accepted: ${SPAN}.`],
    ["a day that is none", "2026-02-30T10:00Z/2026-03-01T10:00Z", `"2026-02-30T10:00Z" is no time. Accepted: ${SPAN}.`],
    ["no zone", "2026-03-03T10:00/2026-03-03T11:00", `"2026-03-03T10:00" lacks its time zone. Accepted: ${SPAN}.`],
    [
      "an end before the beginning",
      "2026-03-03T10:00Z/2026-03-03T10:30+01:00",
      `it ends before it begins. Accepted: ${SPAN}.`,
    ],
    [
      "an end at the beginning",
      "2026-03-03T10:00Z/2026-03-03T11:00+01:00",
      `it ends before it begins. Accepted: ${SPAN}.`,
    ],
  ])("of %s", (_what, written, why) => {
    expect(refusal({ incident: [written] })).toBe(`--incident is "${written}": ${why}`);
  });

  test.each(["2026T10:45Z", "2026-03T10:45Z", "202603T10:45Z", "2026-W10T10:45Z"])(
    "of %s, which names no day",
    (time) => {
      expect(refusal({ incident: [`${time}/2026-06-03T10:45Z`] })).toBe(
        `--incident is "${time}/2026-06-03T10:45Z": "${time}" names no day. Accepted: ${SPAN}.`,
      );
    },
  );

  test.each(["+99:99", "+25:00", "+14:01", "-12:01", "+01:75", "+0175", "+15"])(
    "of the offset %s, which is none",
    (offset) => {
      const time = `2026-03-03T10:45${offset}`;
      expect(refusal({ incident: [`2026-03-01T00:00Z/${time}`] })).toBe(
        `--incident is "2026-03-01T00:00Z/${time}": "${time}" is of no time zone. Accepted: offsets from \`-12:00\` to \`+14:00\`.`,
      );
    },
  );

  test.each([
    "2026-03-03T10:00+14:00/2026-03-03T10:00-12:00",
    "2026-03-03T10:00+01/2026-03-03T10:45:30,5+0100",
    "20260303T100000Z/20260303T1045Z",
    "2026-W10-2T10:00Z/2026-062T10:45Z",
  ])("of %s is one", (incident) => {
    expect(page({ service: "vm", incident: [incident] })).toContain("SLA9.vm (SLA9, bullet 2): 99.7 % a month\n");
  });

  test.each([
    ["0001-01-01T10:00Z/0001-01-01T11:00Z", `"0001-01-01T10:00Z" is of another century. Accepted: ${YEARS}.`],
    ["2026-06-30T10:00Z/9999-01-01T11:00Z", `"9999-01-01T11:00Z" is of another century. Accepted: ${YEARS}.`],
    ["2025-01-01T00:00Z/2026-01-02T00:00:01Z", "it is longer than any year. Accepted: 366 days or less."],
  ])("of %s, outside what can be counted", (written, why) => {
    expect(refusal({ incident: [written] })).toBe(`--incident is "${written}": ${why}`);
  });

  test.each([["of a whole leap year", "2024-01-01T00:00+01:00/2025-01-01T00:00+01:00"]])(
    "%s is counted",
    (_what, incident) => {
      expect(page({ service: "vm", incident: [incident] })).toContain("SLA9.vm (SLA9, bullet 2): 99.7 % a month\n");
    },
  );

  test.each([
    ["overlap", "2026-03-03T09:30Z/2026-03-03T10:00Z", "2026-03-03 09:30:00 +00:00/2026-03-03 10:00:00 +00:00"],
    ["touch", "2026-03-03T09:45Z/2026-03-03T10:00Z", "2026-03-03 09:45:00 +00:00/2026-03-03 10:00:00 +00:00"],
  ])("and another one that %s", (how, other, second) => {
    expect(refusal({ incident: [other, INCIDENT] })).toBe(
      `--incident: 2026-03-03 10:00:00 +01:00/2026-03-03 10:45:00 +01:00 and ${second} ${how}. Give them as one incident.`,
    );
  });
});

describe("tickets to support", () => {
  const incident = [
    "2026-03-03T10:00Z/2026-03-03T10:04Z",
    "2026-03-03T10:04Z/2026-03-03T10:20Z",
    "2026-03-03T10:10Z/2026-03-03T10:15Z",
  ];

  test("touch and overlap, each measured by itself", () => {
    expect(sectionOf(page({ service: "support", severity: "1", incident }), "SLA10.sev1")).toEqual([
      "SLA10.sev1 (SLA10, table, severity 1): GTI 15 minutes, GTR 2 hours",
      "  3 March 2026, 10:00 to 10:04 (UTC): 4 min, of which 4 min count",
      "    first answer (GTI): undetermined: give the time of the first answer with `--answered`",
      "    resolution (GTR): 4 min for at most 2 h, kept",
      "  3 March 2026, 10:04 to 10:20 (UTC): 16 min, of which 16 min count",
      "    first answer (GTI): undetermined: give the time of the first answer with `--answered`",
      "    resolution (GTR): 16 min for at most 2 h, kept",
      "  3 March 2026, 10:10 to 10:15 (UTC): 5 min, of which 5 min count",
      "    first answer (GTI): undetermined: give the time of the first answer with `--answered`",
      "    resolution (GTR): 5 min for at most 2 h, kept",
    ]);
  });

  test.each<[Partial<ClaimOptions>, string]>([
    [{ answered: ["2026-03-03T10:12Z"] }, '--answered is "2026-03-03T10:12Z"'],
    [{ answered: ["2026-03-03T10:04Z"] }, '--answered is "2026-03-03T10:04Z"'],
    [{ waiting: ["2026-03-03T10:08Z/2026-03-03T10:11Z"] }, '--waiting is "2026-03-03T10:08Z/2026-03-03T10:11Z"'],
  ])("of which %p does not tell one", (options, what) => {
    expect(refusal({ service: "support", severity: "1", incident, ...options })).toBe(
      `${what}: several tickets are open then, and it does not tell which it is of. Accepted: one ticket at a time.`,
    );
  });
});

test.each<[Partial<ClaimOptions>, string]>([
  [{ service: "support" }, "--service support lacks --severity. Accepted: 1, 2, 3."],
  [{ workingDay: "9-18" }, '--working-day is "9-18". Accepted: `09:00-18:00`.'],
  [{ workingDay: "18:00-09:00" }, '--working-day is "18:00-09:00". Accepted: `09:00-18:00`.'],
  [{ workingDay: "09:00-25:00" }, '--working-day is "09:00-25:00". Accepted: `09:00-18:00`.'],
  [
    { answered: ["2026-03-04T10:00Z"] },
    '--answered is "2026-03-04T10:00Z": no incident lasts then. Accepted: a time within a ticket, from its opening to its resolution.',
  ],
  [{ answered: ["10:00"] }, '--answered is "10:00": "10:00" is no time. Accepted: 2026-03-28T23:30+01:00.'],
  [{ restart: ["now"] }, `--restart is "now": it is no span FROM/TO. Accepted: ${SPAN}.`],
])("%p is refused in one line", (options, line) => {
  expect(refusal(options)).toBe(line);
});

describe("what is quoted stays in one line, whatever it holds", () => {
  const written = "a\nb\r\tc\u001b[31m\u0085\u2028";
  const quoted = String.raw`a\nb\r\tc\u001b[31m\u0085\u2028`;

  test.each<[Partial<ClaimOptions>, string]>([
    [{ incident: [written] }, `--incident is "${quoted}": it is no span FROM/TO. Accepted: ${SPAN}.`],
    [
      { incident: [`${written}/${written}`] },
      `--incident is "${quoted}/${quoted}": "${quoted}" is no time. Accepted: ${SPAN}.`,
    ],
    [{ answered: [written] }, `--answered is "${quoted}": "${quoted}" is no time. Accepted: 2026-03-28T23:30+01:00.`],
    [{ workingDay: written }, `--working-day is "${quoted}". Accepted: \`09:00-18:00\`.`],
    [{ penalties: written }, `${quoted}: The file cannot be read (ENOENT).`],
  ])("%p", (options, line) => {
    expect(refusal(options)).toBe(line);
  });
});

test.each([
  [["--service", "cloud", "--incident", INCIDENT], /^--service is "cloud"\. Accepted: internet, network, dns, /],
  [["--service", "vm"], /^The option --incident is missing\.\n$/],
  [["--service", "vm", "--incident", "10:00"], /^--incident is "10:00": it is no span FROM\/TO\. Accepted: .*\n$/],
  [
    ["--service", "vm", "--incident", "2026-03-03T10:00Z/9999-03-03T10:00Z"],
    /^--incident is "[^"]+": "9999-03-03T10:00Z" is of another century\. Accepted: years from 2000 to 2099\.\n$/,
  ],
])("%p is refused by the process", (args, line) => {
  const { status, stdout, stderr } = run("claim", ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(line);
});
