export type ClauseId = string;
export interface Text {
  readonly en: string;
  readonly fr: string;
}
export type Language = keyof Text;
