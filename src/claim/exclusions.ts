import type { Interval } from "luxon";
import type { ClauseId } from "../contract";
import type { Service, Severity } from "./service";

/** Time that a clause may take out of an incident. */
export interface Exclusions {
  /** Maintenance that Outscale had announced. */
  readonly maintenance: readonly Interval[];
  /** When a VM could have been started again, and the client had not done so. */
  readonly restart: readonly Interval[];
  /** When the API refused identical requests that came more than once a second. */
  readonly throttling: readonly Interval[];
  /** When a protection against abusive use had cut the client off. */
  readonly countermeasure: readonly Interval[];
  /** When support waited for an answer of the client. */
  readonly waiting: readonly Interval[];
}

/** Why time may not count. */
export type ExclusionKind = keyof Exclusions;

/** Every reason, in the order in which time is taken out. */
export const EXCLUSION_KINDS: readonly ExclusionKind[] = [
  "countermeasure",
  "throttling",
  "restart",
  "maintenance",
  "waiting",
];

/** The service that a claim is about, and the severity of its tickets. */
export interface ClaimedFor {
  readonly service: Service;
  /** Where support times are claimed. */
  readonly severity?: Severity;
}

/** The clause by which time of a kind does not count; `undefined` where no clause takes it out. */
export function clauseExcluding(kind: ExclusionKind, { service, severity }: ClaimedFor): ClauseId | undefined {
  switch (kind) {
    case "maintenance":
      return severity === 1 ? "SLA10.sev1" : undefined;
    case "waiting":
      return severity === undefined ? undefined : "SLA10.gtr";
    case "restart":
      // The clause speaks of VMs, and of no other resource that fails.
      return severity === undefined && service === "vm" ? "SLA9.supervise" : undefined;
    case "throttling":
      return severity === undefined && service === "api" ? "SLA9.throttling" : undefined;
    case "countermeasure":
      if (severity !== undefined) return undefined;
      return DENIAL_OF_SERVICE.includes(service) ? "SLA3.abuse" : "SLA9.hammering";
  }
}

/** The services where a measure against denial of service falls under SLA3.abuse, not SLA9.hammering. */
const DENIAL_OF_SERVICE: readonly Service[] = ["dns", "metadata"];

/** How long routes need to converge, which no incident on Internet access counts (SLA4.bgp). */
export const CONVERGENCE_MINUTES = 2;
