import { addTo } from "../../stack";
import type { Outcome } from "../evaluate";
import type { Policy } from "../policy";
import { commitmentLines } from "./commitment-lines";
import { dutyLines } from "./duties";
import type { CommitmentLine, Ledger, LedgerInput } from "./ledger";

/** Draws up the ledger from the verdicts. */
export function ledgerOf(input: LedgerInput): Ledger {
  const outcomesOf = byPolicy(input);
  return { commitments: commitmentLines(input, outcomesOf), duties: dutyLines(input, outcomesOf) };
}

/** The commitments alone. */
export function commitmentsOf(input: LedgerInput): CommitmentLine[] {
  return commitmentLines(input, byPolicy(input));
}

function byPolicy({ outcomes }: LedgerInput): (policy: Policy) => readonly Outcome[] {
  const found = new Map<string, Outcome[]>();
  for (const outcome of outcomes) addTo(found, outcome.policy.name, outcome);
  return ({ name }) => found.get(name) ?? [];
}
