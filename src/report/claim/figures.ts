import { creditForAvailability, creditForDelay, type Penalties, type PeriodCount } from "../../claim";
import type { ClauseId } from "../../contract";
import type { Text } from "../../text";

/** An availability in percent, rounded against the client, so that nothing looks worse than it was. */
export function formatAvailability(availability: number): Text {
  const percent = (Math.ceil(availability * 10_000_000) / 100_000).toFixed(5);
  return { en: `${percent} %`, fr: `${percent.replace(".", ",")} %` };
}

/** The month or the year of a count: `2026-03`, `2026`. */
export function namePeriod({ by, period: { start } }: PeriodCount): string {
  return start?.toFormat(by === "year" ? "yyyy" : "yyyy-MM") ?? "";
}

/** What a table says that Outscale owes for a period that is not kept. */
export function creditForPeriod(
  penalties: Penalties | undefined,
  clause: ClauseId,
  { isBroken, availability }: PeriodCount,
): string | undefined {
  return penalties && isBroken ? creditForAvailability(penalties, clause, availability) : undefined;
}

/** What a table says that Outscale owes for a time that was passed, both in milliseconds. */
export function creditForTime(
  penalties: Penalties | undefined,
  clause: ClauseId,
  { taken, limit }: { readonly taken: number; readonly limit: number },
): string | undefined {
  return penalties && taken > limit ? creditForDelay(penalties, clause, (taken - limit) / MINUTE) : undefined;
}

const MINUTE = 60_000;
