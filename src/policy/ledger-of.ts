import { addTo } from "../stack";
import { commitmentLines } from "./commitment-lines";
import { dutyLines } from "./duties";
import type { Outcome } from "./evaluate";
import type { Ledger, LedgerInput } from "./ledger";
import type { Policy } from "./policy";

/** Draws up the ledger from the verdicts. */
export function ledgerOf(input: LedgerInput): Ledger {
  const byPolicy = new Map<string, Outcome[]>();
  for (const outcome of input.outcomes) addTo(byPolicy, outcome.policy.name, outcome);
  const outcomesOf = ({ name }: Policy) => byPolicy.get(name) ?? [];
  return { commitments: commitmentLines(input, outcomesOf), duties: dutyLines(input, outcomesOf) };
}
