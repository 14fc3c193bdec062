import type { SourceText } from "../source-text";
import { includesDownload } from "../download";

const MAX_ORIGINS = 16;

/** What a command reads: a text when it is known, and the commands it comes from. */
export interface Input {
  readonly text: SourceText | undefined;
  readonly from: readonly string[];
}

export interface Channels {
  readonly input: Input | undefined;
  /** What is printed, as far as it is known, where something reads it. */
  readonly output: SourceText[] | undefined;
}

export const NO_CHANNELS: Channels = { input: undefined, output: undefined };

/** The commands that a text comes from, downloads first. At most 16: more of a long pipeline say nothing new. */
export function listOrigins(names: readonly string[]): string[] {
  const set = [...new Set(names)];
  return [...set.filter((name) => includesDownload([name])), ...set.filter((name) => !includesDownload([name]))].slice(
    0,
    MAX_ORIGINS,
  );
}
