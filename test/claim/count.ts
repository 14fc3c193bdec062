import { DateTime, Interval } from "luxon";
import { type Claim, type ClaimInput, countClaim, type Exclusions } from "../../src/claim";

/** A span written as a user writes it. */
function span(written: string): Interval {
  const [from = "", to = ""] = written.split("/");
  return Interval.fromDateTimes(DateTime.fromISO(from, { setZone: true }), DateTime.fromISO(to, { setZone: true }));
}

/** What is told beside the incidents, spans as a user writes them. */
export type Told = Partial<Record<keyof Exclusions, readonly string[]>> & Partial<Omit<ClaimInput, "incidents">>;

/** Counts incidents, with what is told beside them. */
export function count(service: ClaimInput["service"], incidents: readonly string[], told: Told = {}): Claim {
  const { maintenance, restart, throttling, countermeasure, waiting, ...rest } = told;
  const exclusions: Exclusions = {
    maintenance: (maintenance ?? []).map(span),
    restart: (restart ?? []).map(span),
    throttling: (throttling ?? []).map(span),
    countermeasure: (countermeasure ?? []).map(span),
    waiting: (waiting ?? []).map(span),
  };
  return countClaim({
    ...{ service, severity: undefined, incidents: incidents.map(span), answered: [], workingDay: undefined },
    exclusions,
    ...rest,
  });
}

const MINUTE = 60_000;

/** What is held, as a table: the period, its budget and what counts, in minutes, and how it is kept. */
export function held({ availability }: Claim): (readonly [string, number, number, "kept" | "broken"])[] {
  return (availability?.held ?? []).map(({ by, period: { start }, budget, counted, isBroken }) => [
    start?.toFormat(by === "year" ? "yyyy" : "yyyy-MM") ?? "",
    budget / MINUTE,
    counted / MINUTE,
    isBroken ? "broken" : "kept",
  ]);
}

/** What is taken out of each incident: the clause, and for how many minutes. */
export function deductions({ availability, support }: Claim): (readonly [string, number])[][] {
  return (availability?.incidents ?? support?.tickets ?? []).map(({ deductions: taken }) =>
    taken.map(({ clause, duration }) => [clause, duration / MINUTE]),
  );
}
