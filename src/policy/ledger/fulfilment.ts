import type { Outcome } from "../evaluate";

/** What one verdict means for the ledger, whatever it is about: what decides over all else comes first. */
export const FULFILMENTS = ["broken", "open", "kept"] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

/** An accepted loss is a loss; a policy that is disabled vouches for nothing, and what it finds still counts. */
export function fulfilmentOf(verdict: Outcome["verdict"], isEnabled: boolean): Fulfilment {
  if (verdict === "violation" || verdict === "exempted" || verdict === "accepted") return "broken";
  return verdict === "compliant" && isEnabled ? "kept" : "open";
}

/** What decides among several. */
export function findWorst(fulfilments: readonly Fulfilment[]): Fulfilment | undefined {
  return FULFILMENTS.find((each) => fulfilments.includes(each));
}
