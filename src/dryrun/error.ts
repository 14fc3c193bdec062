import type { Position } from "../stack";

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

/** A sentence in each language. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

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
}

/** The program cannot be read, and one sentence says why and where. */
export class DryRunError extends Error {
  readonly kind: DryRunProblem;
  readonly text: Sentence;
  readonly details: DryRunErrorDetails;
  /** The errors of the same run that come after this one. */
  readonly others: readonly DryRunError[];

  constructor(
    kind: DryRunProblem,
    text: Sentence,
    details: DryRunErrorDetails = {},
    others: readonly DryRunError[] = [],
  ) {
    super(text.en);
    this.name = "DryRunError";
    this.kind = kind;
    this.text = text;
    this.details = details;
    this.others = others;
  }
}
