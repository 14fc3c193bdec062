import { CLAUSES, type ClauseId } from "../../contract";
import { assetKey, type CommitmentLine, type CommitmentStatus, type DutyLine, type DutyStatus } from "./ledger";

/** The conditions that are counted asset by asset, and the commitments that hang on them. */
const COUNTED: Partial<Readonly<Record<ClauseId, readonly ClauseId[]>>> = {
  "GEN.asterisk": ["SLA4.internet", "SLA4.firewall"],
  "SLA10.zones": ["SLA10.sev1"],
};

/** What a line about a commitment says of the condition that this hangs on, the worst first. */
const STATUS: Readonly<Record<CommitmentStatus, DutyStatus>> = {
  forfeited: "unmet",
  accepted: "unmet",
  undetermined: "undetermined",
  planned: "shown",
  "to be proved": "shown",
  enforceable: "not applicable",
  "not applicable": "not applicable",
};
const WORST_FIRST = Object.keys(STATUS);

/**
 * A line of a condition for each asset of whose claims it is one; `undefined` for a clause that is not counted so.
 * @param lines the lines about commitments
 */
export function drawConditionLines(clause: ClauseId, lines: readonly CommitmentLine[]): DutyLine[] | undefined {
  const commitments = COUNTED[clause];
  if (!commitments) return undefined;
  const { force, shows } = CLAUSES[clause];
  const worst = new Map<string, CommitmentLine>();
  for (const line of lines.filter(({ asset, commitment }) => asset && commitments.includes(commitment.clause))) {
    const key = assetKey(line);
    const known = worst.get(key);
    if (!known || isWorse(line, known)) worst.set(key, line);
  }
  if (worst.size === 0)
    return [{ clause, force, asset: undefined, status: "not applicable", reasons: [], left: undefined }];
  return [...worst.values()].map(({ asset, status: claim, reasons }) => {
    const status = STATUS[claim];
    const decides = status === "unmet" || status === "undetermined";
    const left = status === "shown" && typeof shows === "object" && "partly" in shows ? shows.partly : undefined;
    return { clause, force, asset, status: left ? "partly" : status, reasons: decides ? reasons : [], left };
  });
}

function isWorse(one: CommitmentLine, other: CommitmentLine): boolean {
  return WORST_FIRST.indexOf(one.status) < WORST_FIRST.indexOf(other.status);
}
