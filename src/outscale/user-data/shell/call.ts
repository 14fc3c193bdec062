import { type Argument, baseName, type Command, type Input, valueOf } from "./command";

/** A command that runs. Its arguments and its line are worked out when asked for: nobody asks for those of most. */
export class Call implements Command {
  readonly name: string;
  readonly first: Argument;
  readonly reached: boolean;
  readonly input: Input | undefined;
  readonly #rest: () => readonly Argument[];
  readonly #line: () => number;

  constructor(
    first: Argument,
    rest: () => readonly Argument[],
    line: () => number,
    { reached, input }: Pick<Command, "reached" | "input">,
  ) {
    this.name = baseName(valueOf(first) ?? first.text);
    this.first = first;
    this.reached = reached;
    this.input = input;
    this.#rest = rest;
    this.#line = line;
  }

  get arguments(): readonly Argument[] {
    return this.#rest();
  }

  get line(): number {
    return this.#line();
  }
}
