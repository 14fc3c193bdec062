const BYTES = 8;
const VALUES = 256;

/**
 * Sorts the indices of numbers by these, equal ones as they come, byte by byte: the cost grows with the count alone. None
 * may be negative, for the bytes of a negative number do not sort as the number does.
 */
export function sortIndices(numbers: Float64Array): Int32Array {
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

/** Integers without their repetitions, in ascending order, and for each as given its index among these. None may be negative. */
export function rankIntegers(integers: readonly bigint[]): { distinct: bigint[]; ranks: Int32Array } {
  const rounded = new Float64Array(integers.length);
  for (let index = 0; index < rounded.length; index += 1) rounded[index] = Number(integers[index]);
  const order = sortIndices(rounded);
  const distinct: bigint[] = [];
  const ranks = new Int32Array(integers.length);
  for (let from = 0, end = 1; from < order.length; from = end, end += 1) {
    const value = rounded[order[from] ?? 0] ?? 0;
    while (end < order.length && rounded[order[end] ?? 0] === value) end += 1;
    // What only rounding has made equal is still to be told apart.
    const isExact = value <= Number.MAX_SAFE_INTEGER;
    if (!isExact && end > from + 1)
      order.subarray(from, end).sort((a, b) => compare(integers[a] ?? 0n, integers[b] ?? 0n));
    for (let place = from; place < end; place += 1) {
      const index = order[place] ?? 0;
      const integer = integers[index] ?? 0n;
      if (place === from || (!isExact && integer !== distinct.at(-1))) distinct.push(integer);
      ranks[index] = distinct.length - 1;
    }
  }
  return { distinct, ranks };
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
