import { creditForAvailability, creditForDelay, type Penalties, type PeriodCount, type Restoration } from "../../claim";
import type { ClauseId } from "../../contract";
import { pluralize, type Text } from "../../text";
import { formatDuration } from "../duration";

/** The availability of a period in percent, rounded against the client, so that nothing looks worse than it was. */
export function formatAvailability({ period, counted }: PeriodCount): Text {
  // Whole numbers divide without a rest that binary fractions would round up: 99.9 is never written 99.90001.
  const missing = (BigInt(counted) * WHOLE) / BigInt(period.length());
  const percent = (Number(WHOLE - missing) / 100_000).toFixed(5);
  return { en: `${percent} %`, fr: `${percent.replace(".", ",")} %` };
}

/** A hundred percent, in hundred-thousandths of a percent. */
const WHOLE = 10_000_000n;

/** The month or the year of a count, for machines: `2026-03`, `2026`. */
export function namePeriod({ by, period: { start } }: PeriodCount): string {
  return start?.toFormat(by === "year" ? "yyyy" : "yyyy-MM") ?? "";
}

/** A duration with what is said of it, which agrees in number: `1 min counts`, `3 h 48 min count`. */
export function formatDurationThat(milliseconds: number, one: Text, many: Text): Text {
  const duration = formatDuration(milliseconds);
  const { en, fr } = pluralize(countUnits(duration), one, many);
  return { en: `${duration} ${en}`, fr: `${duration} ${fr}` };
}

/** How many hours, minutes and seconds are named: `1 h 2 min` are three. */
function countUnits(duration: string): number {
  return (duration.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0);
}

/** What a table says that Outscale owes for a period that is not kept. */
export function creditForPeriod(
  penalties: Penalties | undefined,
  clause: ClauseId,
  count: PeriodCount,
): string | undefined {
  return penalties && count.isBroken ? creditForAvailability(penalties, clause, count) : undefined;
}

/** What a table says that Outscale owes for a time that is not kept: nothing where it is only not known to be kept. */
export function creditForTime(
  penalties: Penalties | undefined,
  clause: ClauseId,
  { taken, limit, verdict }: Restoration,
): string | undefined {
  return penalties && verdict === "broken" ? creditForDelay(penalties, clause, (taken - limit) / MINUTE) : undefined;
}

const MINUTE = 60_000;
