/**
 * How a cell of a line is covered by two sets of intervals, as one bit for each of the four cases; several bits say
 * which cases occur somewhere in a stretch of cells.
 */
export type Cases = number;

const NEITHER: Cases = 1;
export const FIRST_ONLY = 2;
export const SECOND_ONLY = 4;
export const BOTH = 8;

/** Consecutive cells: the first, and the one after the last. */
export type CellRange = readonly [from: number, end: number];

/** The cases of a stretch, by its cases so far times four plus what covers all of it: 1 for the first set, 2 for the second. */
const COVERED = Uint8Array.from({ length: 64 }, (_, index) => {
  const [cases, cover] = [index >> 2, index & 3];
  return [0, 1, 2, 3].reduce((sum, covered) => (cases & (1 << covered) ? sum | (1 << (covered | cover)) : sum), 0);
});

/**
 * A line of cells covered by intervals of two sets, which come and go: a segment tree that counts the intervals of each
 * set at the stretches they fill, and keeps for each stretch which cases occur in it. A change costs the logarithm
 * of the number of cells.
 */
export class Coverage {
  readonly #size: number;
  /** Of the first set and of the second, in turn. */
  readonly #counts: Int32Array;
  /** The cases within each stretch, as far as the intervals counted at it and inside it tell. */
  readonly #cases: Uint8Array;

  constructor(cells: number) {
    // One cell more, so that every run ends before the line does.
    this.#size = 2 ** Math.ceil(Math.log2(cells + 1));
    this.#counts = new Int32Array(4 * this.#size);
    this.#cases = new Uint8Array(2 * this.#size).fill(NEITHER);
  }

  /** Which cases occur on the whole line. */
  get cases(): Cases {
    return this.#cases[1] ?? NEITHER;
  }

  /** Adds (1) or takes away (-1) an interval of the first set (0) or the second (1). */
  change(set: 0 | 1, [from, end]: CellRange, by: 1 | -1): void {
    let left = from + this.#size;
    let right = end + this.#size;
    // The stretches that fill the interval, from its ends inwards; above them, what contains its ends may change too.
    let [leftAbove, rightAbove, changed] = [left, right - 1, false];
    while (left < right || (changed && leftAbove > 0)) {
      if (changed) {
        changed = this.#refresh(leftAbove);
        if (rightAbove !== leftAbove) changed = this.#refresh(rightAbove) || changed;
      }
      if (left < right) {
        if (left & 1) changed = this.#count(set, left++, by) || changed;
        if (right & 1) changed = this.#count(set, --right, by) || changed;
      }
      left >>= 1;
      right >>= 1;
      leftAbove >>= 1;
      rightAbove >>= 1;
    }
  }

  /** The longest runs of cells in one of the cases that lie in an interval or touch it, whole, in order. */
  runs(cases: Cases, [from, end]: CellRange): CellRange[] {
    const found: CellRange[] = [];
    let next = this.#last(1, 0, this.#size, from, ~cases, 0) + 1;
    for (;;) {
      const start = this.#first(1, 0, this.#size, next, cases, 0);
      if (start === -1 || start > end) return found;
      next = this.#first(1, 0, this.#size, start, ~cases, 0);
      found.push([start, next]);
    }
  }

  #count(set: 0 | 1, stretch: number, by: 1 | -1): boolean {
    const index = 2 * stretch + set;
    const count = (this.#counts[index] ?? 0) + by;
    this.#counts[index] = count;
    // Only the first interval to come and the last to go make a difference.
    return count === (by === 1 ? 1 : 0) && this.#refresh(stretch);
  }

  /** Brings the cases of a stretch up to date; true when they have changed. */
  #refresh(stretch: number): boolean {
    const before = this.#cases[stretch];
    const cases = this.#casesOf(stretch);
    this.#cases[stretch] = cases;
    return cases !== before;
  }

  #casesOf(stretch: number): Cases {
    const inside =
      stretch >= this.#size ? NEITHER : (this.#cases[2 * stretch] ?? 0) | (this.#cases[2 * stretch + 1] ?? 0);
    return COVERED[inside * 4 + this.#coverOf(stretch)] ?? 0;
  }

  #coverOf(stretch: number): number {
    return ((this.#counts[2 * stretch] ?? 0) > 0 ? 1 : 0) | ((this.#counts[2 * stretch + 1] ?? 0) > 0 ? 2 : 0);
  }

  /** The first cell at or after a place that is in one of the cases, or -1; `cover` is what covers the stretch whole. */
  #first(stretch: number, start: number, length: number, place: number, cases: Cases, cover: number): number {
    if (start + length <= place || !this.#occurs(stretch, cases, cover)) return -1;
    if (length === 1) return start;
    const [half, below] = [length / 2, cover | this.#coverOf(stretch)];
    const left = this.#first(2 * stretch, start, half, place, cases, below);
    return left === -1 ? this.#first(2 * stretch + 1, start + half, half, place, cases, below) : left;
  }

  /** The last cell before a place that is in one of the cases, or -1. */
  #last(stretch: number, start: number, length: number, place: number, cases: Cases, cover: number): number {
    if (start >= place || !this.#occurs(stretch, cases, cover)) return -1;
    if (length === 1) return start;
    const [half, below] = [length / 2, cover | this.#coverOf(stretch)];
    const right = this.#last(2 * stretch + 1, start + half, half, place, cases, below);
    return right === -1 ? this.#last(2 * stretch, start, half, place, cases, below) : right;
  }

  #occurs(stretch: number, cases: Cases, cover: number): boolean {
    return ((COVERED[(this.#cases[stretch] ?? 0) * 4 + cover] ?? 0) & cases) !== 0;
  }
}
