import { includesDownload } from "../download";
import type { SourceText } from "../source-text";
import type { Input } from "./command";
import { isPlainAddress } from "./readings";

const MAX_ORIGINS = 16;

export interface Channels {
  readonly input: Input | undefined;
  /** What is printed, as far as it is known, where something reads it. */
  readonly output: SourceText[] | undefined;
}

export const NO_CHANNELS: Channels = { input: undefined, output: undefined };

/** What a text comes from, downloads first. At most 16: more of a long pipeline say nothing new. */
export function listOrigins(names: readonly string[]): string[] {
  const set = [...new Set(names)];
  const isDownload = (name: string) => includesDownload([name]) || isPlainAddress(name);
  return [...set.filter(isDownload), ...set.filter((name) => !isDownload(name))].slice(0, MAX_ORIGINS);
}
