import { formatList, pluralize, type Text } from "../../text";

/** How many lines are named before the rest is counted. */
const NAMED = 5;

/** Where instructions hold something: `line 3 of the decoded text`. Lines count from 1. */
export function listDecodedLines(found: readonly { readonly line: number }[]): Text {
  const lines = [...new Set(found.map(({ line }) => line))].sort((a, b) => a - b);
  const word = pluralize(lines.length, { en: "line", fr: "ligne" }, { en: "lines", fr: "lignes" });
  const numbers = formatList(lines, NAMED);
  return { en: `${word.en} ${numbers.en} of the decoded text`, fr: `${word.fr} ${numbers.fr} du texte décodé` };
}
