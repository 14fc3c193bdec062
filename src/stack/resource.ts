import type { Values } from "./value";

/** A place in the user's own files, relative to the program. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place as reports and errors name it, `index.ts:12`. */
export function placeText({ file, line }: Position): string {
  return `${file}:${String(line)}`;
}

/** One registered Pulumi resource. */
export interface Resource {
  readonly urn: string;
  /** The type token, `outscale:index/vm:Vm`. */
  readonly type: string;
  /** The logical name in the program. */
  readonly name: string;
  /** What the program wrote. What it left out is not there. */
  readonly inputs: Values;
  /** False when the inputs had to be taken from outputs: what was left out can then not be told from defaults. */
  readonly written: boolean;
  /** What the provider answered; absent before deployment. */
  readonly outputs?: Values;
  /** True for what a state shows: its outputs are the provider's own answers, and no plan. */
  readonly isDeployed?: true;
  /** The provider's id; absent before deployment. */
  readonly id?: string;
  /** True for a component: its program alone makes it, whatever type it bears, and no provider deploys anything for it. */
  readonly isComponent?: true;
  /** The urn of the parent. */
  readonly parent?: string;
  /** The urn of the provider resource. */
  readonly provider?: string;
  readonly dependencies: readonly string[];
  /** For each top-level input, the urns of the resources its value was made from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** True for what another stack made and a few facts tell of: it can be referred to, and is not judged. */
  readonly elsewhere?: true;
  /** Where its inputs hold what the program marks as secret; absent where the door does not tell. */
  readonly secretPaths?: readonly string[];
  /** The texts that are marked as secret, among its inputs and its outputs: they may be read, and are not shown. */
  readonly secretTexts?: readonly string[];
  readonly protect: boolean;
  /** Absent where the door does not carry it. */
  readonly retainOnDelete?: boolean;
  readonly position?: Position;
}
