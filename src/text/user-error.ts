import type { Text } from "./text";

/** Something that a user gave cannot be used: one sentence says what, where, and what is accepted instead. */
export class UserError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = new.target.name;
    this.text = text;
  }

  /** All there is to say, one sentence after another. */
  texts(): Text[] {
    return [this.text];
  }
}
