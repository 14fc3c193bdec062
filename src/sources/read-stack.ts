import type { DryRunLimit } from "../dryrun";
import type { Stack } from "../stack";

/** What a state or a preview does not tell. */
export interface StateLimit {
  /**
   * An operation on a resource was cut off: what became of it is not known. Or a resource was replaced, and the old one is
   * still to be deleted. Or it leaves the stack, and stays deployed. Or the state holds no resource at all.
   */
  readonly kind: "pending operation" | "pending deletion" | "left behind" | "nothing deployed";
  /** The urn. */
  readonly name: string;
}

/** What could not be seen; whatever was concluded without it is not certain. */
export type Limit = DryRunLimit | StateLimit;

/** A stack, wherever it was read from. */
export interface ReadStack {
  readonly stack: Stack;
  /** When Pulumi last wrote the state, as it says so itself; absent where nothing is deployed yet. */
  readonly writtenAt?: string;
  readonly limits: readonly Limit[];
}
