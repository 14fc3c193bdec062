import { showForeign } from "./foreign";

/** What stands in place of a secret, as in Pulumi's own output. */
const SECRET = "[secret]";

/**
 * Shows a text without the secrets in it, in whatever case, on one line or broken between words over several.
 * @param secrets as they are, each at least a word
 */
export function maskIn(secrets: readonly string[]): (shown: string) => string {
  const forms = [
    ...new Set(secrets.flatMap((secret) => [showForeign(secret), JSON.stringify(secret).slice(1, -1)])),
  ].map((form) => ({ form, start: wordsOf(form.toLowerCase())[0] ?? "" }));
  return (shown) => {
    // Most secrets are in no text: those that may be are found among its words, each looked at once.
    const words = [...new Set(wordsOf(shown.toLowerCase()))].join(" ");
    const found = forms.filter(({ start }) => words.includes(start)).map(({ form }) => form);
    if (found.length === 0) return shown;
    // The longest first: it may hold a shorter one.
    const patterns = found.sort((a, b) => b.length - a.length).map(toPattern);
    return shown.replaceAll(new RegExp(patterns.join("|"), "giu"), SECRET);
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}

/** A secret by itself, not as a part of another word. */
function toPattern(form: string): string {
  const words = wordsOf(form).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const [before, after] = [/^[\p{L}\p{N}]/u.test(form), /[\p{L}\p{N}]$/u.test(form)];
  return `${before ? "(?<![\\p{L}\\p{N}])" : ""}${words.join("\\s+")}${after ? "(?![\\p{L}\\p{N}])" : ""}`;
}
