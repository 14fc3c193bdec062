import { matchesGlob } from "../grouping/names";

/**
 * How a pattern is read: to the letter, where only `*` stands for anything; as a glob, where `?` stands for one character
 * too; loosely, where neither case nor blanks around it count.
 */
export type Reading = "to the letter" | "as a glob" | "loosely";

/**
 * A list of things, each with its spellings, of which patterns choose some. What is chosen is a number with one bit for each
 * thing: unions, cuts and complements are those of numbers, and every question takes as long as the list is.
 */
export class Choices {
  /** All of them. */
  readonly all: bigint;
  readonly #spellings: readonly (readonly string[])[];
  readonly #loose: readonly (readonly string[])[];

  constructor(spellings: readonly (readonly string[])[]) {
    this.#spellings = spellings;
    this.#loose = spellings.map((each) => each.map((text) => text.toLowerCase()));
    this.all = (1n << BigInt(spellings.length)) - 1n;
  }

  /** What patterns choose together. */
  chosenBy(patterns: Iterable<string>, reading: Reading): bigint {
    let chosen = 0n;
    for (const pattern of new Set(patterns)) {
      chosen |= this.#chosenByOne(pattern, reading);
      if (chosen === this.all) break;
    }
    return chosen;
  }

  #chosenByOne(pattern: string, reading: Reading): bigint {
    // No spelling has a `?`: to the letter it fits none.
    if (reading === "to the letter" && pattern.includes("?")) return 0n;
    const isLoose = reading === "loosely";
    // Stars in a row are one, and as many as somebody writes are not gone through again and again.
    const glob = (isLoose ? pattern.trim().toLowerCase() : pattern).replaceAll(/\*+/g, "*");
    // Most patterns fit few of them, and which they do not is told sooner by a part of theirs that is missing.
    const [longest = ""] = glob.split(/[*?]/).sort((one, other) => other.length - one.length);
    const fits = (text: string) => text.includes(longest) && matchesGlob(text, glob);
    let chosen = 0n;
    for (const [index, spellings] of (isLoose ? this.#loose : this.#spellings).entries()) {
      if (spellings.some(fits)) chosen |= 1n << BigInt(index);
    }
    return chosen;
  }
}

/** Whether what is chosen holds all of something. */
export function holds(chosen: bigint, wanted: bigint): boolean {
  return (chosen & wanted) === wanted;
}

/** The bits of what is chosen, each by itself. */
export function eachOf(chosen: bigint): bigint[] {
  const bits: bigint[] = [];
  for (let bit = 1n; bit <= chosen; bit <<= 1n) if ((chosen & bit) !== 0n) bits.push(bit);
  return bits;
}

/** The fewest first parts that hold all that is wanted: one alone where one does, else each that adds something. */
export function chooseParts<T extends { readonly chosen: bigint }>(parts: readonly T[], wanted: bigint): T[] {
  const alone = parts.find(({ chosen }) => holds(chosen, wanted));
  if (alone) return [alone];
  let left = wanted;
  return parts.filter(({ chosen }) => {
    const adds = (chosen & left) !== 0n;
    left &= ~chosen;
    return adds;
  });
}
