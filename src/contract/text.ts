/** A sentence or label in every language the project speaks. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

export type Language = keyof Text;

export const LANGUAGES: readonly Language[] = ["en", "fr"];
