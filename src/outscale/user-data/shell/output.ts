import { type Argument, valueOf } from "./command";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\" };

/** What `echo` prints: `sh` reads its escapes without `-e`, and so does this. */
export function formatEcho(words: readonly Argument[]): string {
  const start = words.findIndex(({ text }) => !/^-[neE]+$/.test(text));
  const options = words.slice(0, start === -1 ? words.length : start);
  const printed = start === -1 ? [] : words.slice(start);
  const text = unescape(printed.map(textOf).join(" "));
  return options.some((option) => option.text.includes("n")) ? text : `${text}\n`;
}

/** What `printf` prints; its format is used again while words are left. */
export function formatPrintf([format, ...words]: readonly Argument[]): string {
  if (format === undefined) return "";
  const text = unescape(textOf(format));
  const queue = words.map(textOf).reverse();
  let output = "";
  do {
    const left = queue.length;
    output += text.replace(/%(?:%|[-+ #0]*\d*(?:\.\d+)?([a-zA-Z]))/g, (directive, kind: string | undefined) =>
      kind === undefined ? directive.slice(1) : (queue.pop() ?? ""),
    );
    if (queue.length === left) break;
  } while (queue.length > 0);
  return output;
}

function textOf(argument: Argument): string {
  return valueOf(argument) ?? argument.text;
}

function unescape(text: string): string {
  return text.replace(/\\([ntr\\])/g, (_, char: string) => ESCAPES[char] ?? char);
}
