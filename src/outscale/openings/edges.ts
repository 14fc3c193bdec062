import type { AddressRange, Family } from "../provider/addresses";
import type { Box } from "./box";
import { rankIntegers, sortIndices } from "./order";

/** Where IPv6 begins on the line of all addresses: far from the last IPv4 address, so that no run joins the two. */
const IPV6 = 1n << 64n;

/** The place of an address on the line of all addresses, IPv4 and IPv6. */
function placeOf(family: Family, address: bigint): bigint {
  return family === "ipv4" ? address : IPV6 + address;
}

/** The range from a place on the line of all addresses up to the one before the end. */
export function rangeBetween(from: bigint, end: bigint): AddressRange {
  return from < IPV6
    ? { family: "ipv4", first: from, last: end - 1n }
    : { family: "ipv6", first: from - IPV6, last: end - 1n - IPV6 };
}

/**
 * The edges of boxes, sorted once for all questions: where each begins to be open along the line of services, and
 * where it no longer is.
 */
export class Edges {
  /** The places where addresses of a box begin, or have ended; each once, in order. */
  readonly bounds: readonly bigint[];
  /** The edges' services, in order. */
  readonly services: Int32Array;
  /** For each edge, in the same order, the bounds of its box's addresses by their index. */
  readonly from: Int32Array;
  readonly end: Int32Array;
  /** For each edge 1 where the box begins, -1 where it has ended. */
  readonly turns: Int8Array;

  constructor(boxes: readonly Box[]) {
    const count = boxes.length;
    const places = new Array<bigint>(2 * count);
    const services = new Float64Array(2 * count);
    boxes.forEach((box, index) => {
      const { family, first, last } = box.addresses;
      places[index] = placeOf(family, first);
      places[count + index] = placeOf(family, last) + 1n;
      services[index] = box.services.first;
      services[count + index] = box.services.last + 1;
    });
    const { distinct, ranks } = rankIntegers(places);
    // Of the edges at one service those that begin come first: what goes on from one box to the next stays open.
    const order = sortIndices(services);
    this.bounds = distinct;
    this.services = order.map((edge) => services[edge] ?? 0);
    this.from = order.map((edge) => ranks[edge % count] ?? 0);
    this.end = order.map((edge) => ranks[count + (edge % count)] ?? 0);
    this.turns = new Int8Array(order.map((edge) => (edge < count ? 1 : -1)));
  }
}

/** Merges two lists of bounds, each once and in order, and tells for each list the ranks of its own bounds in it. */
export function mergeBounds(
  first: readonly bigint[],
  second: readonly bigint[],
): { bounds: bigint[]; ranks: readonly [Int32Array, Int32Array] } {
  const bounds: bigint[] = [];
  const ranks = [new Int32Array(first.length), new Int32Array(second.length)] as const;
  for (let left = 0, right = 0; left < first.length || right < second.length;) {
    const [mine, theirs] = [first[left], second[right]];
    const isMine = mine !== undefined && (theirs === undefined || mine <= theirs);
    const isTheirs = theirs !== undefined && (mine === undefined || theirs <= mine);
    if (isMine) ranks[0][left++] = bounds.length;
    if (isTheirs) ranks[1][right++] = bounds.length;
    bounds.push(mine !== undefined && isMine ? mine : (theirs ?? 0n));
  }
  return { bounds, ranks };
}
