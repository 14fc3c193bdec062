import { describe, expect, test } from "@jest/globals";
import { DateTime } from "luxon";
import type { Severity } from "../../src/claim";
import { count, deductions, type Told } from "./count";

const MINUTE = 60_000;

/** How the times of the tickets were kept: the first answer, the resolution, and how long it took in minutes. */
function times(severity: Severity, tickets: readonly string[], told: Told = {}): (readonly [string, string, number])[] {
  const { support } = count("support", tickets, { severity, ...told });
  return (support?.tickets ?? []).map(({ response, restoration }) => [
    response.verdict,
    restoration.verdict,
    restoration.taken / MINUTE,
  ]);
}

function at(time: string): DateTime {
  return DateTime.fromISO(time, { setZone: true });
}

describe("the first answer", () => {
  test.each([
    [1, "10:15", "kept"],
    [1, "10:15:01", "broken"],
    [2, "10:30", "kept"],
    [2, "10:31", "broken"],
    [3, "11:00", "kept"],
    [3, "11:01", "broken"],
  ] as const)("severity %d, at %s: %s", (severity, time, verdict) => {
    const answered = [at(`2026-06-10T${time}Z`)];
    expect(times(severity, ["2026-06-10T10:00Z/2026-06-10T12:00Z"], { answered })[0]?.[0]).toBe(verdict);
  });

  test("is open for a ticket of which none is told, and the first one counts", () => {
    const tickets = ["2026-06-10T10:00Z/2026-06-10T11:00Z", "2026-06-11T10:00Z/2026-06-11T11:00Z"];
    const answered = [at("2026-06-10T10:40Z"), at("2026-06-10T10:05Z")];
    expect(times(1, tickets, { answered }).map(([first]) => first)).toEqual(["kept", "open"]);
  });
});

test("an answer at the very resolution is one", () => {
  const answered = [at("2026-06-10T10:10Z")];
  expect(times(1, ["2026-06-10T10:00Z/2026-06-10T10:10Z"], { answered })).toEqual([["kept", "kept", 10]]);
});

test("tickets that are open at once are measured one by one", () => {
  const tickets = ["2026-06-10T10:00Z/2026-06-10T12:30Z", "2026-06-10T11:00Z/2026-06-10T12:00Z"];
  expect(times(1, tickets)).toEqual([
    ["open", "broken", 150],
    ["open", "kept", 60],
  ]);
});

describe("the resolution", () => {
  test.each([
    [1, "2026-06-10T10:00Z/2026-06-10T12:00Z", "kept", 120],
    [1, "2026-06-10T10:00Z/2026-06-10T12:01Z", "broken", 121],
    [2, "2026-06-10T10:00Z/2026-06-10T14:00Z", "kept", 240],
    [2, "2026-06-10T22:00Z/2026-06-11T02:01Z", "broken", 241],
  ] as const)("severity %d over %s: %s", (severity, ticket, verdict, minutes) => {
    expect(times(severity, [ticket])).toEqual([["open", verdict, minutes]]);
  });

  test("does not count the time in which support waited for an answer (SLA10.gtr)", () => {
    const told = { severity: 2, waiting: ["2026-06-10T11:00Z/2026-06-10T12:30Z"] } as const;
    const ticket = ["2026-06-10T10:00Z/2026-06-10T15:00Z"];
    expect(times(2, ticket, told)).toEqual([["open", "kept", 210]]);
    expect(deductions(count("support", ticket, told))).toEqual([[["SLA10.gtr", 90]]]);
  });

  test("does not count planned maintenance for severity 1, and does for the others", () => {
    const told = { maintenance: ["2026-06-10T10:00Z/2026-06-10T11:00Z"] };
    const ticket = ["2026-06-10T10:00Z/2026-06-10T12:30Z"];
    expect(times(1, ticket, told)).toEqual([["open", "kept", 90]]);
    expect(times(2, ticket, told)).toEqual([["open", "kept", 150]]);
    expect(count("support", ticket, { severity: 2, ...told }).notDeducted).toEqual(["maintenance"]);
  });
});

