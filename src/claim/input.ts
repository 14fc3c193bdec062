import type { Interval } from "luxon";
import type { ClaimedFor, Exclusions } from "./exclusions";
import { type Service, SERVICES, type Severity } from "./service";
import type { TicketFacts } from "./support";

/** The facts that a client gives: the service, its incidents and its tickets. */
export interface ClaimInput extends TicketFacts {
  readonly service: Service;
  /** Where support times are claimed too; for support itself, always. */
  readonly severity: Severity | undefined;
  /** From first to last. No two of them overlap, but tickets to support, which are measured one by one. */
  readonly incidents: readonly Interval[];
  readonly exclusions: Exclusions;
}

/** The counts to make: one against the figure of the service, if it has one, and one of support times, if a severity is told. */
export function countsOf({ service, severity }: Pick<ClaimInput, "service" | "severity">): readonly ClaimedFor[] {
  const hasFigure = SERVICES[service].length > 0;
  return [...(hasFigure ? [{ service }] : []), ...(severity ? [{ service, severity }] : [])];
}
