import type { Position } from "../stack";
import type { Package } from "./package";
import type { Placeholders } from "./placeholder";
import type { StackOutputs } from "./stack-outputs";
import type { WireObject } from "../stack/wire";

/** One run of a program, as its engine sees it. */
export interface Deployment {
  readonly project: string;
  readonly stack: string;
  readonly organization?: string;
  /** The folder that positions are relative to. */
  readonly folder: string;
  /** The program's own files, relative to the folder: for the places a stack trace leaves out. */
  readonly sources?: readonly string[];
  /** Stack configuration by full key, `outscale:region`; what is encrypted holds a placeholder. */
  readonly config?: Readonly<Record<string, string>>;
  /** The keys whose values are secret. */
  readonly secretKeys?: readonly string[];
  /** Where a key of the configuration is set. */
  readonly configPosition?: (key: string) => Position | undefined;
  /** What the configuration's placeholders were made with. */
  readonly placeholders?: Placeholders;
  /** The outputs of other stacks, as far as they are known. */
  readonly stackOutputs?: readonly StackOutputs[];
  /** What stands for another stack's unknown outputs, where a language takes only an object. */
  readonly unknownStackOutputs?: WireObject;
  /** The provider packages whose schema is known. */
  readonly packages: readonly Package[];
}