describe("48 working hours", () => {
  const workingDay = { from: 9 * 60, to: 18 * 60 };

  test.each([
    // From Friday 10:00: 8 h, four days of 9 h, and 4 h of the Friday after.
    ["2026-06-12T10:00+02:00/2026-06-19T13:00+02:00", "kept", 48 * 60],
    ["2026-06-12T10:00+02:00/2026-06-19T13:01+02:00", "broken", 48 * 60 + 1],
    // 14 July is a public holiday.
    ["2026-07-13T09:00+02:00/2026-07-15T18:00+02:00", "kept", 18 * 60],
    // So are Easter Monday, Ascension Thursday and Whit Monday.
    ["2026-04-03T09:00+02:00/2026-04-07T18:00+02:00", "kept", 18 * 60],
    ["2026-05-13T09:00+02:00/2026-05-15T18:00+02:00", "kept", 18 * 60],
    ["2026-05-22T09:00+02:00/2026-05-26T18:00+02:00", "kept", 18 * 60],
    // A night and a weekend have none.
    ["2026-06-12T18:00+02:00/2026-06-15T09:00+02:00", "kept", 0],
    // Noon in New York is 18:00 in Paris.
    ["2026-06-10T12:00-04:00/2026-06-11T03:30-04:00", "kept", 30],
  ])("%s: %s", (ticket, verdict, minutes) => {
    expect(times(3, [ticket], { workingDay })).toEqual([["open", verdict, minutes]]);
  });

  test.each([2024, 2025, 2027, 2030, 2038])("Easter Monday of %d is none", (year) => {
    // The days that the Bureau des longitudes gives.
    const easterMonday = { 2024: "04-01", 2025: "04-21", 2027: "03-29", 2030: "04-22", 2038: "04-26" }[year] ?? "";
    const day = `${String(year)}-${easterMonday}`;
    expect(times(3, [`${day}T00:00+02:00/${day}T23:00+02:00`], { workingDay })).toEqual([["open", "kept", 0]]);
  });

  test("are kept for certain, or open, where the hours of a day are not told", () => {
    expect(times(3, ["2026-06-13T10:00+02:00/2026-06-16T23:00+02:00"])).toEqual([["open", "kept", 47 * 60]]);
    expect(times(3, ["2026-06-12T10:00+02:00/2026-06-17T10:00+02:00"])).toEqual([["open", "open", 72 * 60]]);
  });

  test("are what counts of a ticket, and what is taken out is taken out of them", () => {
    // A week from Monday midnight, of which 45 h are worked, and an answer that was waited for from Friday to Monday.
    const told = { workingDay, severity: 3, waiting: ["2026-06-05T16:00+02:00/2026-06-08T00:00+02:00"] } as const;
    const [ticket] = count("support", ["2026-06-01T00:00+02:00/2026-06-08T00:00+02:00"], told).support?.tickets ?? [];
    const counted = ticket?.counted.reduce((sum, span) => sum + span.length(), 0) ?? 0;
    expect([counted / MINUTE, (ticket?.restoration.taken ?? 0) / MINUTE]).toEqual([43 * 60, 43 * 60]);
    expect(ticket?.deductions).toEqual([{ clause: "SLA10.gtr", duration: 120 * MINUTE }]);
  });
});

test("support times go beside the figure of a service, each with its own deductions", () => {
  const claim = count("vm", ["2026-06-10T10:00Z/2026-06-10T14:00Z"], {
    ...{ severity: 1, restart: ["2026-06-10T13:00Z/2026-06-10T14:00Z"] },
    maintenance: ["2026-06-10T10:00Z/2026-06-10T12:30Z"],
  });
  expect(deductions(claim)).toEqual([[["SLA9.supervise", 60]]]);
  expect(claim.support?.tickets[0]?.deductions).toEqual([{ clause: "SLA10.sev1", duration: 150 * MINUTE }]);
  expect(claim.notDeducted).toEqual([]);
});
