/** How much a script may grow by its own loops, calls and variables before they are no longer followed. */
export class Budget {
  #steps = 200_000;
  #characters = 4_000_000;

  step(): boolean {
    this.#steps -= 1;
    return this.#steps > 0;
  }

  spend(characters: number): boolean {
    this.#characters -= characters;
    return this.#characters > 0;
  }
}
