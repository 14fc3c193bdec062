import { expect, test } from "@jest/globals";
import { creditForAvailability, type PeriodCount } from "../../src/claim";
import type { ClauseId } from "../../src/contract";
import { count } from "./count";

/** The availabilities, in percent, of a table that the first month of a count is below: its bounds are tried one by one. */
function boundsMissed(bounds: readonly number[], incident: string): number[] {
  const [month] = count("lb", [incident]).availability?.held ?? [];
  return bounds.filter((below) => month && owes("SLA5.lb", below, month));
}

function owes(clause: ClauseId, below: number, month: PeriodCount): boolean {
  const penalties = [{ clause, below, credit: "one day" }];
  return creditForAvailability({ reference: "annex A", penalties }, clause, month) !== undefined;
}

/** In January, of 31 days, 2.6 % are 69 638.4 s. */
const BOUNDS = [97.3, 97.4, 97.5, 99.9];

test.each([
  ["an availability of exactly 97.4 % is not below it", "2026-01-01T00:00Z/2026-01-01T19:20:38.400Z", [97.5, 99.9]],
  ["a millisecond less is", "2026-01-01T00:00Z/2026-01-01T19:20:38.401Z", [97.4, 97.5, 99.9]],
])("%s", (_what, incident, missed) => {
  expect(boundsMissed(BOUNDS, incident)).toEqual(missed);
});

test("no share of a month with a tenth of a percent is missed by being reached", () => {
  const bounds = Array.from({ length: 999 }, (_, index) => (index + 1) / 10);
  // A month of 31 days has 2 678 400 s, and a tenth of a percent of it is 2678.4 s.
  const missed = bounds.filter((below) => {
    const tenths = Math.round(1000 - below * 10);
    const [month] = count("lb", ["2026-01-01T00:00+01:00/2026-02-01T00:00+01:00"]).availability?.held ?? [];
    return month && owes("SLA5.lb", below, { ...month, counted: tenths * 2_678_400 });
  });
  expect(missed).toEqual([]);
});
