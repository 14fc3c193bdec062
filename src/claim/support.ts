import type { DateTime, Interval } from "luxon";
import type { Commitment } from "../contract";
import { countIncident, type CountedIncident } from "./counting";
import type { ClaimedFor, Exclusions } from "./exclusions";
import { beginningOf, durationOf, holds } from "./spans";
import { WHOLE_DAY, type WorkingDay, workingTimeIn } from "./working-time";

/** How a time of support was kept; what was not told leaves it open. */
export type TimeVerdict = "kept" | "broken" | "open";

/** What became of the times of one ticket, in milliseconds. */
export interface TicketCount extends CountedIncident {
  /** From the opening of the ticket to the first answer (GTI). */
  readonly response: { readonly limit: number; readonly taken: number | undefined; readonly verdict: TimeVerdict };
  /** From the opening of the complete ticket to the resolution, without what is taken out (GTR). */
  readonly restoration: Restoration;
}

/** How long the resolution of a ticket took, in milliseconds. */
export interface Restoration {
  readonly limit: number;
  readonly taken: number;
  /** Whether no more than `taken` counts, and perhaps less: working hours that nobody told. */
  readonly isUpperBound: boolean;
  readonly verdict: TimeVerdict;
}

/** What is told of the tickets beside their beginning and their end. */
export interface TicketFacts {
  /** The first answers of support. */
  readonly answered: readonly DateTime[];
  /** When people work, where working hours count. */
  readonly workingDay: WorkingDay | undefined;
}

/** Measures the times of a ticket: its incident begins with the opening of the complete ticket. */
export function measureTicket(
  ticket: Interval,
  commitment: Commitment,
  exclusions: Exclusions,
  of: ClaimedFor,
  { answered, workingDay }: TicketFacts,
): TicketCount {
  const { figure, clause } = commitment;
  if (figure.kind !== "support") throw new Error(`${clause} has no support times.`);
  const inWorkingHours = countsWorkingHours(commitment);
  const measured = inWorkingHours ? workingTimeIn(ticket, workingDay ?? WHOLE_DAY) : [ticket];
  const counted = countIncident(ticket, exclusions, of, measured);
  const isUpperBound = inWorkingHours && workingDay === undefined;
  return {
    ...counted,
    response: judgeResponse(answersTo(ticket, answered)[0], ticket, figure.responseMinutes * MINUTE),
    restoration: judgeRestoration(durationOf(counted.counted), figure.restorationHours * HOUR, isUpperBound),
  };
}

/** Whether the time to the resolution runs in working hours only. */
export function countsWorkingHours({ figure }: Commitment): boolean {
  return figure.kind === "support" && figure.workingHours === true;
}

/** The answers of support to a ticket, from first to last; one at its very end is one too. */
export function answersTo(ticket: Interval, answered: readonly DateTime[]): readonly DateTime[] {
  return answered.filter((time) => holds(ticket, time)).sort((a, b) => a.toMillis() - b.toMillis());
}

function judgeResponse(first: DateTime | undefined, ticket: Interval, limit: number): TicketCount["response"] {
  if (first === undefined) return { limit, taken: undefined, verdict: "open" };
  const taken = first.toMillis() - beginningOf(ticket).toMillis();
  return { limit, taken, verdict: taken > limit ? "broken" : "kept" };
}

/** The most that can count is enough to say that a time was kept, and not that it was missed. */
function judgeRestoration(taken: number, limit: number, isUpperBound: boolean): Restoration {
  const missed: TimeVerdict = isUpperBound ? "open" : "broken";
  return { limit, taken, isUpperBound, verdict: taken > limit ? missed : "kept" };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
