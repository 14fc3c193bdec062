/** A text, and the line of the user data that each of its own lines comes from. */
export interface SourceText {
  readonly text: string;
  /** The line of the user data, from 1, that the text's line of this index, from 0, comes from. */
  readonly lineAt: (index: number) => number;
}

/**
 * A text whose lines follow each other in the user data, from the first line (counted from 1) on.
 * @param last the line that every later one is given too
 */
export function toSourceText(text: string, first: number, last = Infinity): SourceText {
  return { text, lineAt: (index) => Math.min(first + index, last) };
}

/** Strings texts together; each line keeps the line it comes from. */
export function joinSources(sources: readonly SourceText[]): SourceText {
  const [first] = sources;
  if (sources.length === 1 && first) return first;
  const starts: number[] = [];
  let line = 0;
  for (const { text } of sources) {
    starts.push(line);
    line += countNewlines(text);
  }
  return {
    text: sources.map(({ text }) => text).join(""),
    lineAt: (index) => {
      const piece = lastAtMost(starts, index);
      return sources[piece]?.lineAt(index - (starts[piece] ?? 0)) ?? 1;
    },
  };
}

/** Finds the line of a position in a text. The lines are counted when the first is asked for. */
export class LineIndex {
  readonly #text: string;
  readonly #first: number;
  #starts: readonly number[] | undefined;

  constructor(text: string, first: number) {
    this.#text = text;
    this.#first = first;
  }

  at(position: number): number {
    return this.#first + lastAtMost((this.#starts ??= findLineStarts(this.#text)), position);
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last number that is at most the limit, in a list in ascending order. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** The lines of a passage, each with its line in the user data. */
export function splitLines({ text, lineAt }: SourceText): { text: string; line: number }[] {
  return text.split(/\r?\n/).map((line, index) => ({ text: line, line: lineAt(index) }));
}

/** A text that begins at this line (from 0) of another one. */
export function cutSource({ lineAt }: SourceText, line: number, text: string): SourceText {
  return { text, lineAt: (index) => lineAt(line + index) };
}
