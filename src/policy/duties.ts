import { CLAUSE_IDS, CLAUSES, type ClauseId, COMMITMENTS } from "../contract";
import type { Outcome } from "./evaluate";
import type { DutyLine, DutyStatus, LedgerInput } from "./ledger";
import type { Policy } from "./policy";

/** What the client owes, alone or with Outscale, in the order of the convention. */
const DUTIES: readonly ClauseId[] = CLAUSE_IDS.filter(
  (id) => CLAUSES[id].bearer !== "provider" && !COMMITMENTS.some(({ clause }) => clause === id),
);

/** What decides over all else comes first. */
const PRECEDENCE = ["unmet", "undetermined", "met"] as const;

/** How the stack stands with every duty; one that no verdict is about is not visible in it. */
export function dutyLines(
  { policies, isEnabled }: LedgerInput,
  outcomesOf: (policy: Policy) => readonly Outcome[],
): DutyLine[] {
  return DUTIES.map((clause) => {
    const verdicts = policies
      .filter(({ clauses }) => clauses.includes(clause))
      .flatMap((policy) =>
        outcomesOf(policy).map(({ verdict, subject }) => ({
          reason: { policy, subject },
          status: statusOf(verdict, isEnabled(policy)),
        })),
      );
    const status = PRECEDENCE.find((each) => verdicts.some((verdict) => verdict.status === each)) ?? "not visible";
    const deciding = status === "met" ? [] : verdicts.filter((verdict) => verdict.status === status);
    return { clause, status, reasons: deciding.map(({ reason }) => reason) };
  });
}

function statusOf(verdict: Outcome["verdict"], isEnabled: boolean): DutyStatus {
  if (verdict === "violation" || verdict === "exempted" || verdict === "accepted") return "unmet";
  return verdict === "compliant" && isEnabled ? "met" : "undetermined";
}
