import type { Period } from "./clauses";
import type { Figure } from "./commitments";

/** The convention says neither how long a month is nor a year. */
const DAYS: Readonly<Record<Period, number>> = { month: 30, year: 365 };
const MINUTES_OF_A_DAY = 24 * 60;

/**
 * The minutes of a month (of 30 days) or a year (of 365) in which a service may be missing, or too slow, without the
 * figure being missed. Nothing for a figure that is not a share of time.
 */
export function budgetMinutes(figure: Figure): number | undefined {
  switch (figure.kind) {
    case "availability":
      return minutesLeft(figure.probability, figure.period);
    case "performance":
      return minutesLeft(figure.shareOfTime, figure.period);
    default:
      return undefined;
  }
}

/** To a thousandth of a minute: more digits are those of binary fractions, not of the figure. */
function minutesLeft(share: number, period: Period): number {
  return Math.round((1 - share) * DAYS[period] * MINUTES_OF_A_DAY * 1000) / 1000;
}
