import type { AddressRange, Family } from "../provider/addresses";
import { splitIntoCidrs, formatCidr } from "./cidrs";

/** A set of IPv4 and IPv6 addresses: sorted runs that neither overlap nor touch, so that equal sets have equal runs. */
export class AddressSet {
  /** Its addresses as sorted ranges that neither overlap nor touch. */
  readonly ranges: readonly AddressRange[];

  private constructor(ranges: readonly AddressRange[]) {
    this.ranges = ranges;
  }

  /** The addresses of ranges in any order, which may overlap. */
  static of(ranges: readonly AddressRange[]): AddressSet {
    return new AddressSet(mergeRanges([...ranges].sort(byFirst)));
  }

  /** Whether it holds no address. */
  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** The fewest CIDR blocks that hold exactly these addresses, IPv4 first, in order. */
  get cidrs(): string[] {
    return this.ranges.flatMap(splitIntoCidrs).map(formatCidr);
  }

  /** How many addresses of a family it holds. */
  size(family: Family): bigint {
    return this.of(family).ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  /** The part of one family. */
  of(family: Family): AddressSet {
    return new AddressSet(this.ranges.filter((range) => range.family === family));
  }

  /** Whether it holds an address. */
  contains(family: Family, address: bigint): boolean {
    return this.ranges.some((range) => range.family === family && range.first <= address && address <= range.last);
  }

  /** The addresses that either set holds. */
  union(other: AddressSet): AddressSet {
    return AddressSet.of([...this.ranges, ...other.ranges]);
  }

  /** The addresses that both sets hold. */
  intersection(other: AddressSet): AddressSet {
    const shared: AddressRange[] = [];
    for (let left = 0, right = 0; ;) {
      const [mine, theirs] = [this.ranges[left], other.ranges[right]];
      if (!mine || !theirs) return new AddressSet(shared);
      if (mine.family === theirs.family) {
        const first = mine.first > theirs.first ? mine.first : theirs.first;
        const last = mine.last < theirs.last ? mine.last : theirs.last;
        if (first <= last) shared.push({ family: mine.family, first, last });
      }
      if (endsBefore(mine, theirs)) left += 1;
      else right += 1;
    }
  }

  /** The addresses that it holds and the other set does not. */
  difference(other: AddressSet): AddressSet {
    const left: AddressRange[] = [];
    let next = 0;
    for (const { family, first, last } of this.ranges) {
      let from = first;
      for (let taken = other.ranges[next]; taken; taken = other.ranges[next]) {
        if (taken.family === family && taken.last >= from) {
          if (taken.first > last) break;
          if (taken.first > from) left.push({ family, first: from, last: taken.first - 1n });
          from = taken.last + 1n;
          // What reaches beyond this run may take from the next one too.
          if (from > last) break;
        } else if (taken.family > family) break;
        next += 1;
      }
      if (from <= last) left.push({ family, first: from, last });
    }
    return new AddressSet(left);
  }

  /** Whether the other set holds all its addresses. */
  isSubsetOf(other: AddressSet): boolean {
    return this.difference(other).isEmpty;
  }

  /** Whether both sets hold the same addresses. */
  equals(other: AddressSet): boolean {
    return (
      this.ranges.length === other.ranges.length &&
      this.ranges.every((range, index) => {
        const theirs = other.ranges[index];
        return theirs?.family === range.family && theirs.first === range.first && theirs.last === range.last;
      })
    );
  }
}

function byFirst(a: AddressRange, b: AddressRange): number {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1;
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}

function endsBefore(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family ? a.last < b.last : a.family < b.family;
}

function mergeRanges(sorted: readonly AddressRange[]): AddressRange[] {
  const runs: AddressRange[] = [];
  for (const range of sorted) {
    const previous = runs.at(-1);
    if (previous?.family === range.family && range.first <= previous.last + 1n) {
      if (range.last > previous.last) runs[runs.length - 1] = { ...previous, last: range.last };
    } else runs.push(range);
  }
  return runs;
}
