import { endOf, rangeBetween, startOf } from "./address-line";
import type { Box } from "./box";
import { type CellRange, Cells, type Membership } from "./cells";
import type { ServiceRange } from "./services";

/** Where a box begins to be open along the services (`by` 1), or is so no longer (-1). */
interface Edge {
  readonly isFirst: boolean;
  readonly cells: CellRange;
  readonly by: 1 | -1;
}

/**
 * A walk along all services through two sets of boxes. The bounds of all their address ranges cut the line of addresses
 * into cells; the same cells are open from one edge of a box to the next.
 */
class Sweep {
  /** The services that have edges, in order. */
  readonly services: Int32Array;
  readonly cells: Cells;
  readonly #bounds: readonly bigint[];
  readonly #edges = new Map<number, Edge[]>();

  constructor(first: readonly Box[], second: readonly Box[]) {
    this.#bounds = boundsOf([...first, ...second]);
    for (const box of first) this.#addBox(box, true);
    for (const box of second) this.#addBox(box, false);
    this.services = Int32Array.from(this.#edges.keys()).sort();
    this.cells = new Cells(this.#bounds.length);
  }

  /** Opens and closes the boxes that have an edge at a service. */
  pass(service: number): void {
    for (const { isFirst, cells, by } of this.#edgesAt(service)) this.cells.change(isFirst, cells, by);
  }

  /** The cells that the edges at a service may change, from the first of them to the last. */
  cellsTouchedAt(service: number): CellRange {
    let [from, end] = [Infinity, 0];
    for (const { cells } of this.#edgesAt(service)) {
      from = Math.min(from, cells.from);
      end = Math.max(end, cells.end);
    }
    return { from, end };
  }

  boxOf(services: ServiceRange, { from, end }: CellRange): Box {
    return { services, addresses: rangeBetween(this.#bounds[from] ?? 0n, this.#bounds[end] ?? 0n) };
  }

  #edgesAt(service: number): readonly Edge[] {
    return this.#edges.get(service) ?? [];
  }

  #addBox({ services, addresses }: Box, isFirst: boolean): void {
    const cells = { from: this.#cellAt(startOf(addresses)), end: this.#cellAt(endOf(addresses)) };
    this.#addEdge(services.first, { isFirst, cells, by: 1 });
    this.#addEdge(services.last + 1, { isFirst, cells, by: -1 });
  }

  #addEdge(service: number, edge: Edge): void {
    const edges = this.#edges.get(service);
    if (edges) edges.push(edge);
    else this.#edges.set(service, [edge]);
  }

  /** The cell that starts at a bound, found by halving. */
  #cellAt(bound: bigint): number {
    let [low, high] = [0, this.#bounds.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bounds[middle] ?? 0n) < bound) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The places where address ranges start or have ended, each once, in order. */
function boundsOf(boxes: readonly Box[]): bigint[] {
  const bounds = boxes.flatMap(({ addresses }) => [startOf(addresses), endOf(addresses)]).sort(compare);
  return bounds.filter((bound, index) => bound !== bounds[index - 1]);
}

/** Walks along the services that two sets open: for each run of them between two edges, the cells as they are there. */
export function* walkServices(
  first: readonly Box[],
  second: readonly Box[],
): Iterable<{ services: ServiceRange; cells: Cells }> {
  const sweep = new Sweep(first, second);
  for (const [index, service] of sweep.services.entries()) {
    const next = sweep.services[index + 1];
    // Nothing is open beyond the last edge.
    if (next === undefined) return;
    sweep.pass(service);
    yield { services: { first: service, last: next - 1 }, cells: sweep.cells };
  }
}

/**
 * The part of two sets that has one membership, as disjoint boxes that are the same however the sets are written: each
 * holds a longest run of addresses for the longest run of services that have just this run. Sorted by first service,
 * then by address.
 */
export function findBoxes(membership: Membership, first: readonly Box[], second: readonly Box[]): Box[] {
  const sweep = new Sweep(first, second);
  const boxes: Box[] = [];
  /** The runs of cells that are open: by their first cell their end, and the service since when. */
  const open = new Map<number, { end: number; since: number }>();
  for (const service of sweep.services) {
    const touched = sweep.cellsTouchedAt(service);
    const before = sweep.cells.findRuns(membership, touched);
    sweep.pass(service);
    const after = sweep.cells.findRuns(membership, touched);
    const ends = new Map(after.map(({ from, end }) => [from, end]));
    for (const run of before) {
      if (ends.get(run.from) === run.end) continue;
      boxes.push(sweep.boxOf({ first: open.get(run.from)?.since ?? 0, last: service - 1 }, run));
      open.delete(run.from);
    }
    for (const { from, end } of after) if (!open.has(from)) open.set(from, { end, since: service });
  }
  return boxes.sort(
    (a, b) => a.services.first - b.services.first || compare(startOf(a.addresses), startOf(b.addresses)),
  );
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
