import type { Outcome } from "../evaluate";

/** What the verdict about one subject means for a clause, the worst first: broken, not known, or kept. */
export const FULFILMENTS = ["broken", "open", "kept"] as const;
/** Whether one subject keeps what a clause asks for; `open` where that is not known. */
export type Fulfilment = (typeof FULFILMENTS)[number];

/**
 * What a verdict means for the clauses of its policy. A loss breaks them even where it is accepted. What a disabled policy
 * finds counts too, but what it passes does not: it leaves them open.
 */
export function fulfilmentOf(verdict: Outcome["verdict"], isEnabled: boolean): Fulfilment {
  if (verdict === "violation" || verdict === "exempted" || verdict === "accepted") return "broken";
  return verdict === "compliant" && isEnabled ? "kept" : "open";
}

/** The worst of several, which decides; `undefined` where there is none. */
export function findWorst(fulfilments: readonly Fulfilment[]): Fulfilment | undefined {
  return FULFILMENTS.find((each) => fulfilments.includes(each));
}
