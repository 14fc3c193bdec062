import type { Interval } from "luxon";
import type { ClauseId, Commitment, Period } from "../contract";
import type { CountedIncident } from "./counting";
import { durationOf, intersect, periodsOf } from "./spans";

/** The calendar month or year over which a figure is held. */
export interface PeriodCount {
  readonly by: Period;
  readonly period: Interval;
  /** How long the service was missing, in milliseconds. */
  readonly down: number;
  /** How much of it counts. */
  readonly counted: number;
  /** How long it may be missing without the figure being missed: by the true length of the month or the year. */
  readonly budget: number;
  /** From 0 to 1. */
  readonly availability: number;
  readonly isBroken: boolean;
}

/** How long a service was down over the incidents, against its commitment or the several that have one figure. */
export interface AvailabilityCount {
  readonly clauses: readonly ClauseId[];
  readonly incidents: readonly CountedIncident[];
  /** By the period over which the figure is held. */
  readonly held: readonly PeriodCount[];
  /** By the other one, over which the convention holds nothing. */
  readonly beside: readonly PeriodCount[];
}

/** Counts incidents against the figure of commitments, which share it. */
export function countAvailability(
  [first, ...others]: readonly [Commitment, ...Commitment[]],
  incidents: readonly CountedIncident[],
): AvailabilityCount {
  const { figure } = first;
  if (figure.kind !== "availability") throw new Error(`${first.clause} has no availability.`);
  const { probability, period } = figure;
  return {
    clauses: [first, ...others].map(({ clause }) => clause),
    incidents,
    held: countBy(period, probability, incidents),
    beside: countBy(period === "month" ? "year" : "month", probability, incidents),
  };
}

/**
 * How many whole milliseconds of a period may be missing without less than a share of it being available: one more
 * is too many.
 * @param share from 0 to 1
 */
export function budgetOf(length: number, share: number): number {
  // 1 - 0.974 is a little less than 0.026 as a binary fraction: a whole budget must not lose its last millisecond.
  return Math.floor(length * (1 - share) + A_THOUSANDTH);
}

/** Of a millisecond: more than binary fractions are wrong by, over a year, and less than any figure tells apart. */
const A_THOUSANDTH = 0.001;

function countBy(by: Period, probability: number, incidents: readonly CountedIncident[]): readonly PeriodCount[] {
  const spans = incidents.map(({ incident }) => incident);
  return periodsOf(spans, by).map((period) => {
    const down = durationOf(intersect(spans, [period]));
    const counted = durationOf(
      intersect(
        incidents.flatMap((each) => each.counted),
        [period],
      ),
    );
    const length = period.length();
    const budget = budgetOf(length, probability);
    return { by, period, down, counted, budget, availability: 1 - counted / length, isBroken: counted > budget };
  });
}
