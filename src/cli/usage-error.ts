import type { Text } from "../contract";

/** The command was given something it does not accept; one sentence says what, where, and what is accepted. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = "UsageError";
    this.text = text;
  }
}
