import { type Cases, Coverage, type CellRange } from "./coverage";
import type { Box } from "./box";
import { type Edges, mergeBounds, rangeBetween } from "./edges";
import type { ServiceRange } from "./services";

const SETS = [0, 1] as const;

/**
 * A walk along the line of services through two sets of boxes. Between one edge and the next the same addresses are
 * open; at an edge only the addresses of its box may change.
 */
class Sweep {
  readonly coverage: Coverage;
  readonly #bounds: readonly bigint[];
  readonly #ranks: readonly [Int32Array, Int32Array];
  readonly #sets: readonly [Edges, Edges];
  readonly #next = [0, 0] as [number, number];

  constructor(first: Edges, second: Edges) {
    const { bounds, ranks } = mergeBounds(first.bounds, second.bounds);
    this.coverage = new Coverage(bounds.length);
    this.#bounds = bounds;
    this.#ranks = ranks;
    this.#sets = [first, second];
  }

  /** Where the next edges are; nothing after the last. */
  get service(): number | undefined {
    const [first, second] = this.#sets;
    const mine = first.services[this.#next[0]];
    const theirs = second.services[this.#next[1]];
    return mine === undefined || (theirs !== undefined && theirs < mine) ? theirs : mine;
  }

  /** The cells of the boxes that have an edge at a service. */
  listTouched(service: number): CellRange[] {
    const runs: CellRange[] = [];
    for (const set of SETS) {
      const { services } = this.#sets[set];
      for (let edge = this.#next[set]; services[edge] === service; edge += 1) runs.push(this.#cellsOf(set, edge));
    }
    return runs;
  }

  /** Passes the edges at a service. */
  pass(service: number): void {
    for (const set of SETS) {
      const { services, turns } = this.#sets[set];
      let edge = this.#next[set];
      for (; services[edge] === service; edge += 1)
        this.coverage.change(set, this.#cellsOf(set, edge), turns[edge] === 1 ? 1 : -1);
      this.#next[set] = edge;
    }
  }

  makeBox(services: ServiceRange, [from, end]: CellRange): Box {
    return { services, addresses: rangeBetween(this.#bounds[from] ?? 0n, this.#bounds[end] ?? 0n) };
  }

  #cellsOf(set: 0 | 1, edge: number): CellRange {
    const { from, end } = this.#sets[set];
    const ranks = this.#ranks[set];
    return [ranks[from[edge] ?? 0] ?? 0, ranks[end[edge] ?? 0] ?? 0];
  }
}

/** Walks along the services: for each run of them between two edges, the cases that occur among its addresses. */
export function* walkServices(first: Edges, second: Edges): Iterable<{ services: ServiceRange; cases: Cases }> {
  const sweep = new Sweep(first, second);
  for (let service = sweep.service; service !== undefined;) {
    sweep.pass(service);
    const next = sweep.service;
    if (next !== undefined) yield { services: { first: service, last: next - 1 }, cases: sweep.coverage.cases };
    service = next;
  }
}

/**
 * The part of two sets that is in one of the cases, as boxes of one form: each holds a longest run of addresses for the
 * longest run of services that have just this run. Sorted by first service, then by address.
 */
export function findBoxes(cases: Cases, first: Edges, second: Edges): Box[] {
  const sweep = new Sweep(first, second);
  const boxes: Box[] = [];
  /** The runs that are open, by their first cell. */
  const open = new Map<number, { end: number; since: number }>();
  for (let service = sweep.service; service !== undefined; service = sweep.service) {
    const touched = joinRanges(sweep.listTouched(service));
    const before = findTouchingRuns(sweep.coverage, cases, touched);
    sweep.pass(service);
    const after = findTouchingRuns(sweep.coverage, cases, touched);
    const ends = new Map(after);
    for (const [from, end] of before) {
      const since = open.get(from)?.since ?? 0;
      if (ends.get(from) === end) continue;
      boxes.push(sweep.makeBox({ first: since, last: service - 1 }, [from, end]));
      open.delete(from);
    }
    for (const [from, end] of after) if (!open.has(from)) open.set(from, { end, since: service });
  }
  return boxes.sort(compareBoxes);
}

/** Finds each run that has cells in the intervals or touches them, once. */
function findTouchingRuns(coverage: Coverage, cases: Cases, intervals: readonly CellRange[]): CellRange[] {
  const runs: CellRange[] = [];
  for (const [from, end] of intervals) {
    const done = runs.at(-1)?.[1] ?? -1;
    if (end > done) runs.push(...coverage.runs(cases, [Math.max(from, done + 1), end]));
  }
  return runs;
}

/** Joins ranges that overlap or touch. */
function joinRanges(runs: CellRange[]): CellRange[] {
  const apart: [number, number][] = [];
  for (const [from, end] of runs.sort(([a], [b]) => a - b)) {
    const previous = apart.at(-1);
    if (previous && from <= previous[1]) previous[1] = Math.max(previous[1], end);
    else apart.push([from, end]);
  }
  return apart;
}

function compareBoxes(a: Box, b: Box): number {
  if (a.services.first !== b.services.first) return a.services.first - b.services.first;
  const [left, right] = [a.addresses, b.addresses];
  if (left.family !== right.family) return left.family < right.family ? -1 : 1;
  return left.first < right.first ? -1 : left.first > right.first ? 1 : 0;
}
