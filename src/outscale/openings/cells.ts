/** Which of two sets of boxes hold a cell: neither of them, one alone, or both. */
export type Membership = 0 | 1 | 2 | 3;

const NEITHER = 0;
export const FIRST_ONLY = 1;
export const SECOND_ONLY = 2;
export const BOTH = 3;

/** Consecutive cells, from one up to the one before the end. */
export interface CellRange {
  readonly from: number;
  readonly end: number;
}

/**
 * A line of cells, each with the number of boxes of either set that hold it. A change costs as many steps as it has
 * cells: few for most address ranges, since only what other rules name cuts them into several.
 */
export class Cells {
  readonly #firstCounts: Int32Array;
  readonly #secondCounts: Int32Array;
  /** The number of cells of each membership. */
  readonly #tally: [number, number, number, number];

  constructor(count: number) {
    this.#firstCounts = new Int32Array(count);
    this.#secondCounts = new Int32Array(count);
    this.#tally = [count, 0, 0, 0];
  }

  /** Whether any cell has the membership. */
  has(membership: Membership): boolean {
    return this.#tally[membership] > 0;
  }

  /** Adds a box of one of the sets to the cells of a range (1), or takes it away again (-1). */
  change(isFirst: boolean, { from, end }: CellRange, by: 1 | -1): void {
    const counts = isFirst ? this.#firstCounts : this.#secondCounts;
    for (let cell = from; cell < end; cell += 1) {
      this.#tally[this.#membershipOf(cell)] -= 1;
      counts[cell] = (counts[cell] ?? 0) + by;
      this.#tally[this.#membershipOf(cell)] += 1;
    }
  }

  /** The longest runs of cells of one membership that lie in a range or touch it, in order; none is cut at its ends. */
  findRuns(membership: Membership, { from, end }: CellRange): CellRange[] {
    const isIn = (cell: number) => cell >= 0 && this.#membershipOf(cell) === membership;
    const runs: CellRange[] = [];
    let cell = from;
    while (isIn(cell - 1)) cell -= 1;
    while (cell <= end) {
      const start = cell;
      while (isIn(cell)) cell += 1;
      if (cell > start) runs.push({ from: start, end: cell });
      cell += 1;
    }
    return runs;
  }

  #membershipOf(cell: number): Membership {
    const isInFirst = (this.#firstCounts[cell] ?? 0) > 0;
    const isInSecond = (this.#secondCounts[cell] ?? 0) > 0;
    if (isInFirst) return isInSecond ? BOTH : FIRST_ONLY;
    return isInSecond ? SECOND_ONLY : NEITHER;
  }
}
