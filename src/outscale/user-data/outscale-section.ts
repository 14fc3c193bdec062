import { countNewlines, toSourceText, type SourceText } from "./source-text";

const SECTION = /^\s*-----BEGIN OUTSCALE SECTION-----[ \t]*\n([^]*?)-----END OUTSCALE SECTION-----[ \t]*(?:\n|$)/;

/** The keys of the OUTSCALE section, which comes first or not at all, and the user data below it. */
export function splitOutscaleSection(text: string): { keys: Map<string, string>; rest: SourceText } {
  const match = SECTION.exec(text);
  if (!match) return { keys: new Map(), rest: toSourceText(text, 1) };
  const [section, body = ""] = match;
  const entries = body.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : [];
  });
  return { keys: new Map(entries), rest: toSourceText(text.slice(section.length), 1 + countNewlines(section)) };
}
