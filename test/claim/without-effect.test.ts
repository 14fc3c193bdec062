import { describe, expect, test } from "@jest/globals";
import { DateTime, type Interval } from "luxon";
import type { ClaimInput } from "../../src/claim";
import { count, type Told } from "./count";

const INCIDENT = ["2026-06-10T10:00Z/2026-06-10T12:00Z"];

/** What is given in vain, in lines: what, why, and which times of it. */
function inVain(service: ClaimInput["service"], incidents: readonly string[], told: Told): string[] {
  return count(service, incidents, told).withoutEffect.map((each) => {
    const spans = "spans" in each ? each.spans.map(spell) : [];
    const times = "times" in each ? each.times.map((time) => time.toUTC().toFormat("dd HH:mm")) : [];
    return [`${each.given}, ${each.why}`, ...spans, ...times].join("; ");
  });
}

function spell({ start, end }: Interval): string {
  return [start, end].map((time) => time?.toUTC().toFormat("dd HH:mm") ?? "").join("-");
}

function at(time: string): DateTime {
  return DateTime.fromISO(time, { setZone: true });
}

describe("time to take out", () => {
  test.each<[string, Told, string[]]>([
    ["all of it within an incident", { restart: ["2026-06-10T10:30Z/2026-06-10T11:00Z"] }, []],
    ["another day", { restart: ["2026-06-11T09:00Z/2026-06-11T10:00Z"] }, ["restart, no incident; 11 09:00-11 10:00"]],
    [
      "before and after an incident, once for each",
      { restart: ["2026-06-10T09:00Z/2026-06-10T13:00Z", "2026-06-10T09:30Z/2026-06-10T10:30Z"] },
      ["restart, no incident; 10 09:00-10 10:00; 10 12:00-10 13:00"],
    ],
    [
      "of another kind",
      { countermeasure: ["2026-06-10T11:00Z/2026-06-10T12:30Z"] },
      ["countermeasure, no incident; 10 12:00-10 12:30"],
    ],
    ["what no clause takes out is told apart", { maintenance: ["2026-06-11T09:00Z/2026-06-11T10:00Z"] }, []],
  ])("%s", (_what, told, lines) => {
    expect(inVain("vm", INCIDENT, told)).toEqual(lines);
  });

  test("outside the working hours of severity 3, told or not", () => {
    // From Friday to Monday; Paris is two hours before Greenwich.
    const [ticket, waiting] = [["2026-06-12T08:00Z/2026-06-15T16:00Z"], ["2026-06-12T15:00Z/2026-06-15T08:00Z"]];
    const workingDay = { from: 9 * 60, to: 18 * 60 };
    expect(inVain("support", ticket, { severity: 3, waiting, workingDay })).toEqual([
      "waiting, no working hours; 12 16:00-15 07:00",
    ]);
    expect(inVain("support", ticket, { severity: 3, waiting })).toEqual([
      "waiting, no working hours; 12 22:00-14 22:00",
    ]);
    expect(inVain("support", ticket, { severity: 2, waiting })).toEqual([]);
  });
});

describe("answers and working days", () => {
  const answered = [at("2026-06-10T10:40Z"), at("2026-06-10T10:05Z")];
  const workingDay = { from: 9 * 60, to: 18 * 60 };

  test.each<[string, Told, string[]]>([
    ["an answer without a severity", { answered }, ["answered, no severity; 10 10:40; 10 10:05"]],
    ["an answer after the first", { answered, severity: 1 }, ["answered, not the first; 10 10:40"]],
    ["working hours without a severity", { workingDay }, ["workingDay, no working hours count"]],
    ["working hours of severity 2", { workingDay, severity: 2 }, ["workingDay, no working hours count"]],
    ["working hours of severity 3", { workingDay, severity: 3 }, []],
  ])("%s", (_what, told, lines) => {
    expect(inVain("vm", INCIDENT, told)).toEqual(lines);
  });
});
