/** How wide a paragraph is at most, unless it is indented so far that it would be a column of words. */
const WIDTH = 100;
const COLUMN = 40;

/** A paragraph in indented lines. */
export function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  const width = Math.max(WIDTH, indent + COLUMN);
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => " ".repeat(indent) + each);
}
