import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claim, type ClaimOptions } from "../../src/cli/claim";
import { UserError } from "../../src/text";
import { run } from "./command";

const scratch = mkdtempSync(join(tmpdir(), "claim-"));
const INCIDENT = "2026-03-03T10:00+01:00/2026-03-03T10:45+01:00";

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function fileOf(name: string, content: unknown): string {
  const file = join(scratch, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** What the command writes, by its options as the command line has them. */
function page(options: Partial<ClaimOptions> & Pick<ClaimOptions, "service">): string {
  const written: string[] = [];
  const print = (text: string) => void written.push(text);
  claim({ incident: [INCIDENT], format: "text", ...options }, { language: "en", print });
  return written.join("");
}

/** The sentence that refuses an input. */
function refusal(options: Partial<ClaimOptions>): string {
  try {
    page({ service: "vm", ...options });
  } catch (error) {
    if (error instanceof UserError) return error.text.en;
    throw error;
  }
  throw new Error("was accepted");
}

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

test("nothing is claimed where nothing is broken, and no ticket written", () => {
  const written = page({ service: "vm" });
  expect(written).toContain("By what was given, no commitment is broken");
  expect(written).not.toContain("The ticket, in");
});

test("machines read the same", () => {
  expect(JSON.parse(page({ service: "api", format: "json" }))).toMatchObject({
    schemaVersion: 1,
    service: "api",
    isBroken: true,
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
    penalties: null,
  });
});

describe("penalties", () => {
  const penalties = fileOf("penalties.json", {
    reference: "annex A",
    penalties: [
      { clause: "SLA4.internet", below: 99.999, credit: "one day" },
      { clause: "SLA4.internet", below: 99.992, credit: "two days" },
      { clause: "SLA4.internet", below: 99.9, credit: "ten days" },
      { clause: "SLA10.sev1", beyond: 0, credit: "a phone call" },
      { clause: "SLA10.sev1", beyond: 30, credit: "a visit" },
    ],
  });

  test("are those of the table that is given: of several rows, the worst that is reached", () => {
    expect(page({ service: "internet", penalties })).toContain("SLA4.internet the table owes two days\n");
    const incident = ["2026-03-03T10:00+01:00/2026-03-03T12:30:01+01:00"];
    expect(page({ service: "support", severity: "1", incident, penalties })).toContain("the table owes a visit\n");
  });

  test("are not owed for what is kept, and none is invented", () => {
    const incident = ["2026-03-03T10:00+01:00/2026-03-03T10:04+01:00"];
    expect(page({ service: "internet", incident, penalties })).not.toContain("the table owes");
    expect(page({ service: "internet" })).not.toContain("the table owes");
  });
});

describe("bad input is refused in one line", () => {
  const example = "2026-03-28T23:30+01:00/2026-03-29T04:00+02:00";

  test.each([
    ["no span", "10:00", `it is no span FROM/TO. Accepted: ${example}.`],
    ["three times", `${INCIDENT}/${INCIDENT}`, `it is no span FROM/TO. Accepted: ${example}.`],
    [
      "a day",
      "2026-03-03/2026-03-04",
      '"2026-03-03" is no time. Accepted: 2026-03-28T23:30+01:00/2026-03-29T04:00+02:00.',
    ],
    ["words", "yesterday/today", '"yesterday" is no time. Accepted: 2026-03-28T23:30+01:00/2026-03-29T04:00+02:00.'],
    [
      "a day that is none",
      "2026-02-30T10:00Z/2026-03-01T10:00Z",
      '"2026-02-30T10:00Z" is no time. Accepted: 2026-03-28T23:30+01:00/2026-03-29T04:00+02:00.',
    ],
    [
      "no zone",
      "2026-03-03T10:00/2026-03-03T11:00",
      '"2026-03-03T10:00" lacks its time zone. Accepted: 2026-03-28T23:30+01:00/2026-03-29T04:00+02:00.',
    ],
    [
      "an end before the beginning",
      "2026-03-03T10:00Z/2026-03-03T10:30+01:00",
      `it ends before it begins. Accepted: ${example}.`,
    ],
    [
      "an end at the beginning",
      "2026-03-03T10:00Z/2026-03-03T11:00+01:00",
      `it ends before it begins. Accepted: ${example}.`,
    ],
  ])("an incident of %s", (_what, written, why) => {
    expect(refusal({ incident: [written] })).toBe(`--incident is "${written}": ${why}`);
  });

  test("incidents that overlap", () => {
    expect(refusal({ incident: ["2026-03-03T09:30Z/2026-03-03T10:00Z", INCIDENT] })).toBe(
      "--incident: 2026-03-03 10:00:00 +01:00/2026-03-03 10:45:00 +01:00 and 2026-03-03 09:30:00 +00:00/2026-03-03 10:00:00 +00:00 overlap. Give them as one incident.",
    );
  });

  test.each<[Partial<ClaimOptions>, RegExp]>([
    [{ service: "support" }, /^--service support lacks --severity\. Accepted: 1, 2, 3\.$/],
    [{ workingDay: "9-18" }, /^--working-day is "9-18"\. Accepted: `09:00-18:00`\.$/],
    [{ workingDay: "18:00-09:00" }, /^--working-day is "18:00-09:00"\. /],
    [{ workingDay: "09:00-25:00" }, /^--working-day is "09:00-25:00"\. /],
    [{ answered: ["2026-03-04T10:00Z"] }, /^--answered is "2026-03-04T10:00Z": no incident /],
    [{ answered: ["10:00"] }, /^--answered is "10:00": "10:00" is no time\. Accepted: 2026-03-28T23:30\+01:00\.$/],
    [{ restart: ["now"] }, /^--restart is "now": it is no span FROM\/TO\. /],
  ])("%p", (options, line) => {
    expect(refusal(options)).toMatch(line);
  });

  test.each([
    [["--service", "cloud", "--incident", INCIDENT], /^--service is "cloud"\. Accepted: internet, network, dns, /],
    [["--service", "vm"], /^The option --incident is missing\.\n$/],
    [["--service", "vm", "--incident", "10:00"], /^--incident is "10:00": it is no span FROM\/TO\. Accepted: .*\n$/],
  ])("%p, by the process", (args, line) => {
    const { status, stdout, stderr } = run("claim", ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(line);
  });

  test.each([
    ["what is no JSON", "{", "The file is not valid JSON."],
    ["a list", [], "The file is no table of penalties. Accepted: an object with `reference` and `penalties`."],
    ["another shape", { penalties: [] }, "`penalties` lacks `reference`."],
    [
      "a clause that is no commitment",
      row({ clause: "GEN.law", below: 1 }),
      /^`penalties\.penalties\[0\]\.clause` is "GEN\.law"\. Accepted: "SLA1\.region", /,
    ],
    [
      "a row without a bound",
      row({ clause: "SLA9.vm" }),
      "`penalties.penalties[0]` takes one of `below` (percent of availability) and `beyond` (minutes past the time to the resolution).",
    ],
    [
      "a row with two bounds",
      row({ clause: "SLA9.vm", below: 1, beyond: 1 }),
      /^`penalties\.penalties\[0\]` takes one of /,
    ],
    [
      "an availability that is none",
      row({ clause: "SLA9.vm", below: 101 }),
      "`penalties.penalties[0].below` is 101. Accepted: 100 or less.",
    ],
  ])("penalties of %s", (_what, content, line) => {
    const file = fileOf("wrong.json", content);
    const said = refusal({ penalties: file });
    expect(said.startsWith(`${file}: `)).toBe(true);
    expect(said.slice(file.length + 2)).toMatch(line);
  });

  function row(more: object) {
    return { reference: "annex A", penalties: [{ credit: "one day", ...more }] };
  }
});
