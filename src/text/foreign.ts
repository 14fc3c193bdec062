/** What ends a line, moves the cursor or turns the direction of writing: it would let foreign text pass for the command's. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
/** How pipelines recognize a command for themselves in what a program prints: at the beginning of a line, `::error::`. */
const GITHUB_COMMAND = /(?<!\S):(?=:[a-z-]+(?:\s.{0,300})?::)/gi;
/** The same wherever it stands: `##vso[` of Azure, `##[` of GitHub in earlier days. */
const AZURE_COMMAND = /#(?=#\w{0,30}\[)/g;

/** Text that somebody else wrote, as it can be shown: on one line, and with nothing in it that a terminal or a pipeline obeys. */
export function showForeign(foreign: string): string {
  const onOneLine = foreign.replaceAll(CONTROLS, escape);
  return onOneLine.replaceAll(GITHUB_COMMAND, toCodePoint).replaceAll(AZURE_COMMAND, toCodePoint);
}

/** The same for text of several lines. */
export function showForeignLines(foreign: string): string {
  return foreign
    .split(/\r?\n/)
    .map((line) => showForeign(line.replaceAll("\t", "  ")))
    .join("\n");
}

/** JSON as it can be shown: what would turn the direction of writing or end a line stands in it as an escape. */
export function formatJson(value: unknown): string {
  return escapeJson(JSON.stringify(value, undefined, 2));
}

/** JSON text with escapes for what JSON itself leaves as it is. */
export function escapeJson(json: string): string {
  const onLines = json.replaceAll(CONTROLS, (sign) => (sign === "\n" ? sign : toCodePoint(sign)));
  // A line of JSON begins with a sign of its own, which keeps `::error::` from being one; `##[` is one wherever it stands.
  return onLines.replaceAll(AZURE_COMMAND, toCodePoint);
}

function escape(sign: string): string {
  const short = JSON.stringify(sign).slice(1, -1);
  return short === sign ? toCodePoint(sign) : short;
}

function toCodePoint(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
