/** A text and where its lines stand in the user data. */
export interface SourceText {
  readonly text: string;
  /** The line of the user data, from 1, that the text's line of this index, from 0, comes from. */
  readonly lineAt: (index: number) => number;
}

/** A text whose lines follow each other in the user data, down to a last line. */
export function toSourceText(text: string, first: number, last = Infinity): SourceText {
  return { text, lineAt: (index) => Math.min(first + index, last) };
}

/** Several texts read as one. */
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

/** The lines of a text by the positions in it, counted once somebody asks for one. */
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

/** The position of the last number, of some in ascending order, that is at most the limit. */
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

/** A text that stands in another from one of its lines on. */
export function cutSource({ lineAt }: SourceText, line: number, text: string): SourceText {
  return { text, lineAt: (index) => lineAt(line + index) };
}
