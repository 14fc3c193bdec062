import { median } from "./median";

/**
 * The medians of two measurements that are taken in turns, each as often first: what slows the machine slows both.
 * @returns milliseconds of each, and what the first takes of the second
 */
export async function interleaved(
  rounds: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<{ readonly first: number; readonly second: number; readonly ratio: number }> {
  const times = { first: [] as number[], second: [] as number[] };
  // The first start of each is not timed: it fills the caches of the disk, which the others find filled.
  await first();
  await second();
  for (let round = 0; round < rounds; round += 1) {
    const turns = [async () => times.first.push(await first()), async () => times.second.push(await second())];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  const [one, other] = [median(times.first), median(times.second)];
  return { first: one, second: other, ratio: one / other };
}
