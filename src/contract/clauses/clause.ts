import type { Text } from "../../text";
import type { ClauseId } from "../clause-ids";

/** The time a figure is measured over. */
export type Period = "month" | "year";

/** Who answers for a clause: Outscale, its client, or each for a part. */
export type Bearer = "provider" | "client" | "both";

/** What one clause of the convention says, for a reader who will not open it. */
export interface Clause {
  /** The convention's heading over the clause; the French one to the letter, so that it can be searched for. */
  readonly heading: Text;
  readonly paraphrase: Text;
  /** The figure as it is printed; the numbers to count with are in `COMMITMENTS`. */
  readonly figure?: Text;
  /** The time the figure is measured over, when the convention names one. */
  readonly period?: Period;
  /** Starred in the convention, hence subject to GEN.asterisk. */
  readonly asterisk: boolean;
  /** Bears no star, but has a condition of its own that every Subregion be used. */
  readonly allZones?: true;
  readonly bearer: Bearer;
  /** The line of the convention's French plain text. */
  readonly line: number;
}

/** All clauses of these groups and no others. */
export type ClausesOf<Group extends string> = Readonly<Record<Extract<ClauseId, `${Group}.${string}`>, Clause>>;
