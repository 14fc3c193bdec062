/** What ends a line, moves the cursor or turns the direction of writing: it would let foreign text pass for the command's. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text that somebody else wrote, on one line: a name of a file or of a resource may hold line breaks. */
export function onOneLine(foreign: string): string {
  return foreign.replaceAll(CONTROLS, (sign) => {
    const short = JSON.stringify(sign).slice(1, -1);
    return short === sign ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : short;
  });
}
