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
  const filled = body
    .replace(/\{#(?:[^#]|#(?!\}))*#\}/g, keepNewlines)
    .replace(/\{%(?:[^%]|%(?!\}))*%\}/g, keepNewlines)
    .replace(/\{\{(?:[^}]|\}(?!\}))*\}\}/g, (tag) => `$JINJA${keepNewlines(tag)}`);
  return /\{[{%#]/.test(filled.replace(/\$\{[{#%]/g, "")) ? undefined : { text: filled, lineAt };
}

function keepNewlines(tag: string): string {
  return tag.replace(/[^\n]+/g, "");
}
