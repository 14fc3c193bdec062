import type { DateTime } from "luxon";

/** A moment with its offset, as a ticket names it: `2026-03-28 23:30:00 +01:00`. */
export function formatMoment(moment: DateTime | null): string {
  return moment?.toFormat("yyyy-MM-dd HH:mm:ss ZZ") ?? "";
}
