import { CHOICES, type Commitment } from "../../contract";
import type { SharedSettings } from "../../outscale/provider/settings";

/** Names the readings that a line rests on: `A1 A29`, or `A2:unstarred` where the client chose another than ours. */
export function formatReading(
  { reading, allZones }: Commitment,
  more: readonly string[],
  { readings }: SharedSettings,
): string {
  const own = reading === "literal" ? [] : [reading];
  const rests = new Set([...own, ...(allZones && readings.A1 === CHOICES.A1.choice ? ["A1"] : []), ...more]);
  return [...rests].map((id) => (isChosen(id, readings) ? `${id}:${CHOICES[id].choice}` : id)).join(" ");
}

function isChosen(id: string, readings: SharedSettings["readings"]): id is keyof typeof CHOICES {
  return (id === "A1" || id === "A2") && readings[id] === CHOICES[id].choice;
}
