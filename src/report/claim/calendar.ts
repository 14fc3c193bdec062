import type { DateTime, Interval } from "luxon";
import type { PeriodCount, WorkingDay } from "../../claim";
import type { Language, Text } from "../../text";

/** A span as a letter names it: `3 March 2026, 10:00 to 10:45 (UTC+1)`, `le 3 mars 2026, de 10 h 00 à 10 h 45 (UTC+1)`. */
export function describeSpan({ start, end }: Interval): Text {
  if (!start || !end) throw new Error("a span without a beginning or an end");
  const [zone, endZone] = [formatZone(start), formatZone(end)];
  // A zone that holds for both times is said once.
  const [from, to] = [describeClock(start, zone === endZone ? "" : ` (${zone})`), describeClock(end, ` (${endZone})`)];
  const [day, lastDay] = [describeDay(start), describeDay(end)];
  return day.en === lastDay.en
    ? { en: `${day.en}, ${from.en} to ${to.en}`, fr: `le ${day.fr}, de ${from.fr} à ${to.fr}` }
    : {
        en: `${day.en}, ${from.en} to ${lastDay.en}, ${to.en}`,
        fr: `du ${day.fr} à ${from.fr} au ${lastDay.fr} à ${to.fr}`,
      };
}

/** A moment as a letter names it: `3 March 2026, 10:00 (UTC+1)`. */
export function describeMoment(moment: DateTime): Text {
  const [day, clock] = [describeDay(moment), describeClock(moment, ` (${formatZone(moment)})`)];
  return { en: `${day.en}, ${clock.en}`, fr: `le ${day.fr} à ${clock.fr}` };
}

/** The month or the year of a count, in words: `March 2026`, `2026`. */
export function describePeriod({ by, period: { start } }: PeriodCount): Text {
  if (!start) throw new Error("a period without a beginning");
  const words = (language: Language) => start.setLocale(language).toFormat(by === "year" ? "yyyy" : "MMMM yyyy");
  return { en: words("en"), fr: words("fr") };
}

/** When people work: `from 09:00 to 18:00`. */
export function describeWorkingDay({ from, to }: WorkingDay): Text {
  const [begins, ends] = [from, to].map((minute) => describeHour(Math.floor(minute / 60), minute % 60, 0));
  return { en: `from ${begins?.en ?? ""} to ${ends?.en ?? ""}`, fr: `de ${begins?.fr ?? ""} à ${ends?.fr ?? ""}` };
}

function describeDay(moment: DateTime): Text {
  const french = moment.setLocale("fr").toFormat("MMMM yyyy");
  return {
    en: moment.setLocale("en").toFormat("d MMMM yyyy"),
    fr: `${moment.day === 1 ? "1er" : String(moment.day)} ${french}`,
  };
}

function describeClock({ hour, minute, second }: DateTime, zone: string): Text {
  const { en, fr } = describeHour(hour, minute, second);
  return { en: `${en}${zone}`, fr: `${fr}${zone}` };
}

/** Seconds are said where there are any. */
function describeHour(hour: number, minute: number, second: number): Text {
  const [hours, minutes, seconds] = [hour, minute, second].map((each) => String(each).padStart(2, "0"));
  const [minutesEn, minutesFr] = [`${hours ?? ""}:${minutes ?? ""}`, `${String(hour)} h ${minutes ?? ""}`];
  return second === 0
    ? { en: minutesEn, fr: minutesFr }
    : { en: `${minutesEn}:${seconds ?? ""}`, fr: `${minutesFr} min ${seconds ?? ""} s` };
}

/** `UTC`, `UTC+1`, `UTC-3:30`. */
function formatZone({ offset }: DateTime): string {
  if (offset === 0) return "UTC";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "-" : "+"}${String(hours)}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}
