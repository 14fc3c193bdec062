import { Interval } from "luxon";
import type { ClauseId } from "../contract";
import { clauseExcluding, type ClaimedFor, CONVERGENCE_MINUTES, EXCLUSION_KINDS, type Exclusions } from "./exclusions";
import { beginningOf, durationOf, intersect, subtract } from "./spans";

/** Time that a clause takes out of an incident, in milliseconds. */
export interface Deduction {
  readonly clause: ClauseId;
  readonly duration: number;
}

/** An incident, what is taken out of it, and what is left of it to count. */
export interface CountedIncident {
  readonly incident: Interval;
  readonly deductions: readonly Deduction[];
  readonly counted: readonly Interval[];
}

/**
 * Takes out of an incident what its clauses say; the same time is taken out once, by the first that says so.
 * @param measured the time of the incident that is measured, such as its working hours; all of it unless told
 */
export function countIncident(
  incident: Interval,
  exclusions: Exclusions,
  of: ClaimedFor,
  measured: readonly Interval[] = [incident],
): CountedIncident {
  const deductions: Deduction[] = [];
  let counted = [...measured];
  for (const { clause, spans } of listReasons(incident, exclusions, of)) {
    const duration = durationOf(intersect(counted, spans));
    if (duration > 0) deductions.push({ clause, duration });
    counted = subtract(counted, spans);
  }
  return { incident, deductions, counted };
}

function listReasons(incident: Interval, exclusions: Exclusions, of: ClaimedFor) {
  const given = EXCLUSION_KINDS.flatMap((kind) => {
    const clause = clauseExcluding(kind, of);
    return clause === undefined ? [] : [{ clause, spans: exclusions[kind] }];
  });
  return of.service === "internet" && of.severity === undefined
    ? [...given, { clause: "SLA4.bgp" as const, spans: [convergenceOf(incident)] }]
    : given;
}

/** The first minutes of an incident, in which routes converge. */
function convergenceOf(incident: Interval): Interval {
  return Interval.after(beginningOf(incident), { minutes: CONVERGENCE_MINUTES });
}
