import type { Text } from "../../text";
import type { ClauseId } from "../clause-ids";

/** The time a figure is measured over. */
export type Period = "month" | "year";

/** Who answers for a clause: Outscale, its client, or each for a part. */
export type Bearer = "provider" | "client" | "both";

/** What a clause binds to. Only an obligation can be breached by the client; a condition costs what hangs on it. */
export type Force =
  /** Of Outscale, with a figure: what can be claimed. */
  | "commitment"
  /** Of a claim, or of the qualification. */
  | "condition"
  /** What no commitment covers. */
  | "exclusion"
  /** Of the client, alone or with Outscale. */
  | "obligation"
  | "recommendation"
  | "warning"
  | "information"
  /** Of Outscale, without a figure. */
  | "undertaking";

/**
 * What a program can at best show of a clause: the fact itself, a part of it with what is left to show, or no more than
 * what a tag or a setting says.
 */
export type Shows = "shown" | { readonly partly: Text } | { readonly declared: Text };

/** What one clause of the convention says, for a reader who will not open it. */
export interface Clause {
  /** The convention's heading over the clause; the French one to the letter, so that it can be searched for. */
  readonly heading: Text;
  /** Where the passage stands under its heading, for people without the plain text: `SLA10, last paragraph`. */
  readonly place: Text;
  readonly paraphrase: Text;
  /** The figure as it is printed; the numbers to count with are in `COMMITMENTS`. */
  readonly figure?: Text;
  /** The time the figure is measured over, when the convention names one. */
  readonly period?: Period;
  readonly force: Force;
  /** A recommendation that the convention insists on. */
  readonly insistent?: true;
  /** Of a clause that a policy names. */
  readonly shows?: Shows;
  /** Starred in the convention, hence subject to GEN.asterisk. */
  readonly asterisk: boolean;
  /** Bears no star, but has a condition of its own that every Subregion be used. */
  readonly allZones?: true;
  readonly bearer: Bearer;
  /** The line of the convention's French plain text, for maintainers: users are told the place. */
  readonly line: number;
}

/** All clauses of these groups and no others. */
export type ClausesOf<Group extends string> = Readonly<Record<Extract<ClauseId, `${Group}.${string}`>, Clause>>;
