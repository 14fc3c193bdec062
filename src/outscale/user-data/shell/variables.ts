import { listOrigins } from "./channels";
import type { Argument } from "./command";
import { originsOf } from "./readings";

/** What a variable holds: the values it may have, or what it is made from where none is known; or an array's elements. */
export type Value =
  { readonly values: readonly string[]; readonly from?: readonly string[] } | { readonly items: readonly Argument[] };

export const UNKNOWN: Value = { values: [] };

const MAX_VALUES = 8;

/** What a variable holds that is set to a word. */
export function valueOfWord(word: Argument): Value {
  const { values } = word;
  return values.length > 0 ? { values } : { values, from: listOrigins(originsOf(word)) };
}

/** The variables of a script on one way through it; a way can be taken back. */
export class Variables {
  readonly #values = new Map<string, { value: Value; time: number }>();
  readonly #log: { name: string; before: { value: Value; time: number } | undefined }[] = [];
  #time = 0;
  #forgotten = -1;

  /** `undefined` for a variable that nothing has set. */
  get(name: string): Value | undefined {
    const held = this.#values.get(name);
    if (this.#forgotten >= 0 && (held?.time ?? -1) <= this.#forgotten) return UNKNOWN;
    return held?.value;
  }

  set(name: string, value: Value | undefined): void {
    this.#log.push({ name, before: this.#values.get(name) });
    this.#time += 1;
    if (value) this.#values.set(name, { value, time: this.#time });
    else this.#values.delete(name);
  }

  /** From here on any variable may have been set to anything. */
  forget(): void {
    this.#forgotten = this.#time;
  }

  mark(): number {
    return this.#log.length;
  }

  /** Takes back what was set since the mark, and returns the values that the changed variables had. */
  rollback(mark: number): Map<string, Value | undefined> {
    const changed = new Map<string, Value | undefined>();
    for (const { name, before } of this.#log.splice(mark).reverse()) {
      if (!changed.has(name)) changed.set(name, this.get(name));
      if (before) this.#values.set(name, before);
      else this.#values.delete(name);
    }
    return changed;
  }

  /**
   * Gives each variable all values that it may have after several ways through the script.
   * @param oneIsTaken false when the script may also take none of them, and keep the values it has
   */
  merge(ways: readonly Map<string, Value | undefined>[], oneIsTaken: boolean): void {
    if (ways.every(({ size }) => size === 0)) return;
    for (const name of new Set(ways.flatMap((way) => [...way.keys()]))) {
      const before = this.get(name);
      const values = ways.map((way) => (way.has(name) ? way.get(name) : before));
      this.set(name, mergeValues(oneIsTaken ? values : [before, ...values]));
    }
  }
}

function mergeValues(values: readonly (Value | undefined)[]): Value | undefined {
  const set = [...new Set(values.filter((value) => value !== undefined))];
  if (set.length <= 1) return set[0];
  const texts = set.map((value) => ("values" in value ? value.values : []));
  const all = [...new Set(texts.flat())];
  if (!texts.some(({ length }) => length === 0) && all.length <= MAX_VALUES) return { values: all };
  return { values: [], from: listOrigins(set.flatMap((value) => ("values" in value ? (value.from ?? []) : []))) };
}
