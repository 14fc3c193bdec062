import { DateTime, Interval } from "luxon";
import { beginningOf, endOf, ZONE } from "./spans";

/** When people work on a working day, in minutes after midnight. */
export interface WorkingDay {
  readonly from: number;
  readonly to: number;
}

/** A day on which nothing but the calendar says when people work. */
export const WHOLE_DAY: WorkingDay = { from: 0, to: 24 * 60 };

/**
 * The working time in a span: Monday to Friday, public holidays of metropolitan France excepted (Code du travail,
 * article L3133-1).
 */
export function workingTimeIn(span: Interval, { from, to }: WorkingDay): Interval[] {
  const found: Interval[] = [];
  for (let day = beginningOf(span).startOf("day"); day < endOf(span); day = day.plus({ days: 1 })) {
    if (!isWorkingDay(day)) continue;
    const hours = Interval.fromDateTimes(atMinute(day, from), atMinute(day, to));
    const worked = span.intersection(hours);
    if (worked && worked.length() > 0) found.push(worked);
  }
  return found;
}

/** On the clock of that day, which may be an hour longer or shorter than others. */
function atMinute(day: DateTime, minute: number): DateTime {
  if (minute === WHOLE_DAY.to) return day.plus({ days: 1 });
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

function isWorkingDay(day: DateTime): boolean {
  return day.weekday <= FRIDAY && !holidaysOf(day.year).has(day.toISODate() ?? "");
}

const FRIDAY = 5;

/** The public holidays of a year, `2026-05-01`. */
function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterOf(year);
  const movable = [1, 39, 50].map((days) => easter.plus({ days }).toISODate() ?? "");
  return new Set([...FIXED_HOLIDAYS.map((day) => `${String(year)}-${day}`), ...movable]);
}

const FIXED_HOLIDAYS = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterOf(year: number): DateTime {
  const golden = year % 19;
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return DateTime.fromObject({ year, month: Math.floor(days / 31), day: (days % 31) + 1 }, { zone: ZONE });
}
