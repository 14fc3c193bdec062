import { type ClauseId, commitmentOf } from "../contract";
import { type AvailabilityCount, countAvailability } from "./availability";
import { countIncident } from "./counting";
import { clauseExcluding, EXCLUSION_KINDS, type ExclusionKind } from "./exclusions";
import { type ClaimInput, countsOf } from "./input";
import { type Service, SERVICES, type Severity, SUPPORT } from "./service";
import { countsWorkingHours, measureTicket, type TicketCount, type TimeVerdict } from "./support";
import { findWithoutEffect, type WithoutEffect } from "./without-effect";
import type { WorkingDay } from "./working-time";

/** The result of a claim: the downtime that counts, the times of the tickets, and what was given in vain. */
export interface Claim {
  readonly service: Service;
  /** Against the figure of the service; none for support, which has times alone. */
  readonly availability: AvailabilityCount | undefined;
  /** Against the times of a severity. */
  readonly support: SupportCount | undefined;
  /** The exclusions that the client gave and that no clause lets deduct here. */
  readonly notDeducted: readonly ExclusionKind[];
  /** What the client gave besides and that has no effect on any count, with why. */
  readonly withoutEffect: readonly WithoutEffect[];
}

/** The tickets of one severity, each against the times that its clause promises. */
export interface SupportCount {
  readonly severity: Severity;
  readonly clause: ClauseId;
  /** When people work, where working hours count and the client told them. */
  readonly workingDay: WorkingDay | undefined;
  readonly tickets: readonly TicketCount[];
}

/** A time that support owes: to the first answer (GTI), or to the resolution (GTR). */
export type SupportTime = "response" | "restoration";

/** Counts what happened against what Outscale committed to. */
export function countClaim(input: ClaimInput): Claim {
  const { service, severity, incidents, exclusions } = input;
  const [first, ...others] = SERVICES[service].map(commitmentOf);
  const counted = first && incidents.map((incident) => countIncident(incident, exclusions, { service }));
  return {
    service,
    availability: first && counted && countAvailability([first, ...others], counted),
    support: severity && countSupport(severity, input),
    notDeducted: EXCLUSION_KINDS.filter(
      (kind) => exclusions[kind].length > 0 && countsOf(input).every((of) => clauseExcluding(kind, of) === undefined),
    ),
    withoutEffect: findWithoutEffect(input),
  };
}

function countSupport(severity: Severity, { service, incidents, exclusions, ...told }: ClaimInput): SupportCount {
  const commitment = commitmentOf(SUPPORT[severity]);
  return {
    severity,
    clause: commitment.clause,
    workingDay: countsWorkingHours(commitment) ? told.workingDay : undefined,
    tickets: incidents.map((ticket) => measureTicket(ticket, commitment, exclusions, { service, severity }, told)),
  };
}

/** Whether a commitment is broken, for all that is known. */
export function isBroken({ availability, support }: Claim): boolean {
  return availability?.held.some((count) => count.isBroken) === true || timesThatAre("broken", support).length > 0;
}

/** The times of support that are kept, broken or open for some ticket. */
export function timesThatAre(verdict: TimeVerdict, support: SupportCount | undefined): readonly SupportTime[] {
  const tickets = support?.tickets ?? [];
  return SUPPORT_TIMES.filter((time) => tickets.some((ticket) => ticket[time].verdict === verdict));
}

const SUPPORT_TIMES: readonly SupportTime[] = ["response", "restoration"];
