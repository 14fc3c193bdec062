export type { AvailabilityCount, PeriodCount } from "./availability";
export { type Claim, type ClaimInput, countClaim, isBroken, type SupportCount } from "./claim";
export type { CountedIncident, Deduction } from "./counting";
export type { ExclusionKind, Exclusions } from "./exclusions";
export { creditForAvailability, creditForDelay, type Penalties, type Penalty } from "./penalties";
export { type Service, SERVICES, type Severity, SUPPORT } from "./service";
export type { TicketCount, TimeVerdict } from "./support";
export type { WorkingDay } from "./working-time";
