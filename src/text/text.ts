/**
 * A sentence, or a part of one, in every language the project speaks. It is filled where it is written, in each
 * language by itself: `{ en: `Port ${port} is open.`, fr: `Le port ${port} est ouvert.` }`.
 */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

/** A language that the project speaks, by its ISO 639-1 code. */
export type Language = keyof Text;

/** Every language, the default first. */
export const LANGUAGES: readonly Language[] = ["en", "fr"];

/** What reads the same in every language, such as a name, an address or a number. */
export function sameInEach(text: string): Text {
  return { en: text, fr: text };
}

/** A text that is put together the same way in every language. */
export function inEach(write: (language: Language) => string): Text {
  return { en: write("en"), fr: write("fr") };
}
