/** What a dry run could not see; whatever was concluded without it is not certain. */
export type DryRunLimitKind =
  /** A component built by another program: its children are not known. */
  | "remote component"
  /** A package whose schema the dry run does not have: inputs are not checked, outputs are unknown. */
  | "unknown package"
  /** The program uses another version of a package than the schema's: inputs are not checked. */
  | "other version"
  /** The outputs of another stack. */
  | "stack reference"
  /** A function that answers without a schema: its result is unknown. */
  | "unknown function"
  /** Settings that an environment would have given. */
  | "environment"
  /** A place in the program where resources are made from values that are known only after deployment. */
  | "made after deployment"
  /** The program waited for a value that is known only after deployment, and ended without what comes next. */
  | "unfinished";

/** One thing a dry run could not see. */
export interface DryRunLimit {
  readonly kind: DryRunLimitKind;
  /** The resource, package, function or place it is about. */
  readonly name: string;
}
