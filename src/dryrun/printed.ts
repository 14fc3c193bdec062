/** The beginning of what a program printed. */
export interface Opening {
  readonly text: string;
  /** How many characters it printed in all. */
  readonly printed: number;
}

const KEPT = 16 * 1024;

/** What a program prints: the first and the last of it, however much that is. */
export class Printed {
  #first = "";
  #last = "";
  #length = 0;

  add(chunk: string): void {
    const room = KEPT - this.#first.length;
    this.#first += chunk.slice(0, room);
    this.#last = (this.#last + chunk.slice(room)).slice(-KEPT);
    this.#length += chunk.length;
  }

  /** All of it as `output`, or the last of it beside the first. */
  kept(): { readonly output: string; readonly opening?: Opening } {
    const isWhole = this.#length === this.#first.length + this.#last.length;
    if (isWhole) return { output: this.#first + this.#last };
    return { output: this.#last, opening: { text: this.#first, printed: this.#length } };
  }
}
