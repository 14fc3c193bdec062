import { attempt, possibly, some, type Undecided } from "./undecided";

/** Something that is there, or that may be: then what hides whether it is. */
export interface Maybe<T> {
  readonly value: T;
  readonly why?: Undecided;
}

/** Something that may be there. */
export type Possible<T> = Required<Maybe<T>>;

/** Those that are something to a resource, and those that may be: who refers to it, who holds it, who is like it. */
export class Candidates<T> {
  readonly certain: readonly T[];
  readonly possible: readonly Possible<T>[];

  constructor(certain: readonly T[], possible: readonly Possible<T>[]) {
    this.certain = certain;
    this.possible = possible;
  }

  /** All of them, the certain ones first. */
  get all(): Maybe<T>[] {
    return [...this.certain.map((value) => ({ value })), ...this.possible];
  }

  /** The certain ones; where there is none, those that may be. */
  get certainOrPossible(): readonly T[] {
    return this.certain.length > 0 ? this.certain : this.possible.map(({ value }) => value);
  }

  /** Each of them seen as something else. */
  map<U>(change: (value: T) => U): Candidates<U> {
    const possible = this.possible.map(({ value, why }) => ({ value: change(value), why }));
    return new Candidates(this.certain.map(change), possible);
  }

  /** Those that are, or that may be, such ones. */
  filter(test: (value: T) => boolean): Candidates<T> {
    return new Candidates(
      this.certain.filter(test),
      this.possible.filter(({ value }) => test(value)),
    );
  }

  /**
   * Whether one that passes is certainly there.
   * @throws {Undecided} when none certainly is, and one that passes, or may, may be there
   */
  some(test: (value: T) => boolean): boolean {
    return some(this.all, ({ value, why }) => {
      if (why === undefined) return test(value);
      if (possibly(() => test(value))) throw why;
      return false;
    });
  }

  /**
   * The certain ones.
   * @throws {Undecided} when there is none, and one may be there
   */
  certainOnes(): readonly T[] {
    const [first] = this.possible;
    if (this.certain.length === 0 && first) throw first.why;
    return this.certain;
  }

  /**
   * The certain ones, where these are all.
   * @throws {Undecided} when there may be more
   */
  exactly(): readonly T[] {
    const [first] = this.possible;
    if (first) throw first.why;
    return this.certain;
  }

  /** Each to be looked at by itself: one that only may be there throws what hides it. */
  lookups(): (() => T)[] {
    return [...this.certain.map((value) => () => value), ...this.possible.map(({ why }) => refuse(why))];
  }
}

/** Something that throws what hides it when it is looked at. */
export function refuse(why: Error): () => never {
  return () => {
    throw why;
  };
}

/** Whether a condition holds, may hold, or does not: then nothing. */
export function when<T>(condition: () => boolean, value: T): Maybe<T>[] {
  const found = attempt(condition);
  if (found.why) return [{ value, why: found.why }];
  return found.value ? [{ value }] : [];
}

/** What hides the first of several steps that may not be there; nothing when all are. */
export function firstDoubt(...steps: readonly { readonly why?: Undecided }[]): { readonly why?: Undecided } {
  const why = steps.find((step) => step.why !== undefined)?.why;
  return why === undefined ? {} : { why };
}

/**
 * What several things agree on, of which one is meant.
 * @throws {Undecided} `why`, when they do not agree, or there is none
 */
export function agree<T, A>(among: readonly T[], ask: (one: T) => A, why: () => Undecided): A {
  const [first, ...others] = among.map(ask);
  if (first === undefined || others.some((other) => other !== first)) throw why();
  return first;
}
