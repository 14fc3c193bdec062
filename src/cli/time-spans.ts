import { DateTime, Interval } from "luxon";
import { formatMoment } from "../report";
import { type Text, UserError } from "../text";

/**
 * Reads the time of an option, with its zone.
 * @param option as the user writes it, `--answered`
 * @throws {UserError} when it is none, or lacks its zone
 */
export function readMoment(option: string, written: string): DateTime {
  return readTime(written, (why) => refuse(option, written, why, EXAMPLES.moment));
}

/** @param refusing makes the error of what is no time */
function readTime(written: string, refusing: (why: Text) => UserError): DateTime {
  const time = DateTime.fromISO(written, { setZone: true });
  if (!time.isValid || !CLOCK.test(written)) throw refusing(formatNoTime(written));
  if (!ZONED.test(written)) throw refusing(formatNoZone(written));
  return time;
}

/**
 * Reads the span of an option, `FROM/TO`, each with its zone.
 * @throws {UserError} when it is none, or ends before it begins
 */
export function readSpan(option: string, written: string): Interval {
  const refusing = (why: Text) => refuse(option, written, why, EXAMPLES.span);
  const [from, to, ...more] = written.split("/");
  if (from === undefined || to === undefined || more.length > 0) throw refusing(NO_SPAN);
  const [start, end] = [readTime(from, refusing), readTime(to, refusing)];
  if (start >= end) throw refusing(BACKWARDS);
  return Interval.fromDateTimes(start, end);
}

/**
 * Reads the incidents of an option, from first to last.
 * @throws {UserError} when one is no span, or two of them overlap
 */
export function readIncidents(option: string, written: readonly string[]): Interval[] {
  const spans = written.map((each) => readSpan(option, each)).sort((a, b) => startOf(a) - startOf(b));
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (next && span.overlaps(next)) throw new UserError(formatOverlap(option, span, next));
  }
  return spans;
}

/** A time of the day that is written, not only a day. */
const CLOCK = /T\d/i;
const ZONED = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i;
const EXAMPLES = {
  moment: "2026-03-28T23:30+01:00",
  span: "2026-03-28T23:30+01:00/2026-03-29T04:00+02:00",
} as const;

const NO_SPAN: Text = { en: "it is no span FROM/TO", fr: "ce n'est pas une plage DÉBUT/FIN" };
const BACKWARDS: Text = { en: "it ends before it begins", fr: "elle finit avant de commencer" };

function formatNoTime(written: string): Text {
  return { en: `"${written}" is no time`, fr: `« ${written} » n'est pas une heure datée` };
}

function formatNoZone(written: string): Text {
  return { en: `"${written}" lacks its time zone`, fr: `il manque à « ${written} » son fuseau horaire` };
}

function refuse(option: string, written: string, why: Text, example: string): UserError {
  return new UserError({
    en: `${option} is "${written}": ${why.en}. Accepted: ${example}.`,
    fr: `${option} vaut « ${written} » : ${why.fr}. Accepté : ${example}.`,
  });
}

function formatOverlap(option: string, one: Interval, other: Interval): Text {
  const [first, second] = [one, other].map(({ start, end }) => `${formatMoment(start)}/${formatMoment(end)}`);
  return {
    en: `${option}: ${first ?? ""} and ${second ?? ""} overlap. Give them as one incident.`,
    fr: `${option} : ${first ?? ""} et ${second ?? ""} se chevauchent. Donnez-les comme un seul incident.`,
  };
}

function startOf({ start }: Interval): number {
  return start?.toMillis() ?? 0;
}
