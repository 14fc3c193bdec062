import type { Position } from "../stack";
import { type Text, UserError } from "../text";
import type { Opening } from "./printed";

/** Why a program's resources could not be listed. */
export type DryRunProblem =
  | "not a program"
  | "runtime"
  | "malformed file"
  | "unknown stack"
  | "missing dependency"
  | "syntax"
  | "threw"
  | "timed out"
  | "no default provider"
  | "duplicate resource"
  | "unknown type"
  | "unknown property"
  | "missing property"
  | "wrong kind";

/** What an error is about, beside its sentence. */
export interface DryRunErrorDetails {
  /** The urn of the resource. */
  readonly resource?: string;
  readonly position?: Position;
  /** The Pulumi property path, or the key in a file. */
  readonly property?: string;
  /** What would have been accepted, closest first. */
  readonly accepted?: readonly string[];
  /** The last lines the program printed, for `--debug`. */
  readonly output?: string;
  /** The first lines, where the program printed too much to keep it all. */
  readonly opening?: Opening;
}

/** The program cannot be read, and one sentence says why and where. */
export class DryRunError extends UserError {
  readonly kind: DryRunProblem;
  readonly details: DryRunErrorDetails;
  /** The errors of the same run that come after this one. */
  readonly others: readonly DryRunError[];

  constructor(kind: DryRunProblem, text: Text, details: DryRunErrorDetails = {}, others: readonly DryRunError[] = []) {
    super(text);
    this.kind = kind;
    this.details = details;
    this.others = others;
  }

  override texts(): Text[] {
    return [this, ...this.others].map(({ text }) => text);
  }
}
