import type { DateTime, Interval } from "luxon";
import type { Commitment } from "../contract";
import { countIncident, type CountedIncident } from "./counting";
import type { ClaimedFor, Exclusions } from "./exclusions";
import { beginningOf, durationOf } from "./spans";
import { WHOLE_DAY, type WorkingDay, workingTimeIn } from "./working-time";

/** How a time of support was kept; what was not told leaves it open. */
export type TimeVerdict = "kept" | "broken" | "open";

/** What became of the times of one ticket, in milliseconds. */
export interface TicketCount extends CountedIncident {
  /** From the opening of the ticket to the first answer (GTI). */
  readonly response: { readonly limit: number; readonly taken: number | undefined; readonly verdict: TimeVerdict };
  /** From the opening of the complete ticket to the resolution, without what is taken out (GTR). */
  readonly restoration: { readonly limit: number; readonly taken: number; readonly verdict: TimeVerdict };
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
  { figure, clause }: Commitment,
  exclusions: Exclusions,
  of: ClaimedFor,
  { answered, workingDay }: TicketFacts,
): TicketCount {
  if (figure.kind !== "support") throw new Error(`${clause} has no support times.`);
  const counted = countIncident(ticket, exclusions, of);
  const first = answered.filter((time) => ticket.contains(time)).sort((a, b) => a.toMillis() - b.toMillis())[0];
  const taken = first && first.toMillis() - beginningOf(ticket).toMillis();
  const limit = figure.responseMinutes * MINUTE;
  return {
    ...counted,
    response: { limit, taken, verdict: taken === undefined ? "open" : taken > limit ? "broken" : "kept" },
    restoration: restore(counted.counted, figure.restorationHours * HOUR, figure.workingHours === true, workingDay),
  };
}

/** Without working hours, a whole working day is the most that can count of it. */
function restore(
  counted: readonly Interval[],
  limit: number,
  isWorkingTime: boolean,
  workingDay: WorkingDay | undefined,
): TicketCount["restoration"] {
  if (!isWorkingTime) return judge(durationOf(counted), limit);
  const taken = durationOf(counted.flatMap((span) => workingTimeIn(span, workingDay ?? WHOLE_DAY)));
  const judged = judge(taken, limit);
  return workingDay === undefined && judged.verdict === "broken" ? { ...judged, verdict: "open" } : judged;
}

function judge(taken: number, limit: number): TicketCount["restoration"] {
  return { limit, taken, verdict: taken > limit ? "broken" : "kept" };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
