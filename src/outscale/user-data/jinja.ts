import type { SourceText } from "./source-text";

/** Tags that bring a text from elsewhere. */
const BRINGING = /\{%-?\s*(?:include|import|from|extends)\b/;

/**
 * A template below its first line, in all the ways it may come out: every branch is kept, and what an expression gives
 * is not known. `undefined` when it brings text from elsewhere, or its tags do not close.
 */
export function readTemplate({ text, lineAt }: SourceText): SourceText | undefined {
  if (BRINGING.test(text)) return undefined;
  const start = text.search(/\S/);
  const header = text.indexOf("\n", start);
  if (header === -1) return { text: "", lineAt };
  // The first line stays as a blank one, so that the others keep their place.
  const body = "\n".repeat(text.slice(0, header).split("\n").length) + text.slice(header + 1);
  const plain = replaceTags(replaceTags(body, "{#", "#}", keepNewlines), "{%", "%}", keepNewlines);
  const filled = replaceTags(plain, "{{", "}}", (tag) => `$JINJA${keepNewlines(tag)}`);
  return /\{[{%#]/.test(filled.replace(/\$\{[{#%]/g, "")) ? undefined : { text: filled, lineAt };
}

/** Replaces the tags of one kind; what none closes stays, and so does all after it. */
function replaceTags(text: string, opening: string, closing: string, replace: (tag: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(opening, at);
    const end = start === -1 ? -1 : text.indexOf(closing, start + opening.length);
    if (end === -1) return parts.join("") + text.slice(at);
    parts.push(text.slice(at, start), replace(text.slice(start, end + closing.length)));
    at = end + closing.length;
  }
}

function keepNewlines(tag: string): string {
  return tag.replace(/[^\n]+/g, "");
}
