import type { Text } from "../contract";

/** The configuration cannot be used; one sentence says where, what was found, and what is accepted. */
export class ConfigurationError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = "ConfigurationError";
    this.text = text;
  }
}
