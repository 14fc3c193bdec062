import { escapeJson, showForeign } from "./foreign";

/** What stands in place of a secret, as in Pulumi's own output. */
const SECRET = "[secret]";

/** Fewer characters than this are no secret that somebody could not guess. */
const SHORTEST = 3;

/** The lines of some secrets: a text of several is shown by nothing as a whole, and each of its lines may be. */
export function linesOfSecrets(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/).map((line) => line.trim()));
  return [...new Set(lines)].filter((line) => line.length >= SHORTEST);
}

/** How a secret may stand in a text, and the first word of that. */
interface Form {
  readonly form: string;
  readonly start: string;
}

/**
 * Shows a text without the secrets in it, in whatever case, on one line or broken between words over several.
 * @param secrets as they are, each at least a word
 * @param own names that are said by the command itself, and stay whole though a secret is a word of them
 */
export function maskIn(secrets: readonly string[], own: readonly string[] = []): (shown: string) => string {
  const forms = formsOf(secrets);
  return (shown) => {
    const mask = maskOf(forms, own, shown);
    return mask === undefined ? shown : mask(shown);
  };
}

/** Does the same with JSON, text by text, so that it stays JSON. */
export function maskInJson(secrets: readonly string[], own: readonly string[] = []): (json: string) => string {
  const forms = formsOf(secrets);
  return (json) => {
    const texts = [...json.matchAll(JSON_TEXT)].map(([written]) => JSON.parse(written) as string);
    const mask = maskOf(forms, own, texts.join("\n"));
    if (mask === undefined) return json;
    return json.replaceAll(JSON_TEXT, (written) => {
      const text = JSON.parse(written) as string;
      const masked = mask(text);
      return masked === text ? written : escapeJson(JSON.stringify(masked));
    });
  };
}

const JSON_TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

function formsOf(secrets: readonly string[]): Form[] {
  const written = secrets.flatMap((secret) => [secret, showForeign(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(written)].map((form) => ({ form, start: wordsOf(form.toLowerCase())[0] ?? "" }));
}

/** What masks the secrets that a text may hold; `undefined` where it holds none. */
function maskOf(forms: readonly Form[], own: readonly string[], shown: string): ((text: string) => string) | undefined {
  // Most secrets are in no text: those that may be are found among its words, each looked at once.
  const words = [...new Set(wordsOf(shown.toLowerCase()))].join(" ");
  const found = forms.filter(({ start }) => words.includes(start)).map(({ form }) => form);
  if (found.length === 0) return undefined;
  const kept = own.filter((name) => found.some((form) => name.includes(form.toLowerCase())));
  // The longest first: it may hold a shorter one.
  const patterns = [
    ...found.map((form) => ({ length: form.length, pattern: toPattern(form) })),
    ...kept.map((name) => ({
      length: name.length,
      pattern: `(?<![\\p{L}\\p{N}-])${escaped(name)}(?![\\p{L}\\p{N}-])`,
    })),
  ].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(patterns.map((each) => each.pattern).join("|"), "giu");
  return (text) => text.replaceAll(pattern, (each) => (kept.includes(each) ? each : SECRET));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}

/** Where a word begins: the letters of an escape before it, as JSON and `showForeign` write them, are no part of it. */
const BEGINNING = String.raw`(?:(?<![\p{L}\p{N}])|(?<=\\(?:[bfnrt]|u[0-9a-f]{4})))`;

/** A secret by itself, not as a part of another word. */
function toPattern(form: string): string {
  const [first = "", ...others] = wordsOf(form).map(escaped);
  const [before, after] = [/^[\p{L}\p{N}]/u.test(form), /[\p{L}\p{N}]$/u.test(form)];
  // What stands before a word is looked at once the word is found: looked at first, it is looked at everywhere.
  const begun = before ? `${first}(?<=${BEGINNING}${first})` : first;
  return `${[begun, ...others].join("\\s+")}${after ? "(?![\\p{L}\\p{N}])" : ""}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
