import type { Interval } from "luxon";
import { type ClauseId, commitmentOf } from "../contract";
import { type AvailabilityCount, countAvailability } from "./availability";
import { countIncident } from "./counting";
import { clauseExcluding, type ClaimedFor, EXCLUSION_KINDS, type ExclusionKind, type Exclusions } from "./exclusions";
import { type Service, SERVICES, type Severity, SUPPORT } from "./service";
import { measureTicket, type TicketCount, type TicketFacts } from "./support";

/** The facts that a client gives: the service, its incidents and its tickets. */
export interface ClaimInput extends TicketFacts {
  readonly service: Service;
  /** Where support times are claimed too; for support itself, always. */
  readonly severity: Severity | undefined;
  /** From first to last; no two of them overlap. */
  readonly incidents: readonly Interval[];
  readonly exclusions: Exclusions;
}

/** The result of a claim: the downtime that counts, the times of the tickets, and the exclusions without a clause. */
export interface Claim {
  readonly service: Service;
  /** Against the figure of the service; none for support, which has times alone. */
  readonly availability: AvailabilityCount | undefined;
  /** Against the times of a severity. */
  readonly support: SupportCount | undefined;
  /** The exclusions that the client gave and that no clause lets deduct here. */
  readonly notDeducted: readonly ExclusionKind[];
}

/** The tickets of one severity, each against the times that its clause promises. */
export interface SupportCount {
  readonly clause: ClauseId;
  readonly tickets: readonly TicketCount[];
}

/** Counts what happened against what Outscale committed to. */
export function countClaim({ service, severity, incidents, exclusions, ...told }: ClaimInput): Claim {
  const [first, ...others] = SERVICES[service].map(commitmentOf);
  const counts = (of: ClaimedFor) => incidents.map((incident) => countIncident(incident, exclusions, of));
  const uses: ClaimedFor[] = [...(first ? [{ service }] : []), ...(severity ? [{ service, severity }] : [])];
  return {
    service,
    availability: first && countAvailability([first, ...others], counts({ service })),
    support: severity && {
      clause: SUPPORT[severity],
      tickets: incidents.map((ticket) =>
        measureTicket(ticket, commitmentOf(SUPPORT[severity]), exclusions, { service, severity }, told),
      ),
    },
    notDeducted: EXCLUSION_KINDS.filter(
      (kind) => exclusions[kind].length > 0 && uses.every((of) => clauseExcluding(kind, of) === undefined),
    ),
  };
}

/** Whether a commitment is broken, for all that is known. */
export function isBroken({ availability, support }: Claim): boolean {
  const late = support?.tickets.some(({ response, restoration }) =>
    [response.verdict, restoration.verdict].includes("broken"),
  );
  return late === true || availability?.held.some((count) => count.isBroken) === true;
}
