import type { ClauseId } from "../contract";

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

/** What the table owes for an availability, from 0 to 1: the row with the lowest bound that it is below. */
export function creditForAvailability(
  { penalties }: Penalties,
  clause: ClauseId,
  availability: number,
): string | undefined {
  const owed = penalties.filter((row) => row.clause === clause && availability * 100 < (row.below ?? -Infinity));
  return owed.sort((a, b) => (a.below ?? 0) - (b.below ?? 0))[0]?.credit;
}

/** What the table owes for support that was late by some minutes: the row with the highest bound that is passed. */
export function creditForDelay({ penalties }: Penalties, clause: ClauseId, minutesLate: number): string | undefined {
  const owed = penalties.filter((row) => row.clause === clause && minutesLate > (row.beyond ?? Infinity));
  return owed.sort((a, b) => (b.beyond ?? 0) - (a.beyond ?? 0))[0]?.credit;
}
