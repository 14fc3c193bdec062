const BYTES = 8;
const VALUES = 256;

/**
 * The indices of numbers in ascending order, equal ones as they come. None may be negative: the bytes of the others
 * in memory sort as the numbers do, one byte after the other, at a cost that only grows with the count.
 */
export function ascending(numbers: Float64Array): Int32Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let order = new Int32Array(numbers.length).map((_, index) => index);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const starts = new Int32Array(VALUES + 1);
    for (let index = byte; index < bytes.length; index += BYTES) increase(starts, (bytes[index] ?? 0) + 1);
    // A byte that all have in common orders nothing.
    if (starts.includes(numbers.length)) continue;
    for (let value = 1; value <= VALUES; value += 1) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
    const next = new Int32Array(numbers.length);
    for (const index of order) next[increase(starts, bytes[index * BYTES + byte] ?? 0)] = index;
    order = next;
  }
  return order;
}

/** Counts one more, and returns the count before. */
function increase(counts: Int32Array, index: number): number {
  const count = counts[index] ?? 0;
  counts[index] = count + 1;
  return count;
}

/** The same of integers of any size. */
export function ascendingIntegers(integers: readonly bigint[]): Int32Array {
  const rounded = new Float64Array(integers.length);
  for (let index = 0; index < rounded.length; index += 1) rounded[index] = Number(integers[index]);
  const order = ascending(rounded);
  // What only rounding has made equal is still to be sorted.
  for (let from = 0, end = 1; from < order.length; from = end, end += 1) {
    const first = order[from] ?? 0;
    let differ = false;
    for (; end < order.length && rounded[order[end] ?? 0] === rounded[first]; end += 1)
      differ ||= integers[order[end] ?? 0] !== integers[first];
    if (differ) order.subarray(from, end).sort((a, b) => compared(integers[a] ?? 0n, integers[b] ?? 0n));
  }
  return order;
}

function compared(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
