import { joinTexts, type Text } from "../text";
import type { ClauseId } from "./clause-ids";
import { CLAUSES, type Period } from "./clauses";
import { COMMITMENTS } from "./commitments";

/** The figure of a clause with the period that it is held over, if it has one. */
export function describeFigure(id: ClauseId): Text | undefined {
  const { figure, period } = CLAUSES[id];
  if (!figure || period === undefined) return figure;
  const isShareOfTime = COMMITMENTS.some((each) => each.clause === id && each.figure.kind === "performance");
  return joinTexts([figure, (isShareOfTime ? OVER : PER)[period]], " ");
}

const PER: Readonly<Record<Period, Text>> = {
  month: { en: "a month", fr: "par mois" },
  year: { en: "a year", fr: "par an" },
};
const OVER: Readonly<Record<Period, Text>> = {
  month: { en: "over a month", fr: "sur un mois" },
  year: { en: "over a year", fr: "sur un an" },
};
