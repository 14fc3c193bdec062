import { type DateTime, Interval } from "luxon";
import { commitmentOf } from "../contract";
import { clauseExcluding, EXCLUSION_KINDS, type ExclusionKind } from "./exclusions";
import { type ClaimInput, countsOf } from "./input";
import { intersect, subtract } from "./spans";
import { type Severity, SUPPORT } from "./service";
import { answersTo, countsWorkingHours } from "./support";
import { WHOLE_DAY, workingTimeIn } from "./working-time";

/** Something that was given and changes nothing: what it is, why, and which times of it. */
export type WithoutEffect =
  /** Time to take out that lies outside every incident, or in one, outside the hours that are measured. */
  | { readonly given: ExclusionKind; readonly why: "no incident" | "no working hours"; readonly spans: Spans }
  /** Answers, where no severity is told, or after the first answer to a ticket. */
  | { readonly given: "answered"; readonly why: "no severity" | "not the first"; readonly times: readonly DateTime[] }
  /** A working day, where the times of the severity run day and night. */
  | { readonly given: "workingDay"; readonly why: "no working hours count" };

type Spans = readonly Interval[];

/** Lists the options that had no effect. Time that no clause allows to deduct is not among them: `Claim.notDeducted` has it. */
export function findWithoutEffect(input: ClaimInput): readonly WithoutEffect[] {
  return [
    ...EXCLUSION_KINDS.flatMap((kind) => findStrayTime(kind, input)),
    ...findStrayAnswers(input),
    ...findStrayWorkingDay(input),
  ];
}

/** The time of a kind that a clause would take out, if there were anything there to take it out of. */
function findStrayTime(kind: ExclusionKind, input: ClaimInput): WithoutEffect[] {
  const uses = countsOf(input).filter((of) => clauseExcluding(kind, of) !== undefined);
  if (uses.length === 0) return [];
  const given = Interval.merge([...input.exclusions[kind]]);
  const outside = subtract(given, input.incidents);
  const idle = uses.every(({ severity }) => isInWorkingHours(severity))
    ? subtract(intersect(given, input.incidents), workingHoursOf(input))
    : [];
  return [
    ...(outside.length > 0 ? [{ given: kind, why: "no incident" as const, spans: outside }] : []),
    ...(idle.length > 0 ? [{ given: kind, why: "no working hours" as const, spans: idle }] : []),
  ];
}

function workingHoursOf({ incidents, workingDay }: ClaimInput): Spans {
  return incidents.flatMap((incident) => workingTimeIn(incident, workingDay ?? WHOLE_DAY));
}

function findStrayAnswers({ answered, severity, incidents }: ClaimInput): WithoutEffect[] {
  if (answered.length === 0) return [];
  if (severity === undefined) return [{ given: "answered", why: "no severity", times: answered }];
  const later = incidents.flatMap((ticket) => answersTo(ticket, answered).slice(1));
  return later.length > 0 ? [{ given: "answered", why: "not the first", times: later }] : [];
}

function findStrayWorkingDay({ workingDay, severity }: ClaimInput): WithoutEffect[] {
  const counts = workingDay === undefined || isInWorkingHours(severity);
  return counts ? [] : [{ given: "workingDay", why: "no working hours count" }];
}

function isInWorkingHours(severity: Severity | undefined): boolean {
  return severity !== undefined && countsWorkingHours(commitmentOf(SUPPORT[severity]));
}
