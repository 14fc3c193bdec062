export type ClauseId = string;
export interface Text {
  readonly en: string;
  readonly fr: string;
}
export type Language = keyof Text;
export const LANGUAGES = ["en", "fr"] as const;
export const CLAUSES: Record<string, { paraphrase: Text; figure?: Text } | undefined> = {};
