import { choicesOf, type Commitment, type ReadingId } from "../../contract";
import type { SharedSettings } from "../../outscale/provider/settings";

/** The readings that concern some lines of a commitment only: `status.ts` names them where they do. */
const OF_SOME_LINES: readonly ReadingId[] = ["A31"];

/** Names the readings that a line rests on: `A1 A29`, or `A2:unstarred` where the client chose another than ours. */
export function formatReading(
  { readings }: Commitment,
  more: readonly ReadingId[],
  { readings: chosen }: SharedSettings,
): string {
  const rests = new Set([...readings.filter((id) => !OF_SOME_LINES.includes(id)), ...more]);
  return [...rests].map((id) => (isChosen(id, chosen) ? `${id}:${chosen[id]}` : id)).join(" ");
}

function isChosen(id: ReadingId, readings: SharedSettings["readings"]): id is keyof SharedSettings["readings"] {
  const written = (readings as Readonly<Partial<Record<ReadingId, string>>>)[id];
  return choicesOf(id).some(({ choice }) => choice === written);
}
