import type { Outcome } from "../evaluate";

/** What one verdict means for the ledger, whatever it is about: what decides over all else comes first. */
export const STANDINGS = ["broken", "open", "kept"] as const;
export type Standing = (typeof STANDINGS)[number];

/** An accepted loss is a loss; a policy that is disabled vouches for nothing, and what it finds still counts. */
export function standingOf(verdict: Outcome["verdict"], isEnabled: boolean): Standing {
  if (verdict === "violation" || verdict === "exempted" || verdict === "accepted") return "broken";
  return verdict === "compliant" && isEnabled ? "kept" : "open";
}

/** What decides among several. */
export function worst(standings: readonly Standing[]): Standing | undefined {
  return STANDINGS.find((each) => standings.includes(each));
}
