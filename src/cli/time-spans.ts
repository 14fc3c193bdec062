import { DateTime, Interval } from "luxon";
import { formatMoment } from "../report";
import { showForeign, type Text, UserError } from "../text";

/**
 * Reads the time of an option, with its zone.
 * @param option as the user writes it, `--answered`
 * @throws {UserError} when it is none, lacks its day or its zone, or is of another century than ours
 */
export function readMoment(option: string, written: string): DateTime {
  return readTime(written, (fault) => refuse(option, written, fault, EXAMPLES.moment));
}

/**
 * Reads the span of an option, `FROM/TO`, each with its zone.
 * @throws {UserError} when it is none, or ends before it begins
 */
export function readSpan(option: string, written: string): Interval {
  const refusing = (fault: Fault) => refuse(option, written, fault, EXAMPLES.span);
  const [from, to, ...more] = written.split("/");
  if (from === undefined || to === undefined || more.length > 0) throw refusing({ why: NO_SPAN });
  const [start, end] = [readTime(from, refusing), readTime(to, refusing)];
  if (start >= end) throw refusing({ why: BACKWARDS });
  return Interval.fromDateTimes(start, end);
}

/**
 * Reads the incidents of an option, from first to last. Those of a service neither overlap nor touch: the first two
 * minutes of each are taken out, which one incident given as two would lose twice.
 * @throws {UserError} when one is no span or too long, or two of them are one
 */
export function readIncidents(option: string, written: readonly string[]): Interval[] {
  const spans = readTickets(option, written);
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (next && startOf(next) <= endOf(span)) throw new UserError(formatOneIncident(option, span, next));
  }
  return spans;
}

/**
 * Reads the tickets of an option, from first to last: several may be open at once.
 * @throws {UserError} when one is no span, or too long
 */
export function readTickets(option: string, written: readonly string[]): Interval[] {
  const spans = written.map((each) => {
    const span = readSpan(option, each);
    if (span.length() > LONGEST_DAYS * DAY) throw refuse(option, each, TOO_LONG, EXAMPLES.span);
    return span;
  });
  return spans.sort((a, b) => startOf(a) - startOf(b));
}

/** What is wrong with a time or a span, and what is accepted instead of it, where an example does not show it. */
interface Fault {
  readonly why: Text;
  readonly accepted?: Text;
}

/** @param refusing makes the error of what is no time */
function readTime(written: string, refusing: (fault: Fault) => UserError): DateTime {
  const time = DateTime.fromISO(written, { setZone: true });
  const quoted = showForeign(written);
  if (!time.isValid || !CLOCK.test(written)) throw refusing({ why: formatNoTime(quoted) });
  if (!DAY_OF_TIME.test(written)) throw refusing({ why: formatNoDay(quoted) });
  const zone = ZONE.exec(written);
  if (!zone) throw refusing({ why: formatNoZone(quoted) });
  if (!isRealOffset(zone, time.offset)) throw refusing({ why: formatNoOffset(quoted), accepted: OFFSETS });
  if (time.year < FIRST_YEAR || time.year > LAST_YEAR) throw refusing({ why: formatFarYear(quoted), accepted: YEARS });
  return time;
}

/** A zone of the world is at most 12 hours behind Greenwich and 14 ahead of it, and an hour has 60 minutes. */
function isRealOffset({ groups = {} }: RegExpExecArray, offset: number): boolean {
  return Number(groups["minutes"] ?? 0) < 60 && offset >= -12 * 60 && offset <= 14 * 60;
}

/** A time of the day that is written, not only a day. */
const CLOCK = /T\d/i;
/** The day that a time is of: of a month, of a week, or of a year. A month or a week alone is read as its first day. */
const DAY_OF_TIME = /^\d{4}(?:-?\d{2}-?\d{2}|-?W\d{2}-?\d|-?\d{3})T/i;
const ZONE = /T.*(?:Z|[+-]\d{2}(?::?(?<minutes>\d{2}))?)$/i;

/** The longest incident, in days: a figure is held over a year at most, and a leap year has 366. */
const LONGEST_DAYS = 366;
const DAY = 24 * 60 * 60_000;

/** Another year is a slip of the pen. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

const EXAMPLES = {
  moment: "2026-03-28T23:30+01:00",
  span: "2026-03-28T23:30+01:00/2026-03-29T04:00+02:00",
} as const;

const NO_SPAN: Text = { en: "it is no span FROM/TO", fr: "ce n'est pas une plage DÉBUT/FIN" };
const BACKWARDS: Text = { en: "it ends before it begins", fr: "elle finit avant de commencer" };
const TOO_LONG: Fault = {
  why: { en: "it is longer than any year", fr: "elle est plus longue que toute année" },
  accepted: { en: `${String(LONGEST_DAYS)} days or less`, fr: `${String(LONGEST_DAYS)} jours ou moins` },
};
const YEARS: Text = {
  en: `years from ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}`,
  fr: `les années de ${String(FIRST_YEAR)} à ${String(LAST_YEAR)}`,
};
const OFFSETS: Text = { en: "offsets from `-12:00` to `+14:00`", fr: "les décalages de `-12:00` à `+14:00`" };

function formatNoTime(quoted: string): Text {
  return { en: `"${quoted}" is no time`, fr: `« ${quoted} » n'est pas une heure datée` };
}

function formatNoDay(quoted: string): Text {
  return { en: `"${quoted}" names no day`, fr: `« ${quoted} » ne dit pas quel jour` };
}

function formatNoZone(quoted: string): Text {
  return { en: `"${quoted}" lacks its time zone`, fr: `il manque à « ${quoted} » son fuseau horaire` };
}

function formatNoOffset(quoted: string): Text {
  return { en: `"${quoted}" is of no time zone`, fr: `« ${quoted} » n'est d'aucun fuseau horaire` };
}

function formatFarYear(quoted: string): Text {
  return { en: `"${quoted}" is of another century`, fr: `« ${quoted} » est d'un autre siècle` };
}

function refuse(option: string, written: string, { why, accepted }: Fault, example: string): UserError {
  const quoted = showForeign(written);
  return new UserError({
    en: `${option} is "${quoted}": ${why.en}. Accepted: ${accepted?.en ?? example}.`,
    fr: `${option} vaut « ${quoted} » : ${why.fr}. Accepté : ${accepted?.fr ?? example}.`,
  });
}

function formatOneIncident(option: string, one: Interval, other: Interval): Text {
  const [first, second] = [one, other].map(({ start, end }) => `${formatMoment(start)}/${formatMoment(end)}`);
  const how = one.overlaps(other) ? { en: "overlap", fr: "chevauchent" } : { en: "touch", fr: "touchent" };
  return {
    en: `${option}: ${first ?? ""} and ${second ?? ""} ${how.en}. Give them as one incident.`,
    fr: `${option} : ${first ?? ""} et ${second ?? ""} se ${how.fr}. Donnez-les comme un seul incident.`,
  };
}

function startOf({ start }: Interval): number {
  return start?.toMillis() ?? 0;
}

function endOf({ end }: Interval): number {
  return end?.toMillis() ?? 0;
}
