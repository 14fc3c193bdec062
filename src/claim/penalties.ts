import type { ClauseId } from "../contract";
import { budgetOf, type PeriodCount } from "./availability";

/** What Outscale owes, by a table that the client gives: the convention has none (GEN.penalties). */
export interface Penalties {
  /** Where the table stands, such as annex A of the general terms of sale of a date. */
  readonly reference: string;
  readonly penalties: readonly Penalty[];
}

/** One row of the table. */
export interface Penalty {
  readonly clause: ClauseId;
  /** The availability, in percent, below which it is owed. */
  readonly below?: number;
  /** By how many minutes the time to the resolution must be passed for it to be owed. */
  readonly beyond?: number;
  /** What is owed, in the words of the table. */
  readonly credit: string;
}

/**
 * Finds what the table owes for a month or a year: of the rows whose bound is missed, the one with the lowest. Whole
 * milliseconds are compared, as a commitment is: a share of time as a fraction lies beside its bound as often as on it.
 */
export function creditForAvailability(
  { penalties }: Penalties,
  clause: ClauseId,
  { period, counted }: PeriodCount,
): string | undefined {
  const owed = penalties.filter(
    (row) => row.clause === clause && row.below !== undefined && counted > budgetOf(period.length(), row.below / 100),
  );
  return owed.sort((a, b) => (a.below ?? 0) - (b.below ?? 0))[0]?.credit;
}

/** What the table owes for support that was late by some minutes: the row with the highest bound that is passed. */
export function creditForDelay({ penalties }: Penalties, clause: ClauseId, minutesLate: number): string | undefined {
  const owed = penalties.filter((row) => row.clause === clause && minutesLate > (row.beyond ?? Infinity));
  return owed.sort((a, b) => (b.beyond ?? 0) - (a.beyond ?? 0))[0]?.credit;
}
