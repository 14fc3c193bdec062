import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { DateTime, Interval } from "luxon";
import { countClaim, type Exclusions, SERVICES, type Service } from "../../src/claim";

const YEAR = DateTime.fromISO("2027-01-01T00:00Z").toMillis();
const MINUTES = 3 * 365 * 24 * 60;

function spanAt(minute: number, minutes: number, zone: string): Interval {
  return Interval.after(DateTime.fromMillis(YEAR + minute * 60_000, { zone }), { minutes });
}

const ZONES = ["UTC", "Europe/Paris", "Asia/Tokyo", "America/New_York"];
const anySpan = fc
  .tuple(fc.nat(MINUTES), fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(...ZONES))
  .map(([minute, minutes, zone]) => spanAt(minute, minutes, zone));
/** Spans that do not overlap, in order. */
const anyIncidents = fc.array(anySpan, { minLength: 1, maxLength: 6 }).map((spans) => Interval.merge(spans));
const anySpans = fc.array(anySpan, { maxLength: 3 });
const anyExclusions: fc.Arbitrary<Exclusions> = fc.record({
  maintenance: anySpans,
  restart: anySpans,
  throttling: anySpans,
  countermeasure: anySpans,
  waiting: anySpans,
});
const anyService = fc.constantFrom(...(Object.keys(SERVICES) as Service[]).filter((service) => service !== "support"));

test("every minute of an incident counts, or is taken out by one clause; months and years share out the same minutes", () => {
  fc.assert(
    fc.property(anyService, anyIncidents, anyExclusions, (service, incidents, exclusions) => {
      const told = { severity: undefined, answered: [], workingDay: undefined };
      const { availability } = countClaim({ service, incidents, exclusions, ...told });
      if (!availability) throw new Error("no figure");
      const lasted = sum(incidents.map((incident) => incident.length()));
      const counted = sum(availability.incidents.flatMap((each) => each.counted.map((span) => span.length())));
      const taken = sum(availability.incidents.flatMap((each) => each.deductions.map(({ duration }) => duration)));
      expect(counted + taken).toBe(lasted);
      for (const periods of [availability.held, availability.beside]) {
        expect(sum(periods.map((period) => period.down))).toBe(lasted);
        expect(sum(periods.map((period) => period.counted))).toBe(counted);
      }
    }),
  );
});

test("what is taken out never makes more count", () => {
  const none: Exclusions = { maintenance: [], restart: [], throttling: [], countermeasure: [], waiting: [] };
  fc.assert(
    fc.property(anyService, anyIncidents, anyExclusions, (service, incidents, exclusions) => {
      const told = { service, incidents, severity: undefined, answered: [], workingDay: undefined };
      const counted = (given: Exclusions) =>
        sum(countClaim({ ...told, exclusions: given }).availability?.held.map((period) => period.counted) ?? []);
      expect(counted(exclusions)).toBeLessThanOrEqual(counted(none));
    }),
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
