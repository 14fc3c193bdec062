import type { Text } from "../src/text";
import type { Bases } from "./bases";
import type { Dice } from "./dice";
import type { Json } from "./json";

/** What was said of an input. */
export interface Said {
  /** All that was printed. */
  readonly printed: string;
  readonly format: "text" | "json";
  readonly exitCode: number;
  /** Why the input was refused: a sentence. */
  readonly refused?: Text;
  /** What else went wrong, where a reader knows better than the promises that are the same for all. */
  readonly lost?: string;
}

/** Something that reads what somebody else wrote. */
export interface Reader {
  readonly kind: string;
  /** Makes an input. What stands under `as` says how it is read, and is not made smaller. */
  readonly make: (dice: Dice, bases: Bases) => Json;
  /** Reads an input as the command or the pack does. What is thrown is an exception that nobody meant. */
  readonly read: (input: Json) => Promise<Said>;
}
