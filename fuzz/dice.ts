import { numbers } from "../test/support/numbers";

/** Choices that look random and are the same for the same seed. */
export class Dice {
  /** A whole number from nought, below an end. */
  readonly below: (end: number) => number;

  constructor(seed: number) {
    this.below = numbers(seed);
  }

  oneOf<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  /** One of a list that may be empty. */
  anyOf<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  oneIn(many: number): boolean {
    return this.below(many) === 0;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.flatMap(() => left.splice(this.below(left.length), 1));
  }

  /** Some of a list, in its order. */
  someOf<T>(list: readonly T[], most: number): T[] {
    const chosen = new Set(Array.from({ length: 1 + this.below(most) }, () => this.below(list.length)));
    return list.filter((_each, index) => chosen.has(index));
  }
}
