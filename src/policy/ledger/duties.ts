import { CLAUSE_IDS, CLAUSES, type ClauseId, COMMITMENTS } from "../../contract";
import type { DutyLine, LedgerInput } from "./ledger";
import { fulfilmentOf, findWorst } from "./fulfilment";

/** What the client owes, alone or with Outscale, in the order of the convention. */
const DUTIES: readonly ClauseId[] = CLAUSE_IDS.filter(
  (id) => CLAUSES[id].bearer !== "provider" && !COMMITMENTS.some(({ clause }) => clause === id),
);

const STATUS = { broken: "unmet", open: "undetermined", kept: "met" } as const;

/** How the stack stands with every duty; one that no verdict is about is not visible in it. */
export function drawDutyLines(input: LedgerInput): DutyLine[] {
  return DUTIES.map((clause) => {
    const verdicts = input.policies
      .filter(({ clauses }) => clauses.includes(clause))
      // A policy that is disabled by default, and that the user did not enable, must not leave its duties open.
      .filter((policy) => policy.level !== "disabled" || input.isEnabled(policy))
      .flatMap((policy) =>
        input.outcomesOf(policy).map(({ verdict, subject }) => ({
          reason: { policy, subject },
          fulfilment: fulfilmentOf(verdict, input.isEnabled(policy)),
        })),
      );
    const decisive = findWorst(verdicts.map(({ fulfilment }) => fulfilment));
    const deciding = decisive === "kept" ? [] : verdicts.filter(({ fulfilment }) => fulfilment === decisive);
    const status = decisive ? STATUS[decisive] : "not visible";
    return { clause, status, reasons: deciding.map(({ reason }) => reason) };
  });
}
