import { type DateTime, Interval } from "luxon";

/** The time zone in which months, years and working days are counted: the convention's parties are in metropolitan France. */
export const ZONE = "Europe/Paris";

/** How long spans last together, in milliseconds; no two of them overlap. */
export function durationOf(spans: readonly Interval[]): number {
  return spans.reduce((sum, span) => sum + span.length(), 0);
}

/** What spans have in common with others, which may overlap each other. */
export function intersect(spans: readonly Interval[], others: readonly Interval[]): Interval[] {
  const merged = Interval.merge([...others]);
  return spans.flatMap((span) => merged.flatMap((other) => span.intersection(other) ?? [])).filter(isLong);
}

/** What is left of spans without others, which may overlap each other. */
export function subtract(spans: readonly Interval[], others: readonly Interval[]): Interval[] {
  return spans.flatMap((span) => span.difference(...others)).filter(isLong);
}

/** Whether a span holds a time, its beginning and its end included. */
export function holds({ start, end }: Interval, time: DateTime): boolean {
  return start !== null && end !== null && start <= time && time <= end;
}

/** The calendar months, or years, that spans touch, in their order. */
export function periodsOf(spans: readonly Interval[], period: "month" | "year"): Interval[] {
  const found = new Map<number, Interval>();
  for (const span of spans) {
    let start = startOf(span, period);
    while (start < endOf(span)) {
      const next = start.plus({ [period]: 1 });
      found.set(start.toMillis(), Interval.fromDateTimes(start, next));
      start = next;
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** When a span begins, where months and years are counted. */
export function beginningOf({ start }: Interval): DateTime {
  if (!start) throw new Error("a span without a beginning");
  return start.setZone(ZONE);
}

/** When a span ends, where months and years are counted. */
export function endOf({ end }: Interval): DateTime {
  if (!end) throw new Error("a span without an end");
  return end.setZone(ZONE);
}

function startOf(span: Interval, period: "month" | "year"): DateTime {
  return beginningOf(span).startOf(period);
}

function isLong(span: Interval): boolean {
  return span.length() > 0;
}
