import type { Colors } from "picocolors/types";
import { type Language, showForeign, type Text } from "../text";

/** The words of a text in the language of the page. */
export type Say = (text: Text) => string;

/** How a page for people is written: in one language, and in colours where they can be seen. */
export interface PageStyle {
  readonly say: Say;
  readonly colors: Colors;
}

/** The lines of a part of a page, without line breaks. */
export type PageLines = readonly string[];

/** What stands between a label and what it labels: French puts a space before it. */
export const COLON: Text = { en: ":", fr: " :" };
/** What stands between the parts of a list whose parts have commas. */
export const SEMICOLON: Text = { en: "; ", fr: " ; " };

/** Picks the words of one language from texts; what somebody else wrote in them stands there harmlessly. */
export function sayIn(language: Language): Say {
  return (text) => showForeign(text[language]);
}

/**
 * Puts the sections of a page one below another, with a blank line between two; a section without lines is left out.
 * Whatever is in a line, it is one, and no command to who shows it.
 * @param colors in which the page is written; without any, a colour is somebody else's
 */
export function joinSections(sections: readonly PageLines[], colors?: Colors): string {
  const show = colors?.isColorSupported === true ? showLine : showForeign;
  const blocks = sections.filter((lines) => lines.length > 0).map((lines) => lines.map(show).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

/** A colour as the page itself sets it: foreign text was shown before, with its own as escapes. */
const COLOUR = /(\u001b\[\d+m)/;

function showLine(line: string): string {
  return line
    .split(COLOUR)
    .map((part, index) => (index % 2 === 1 ? part : showForeign(part)))
    .join("");
}

/** A section that lists texts under a title: a paragraph for each. Without texts there is no section. */
export function formatTexts(title: Text, texts: readonly Text[], { say, colors }: PageStyle): PageLines {
  if (texts.length === 0) return [];
  return [colors.bold(say(title)), ...texts.flatMap((text) => wrapText(say(text), 2))];
}

/** How wide a paragraph is at most, in characters, its indent included. */
const WIDTH = 100;
/** How many characters a paragraph keeps for its words, however far it is indented. */
const LEAST_WIDTH_OF_WORDS = 40;

/**
 * Breaks a paragraph into lines, each indented.
 * @param indent how many spaces come before each line
 */
export function wrapText(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  const width = Math.max(WIDTH, indent + LEAST_WIDTH_OF_WORDS);
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => " ".repeat(indent) + each);
}

/** Breaks a paragraph into lines that all begin in one column, the first of them after what stands to its left. */
export function wrapBeside(left: string, text: string, column: number): string[] {
  const [first = "", ...rest] = wrapText(text, column);
  return [`${left}${first.trimStart()}`, ...rest];
}

/** How many characters the longest of several texts has. */
export function measureLongest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}
