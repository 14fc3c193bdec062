import type { ClauseId, Commitment, Force } from "../../contract";
import type { Asset } from "../../outscale";
import type { System } from "../../outscale/provider/system";
import type { Subject } from "../../stack";
import type { Text } from "../../text";
import type { Outcome } from "../evaluate";
import type { Policy, PolicyMetadata } from "../policy";

/** Whether a commitment can be claimed for an asset, the worst first. */
export type CommitmentStatus =
  /** It cannot. */
  | "forfeited"
  | "undetermined"
  /** It is lost by choice, and not claimed. */
  | "accepted"
  /** It hangs on what is deployed, and the deployment as it is planned fulfils its condition. */
  | "planned"
  /** It hangs on what is deployed, and a state shows it; that state has to be proved. */
  | "to be proved"
  | "enforceable"
  /** Nothing is claimed for this asset, or the stack has none that it could be claimed for. */
  | "not applicable";
/** What a stack shows of a clause that is no commitment. */
export type DutyStatus =
  | "unmet"
  | "undetermined"
  /** A policy that would judge it is disabled, or a setting leaves it nothing to judge. */
  | "not judged"
  /** In part: the rest is another's to show. */
  | "partly"
  /** A tag or a setting says so. */
  | "declared"
  /** The program is the fact itself. */
  | "shown"
  /** The stack has nothing that it is about. */
  | "not applicable"
  /** No program shows it. */
  | "not visible";

/** The verdict of one policy about one subject. */
export interface LedgerReason {
  readonly policy: PolicyMetadata;
  readonly subject: Subject;
}

/** The smallest set of changes that makes a lost commitment claimable again. */
export interface Remedy {
  /** What must be so no longer: while any one of these is, the commitment stays lost. */
  readonly changes: readonly Change[];
  /** What stands in the way besides, and no policy says: a guess, a declaration that is missing, a reading. */
  readonly others: readonly Text[];
}

/** What one policy says of one subject, and costs a commitment. */
export interface Change extends LedgerReason {
  /** Where something is missing, else what was found of what, or why it is not known whether anything would be. */
  readonly fact: Text;
}

/** Whether one commitment can be claimed for one asset. */
export interface CommitmentLine {
  readonly commitment: Commitment;
  /** What it is claimed for; nothing where the stack has nothing that it could be claimed for. */
  readonly asset: Asset | undefined;
  readonly status: CommitmentStatus;
  /** How its conditions are read: `A1 A29`, or `A2:unstarred` by the client's choice; empty where nothing is read. */
  readonly reading: string;
  /** What decides the status; of a line that can be claimed, what weakens the evidence. */
  readonly reasons: readonly LedgerReason[];
  /** The uses whose incidents are excluded: the commitment stays for all others. */
  readonly excluded: readonly LedgerReason[];
  /** What else has to be known to rely on it. */
  readonly notes: readonly Text[];
  /** What makes it claimable again, of a line that is forfeited and can be. */
  readonly remedy?: Remedy;
}

/** How the stack stands with one clause that is no commitment. */
export interface DutyLine {
  readonly clause: ClauseId;
  /** What it binds to: only an obligation is the client's to keep. */
  readonly force: Force;
  /** What it is counted for, where it is a condition that each asset fulfils by itself. */
  readonly asset: Asset | undefined;
  readonly status: DutyStatus;
  /** What decides the status. */
  readonly reasons: readonly LedgerReason[];
  /** What is left to show, or who says so. */
  readonly left: Text | undefined;
}

/** Commitment by commitment and asset by asset, what stays enforceable; beside it, what every other clause asks. */
export interface Ledger {
  /** Whether the stack is deployed, as a state shows. */
  readonly isDeployed: boolean;
  readonly commitments: readonly CommitmentLine[];
  readonly duties: readonly DutyLine[];
}

/** The verdicts that the ledger is drawn up from. */
export interface LedgerInput {
  readonly system: System;
  readonly policies: readonly Policy[];
  /** Whether the stack is deployed, as a state shows. */
  readonly isDeployed: boolean;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
  /** What a policy says, whatever its level. */
  outcomesOf(policy: Policy): readonly Outcome[];
  /** Whether a policy is enabled. What a disabled one finds counts too, but what it passes confirms nothing. */
  isEnabled(policy: PolicyMetadata): boolean;
  /** Whether a setting leaves a policy without anything to judge. */
  isEmptied(policy: Policy): boolean;
}

/** Whether a commitment can be claimed, now or once what is planned is deployed. */
export function isClaimable(status: CommitmentStatus): boolean {
  return status === "enforceable" || status === "planned" || status === "to be proved";
}

/** What is the same in all lines about one asset: those of two commitments may each have made it anew. */
export function assetKey({ asset }: Pick<CommitmentLine, "asset">): string {
  return JSON.stringify([asset?.kind, asset?.resource.urn, asset?.name]);
}

/** The policies of some reasons, each once. */
export function policyNames(reasons: readonly LedgerReason[]): string[] {
  return [...new Set(reasons.map(({ policy }) => policy.name))];
}
