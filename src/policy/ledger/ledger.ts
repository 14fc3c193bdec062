import type { ClauseId, Commitment } from "../../contract";
import type { System } from "../../outscale/provider/system";
import type { Subject } from "../../stack";
import type { Outcome } from "../evaluate";
import type { Policy, PolicyMetadata } from "../policy";

/** Whether a commitment can be claimed for a system; `not applicable` where the stack has nothing to claim it for. */
export type CommitmentStatus = "enforceable" | "forfeited" | "undetermined" | "not applicable";
/** How the stack stands with a duty of the client; `not visible` where no verdict is about it. */
export type DutyStatus = "met" | "unmet" | "undetermined" | "not visible";

/** The verdict of one policy about one subject. */
export interface LedgerReason {
  readonly policy: PolicyMetadata;
  readonly subject: Subject;
}

/** Whether one commitment can be claimed for one system. */
export interface CommitmentLine {
  readonly commitment: Commitment;
  /** A tier, an entry, a resource; the stack for all that has no line of its own. */
  readonly system: Subject;
  readonly status: CommitmentStatus;
  /** How its conditions are read: `literal`, `A2`, or `A2:unstarred` by the client's choice. */
  readonly reading: string;
  /** What decides the status; of an enforceable line, what weakens the evidence. */
  readonly reasons: readonly LedgerReason[];
}

/** How the stack stands with one thing that the client owes. */
export interface DutyLine {
  readonly clause: ClauseId;
  readonly status: DutyStatus;
  /** What decides the status. */
  readonly reasons: readonly LedgerReason[];
}

/** Commitment by commitment and system by system, what stays enforceable; beside it, what the client owes. */
export interface Ledger {
  readonly commitments: readonly CommitmentLine[];
  readonly duties: readonly DutyLine[];
}

/** The verdicts that the ledger is drawn up from. */
export interface LedgerInput {
  readonly system: System;
  readonly policies: readonly Policy[];
  /** What a policy says, whatever its level. */
  outcomesOf(policy: Policy): readonly Outcome[];
  /** Whether a policy is enabled. What a disabled one finds counts too, but what it passes confirms nothing. */
  isEnabled(policy: PolicyMetadata): boolean;
}

/** The policies of some reasons, each once. */
export function policyNames(reasons: readonly LedgerReason[]): string[] {
  return [...new Set(reasons.map(({ policy }) => policy.name))];
}
