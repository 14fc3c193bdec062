import type { Sentence } from "../dryrun";

/** A file that was given cannot be used, and one sentence says why and what is accepted. */
export class SourceError extends Error {
  readonly text: Sentence;

  constructor(text: Sentence) {
    super(text.en);
    this.name = "SourceError";
    this.text = text;
  }
}
