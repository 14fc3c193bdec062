import { formatCount } from "./number";
import { inEach, type Language, type Text } from "./text";

const AND: Text = { en: "and", fr: "et" };

/**
 * Names things one after another: `22, 80 and 443`.
 * @param atMost how many are named before the rest is counted: `22, 80 and 5 more`
 */
export function formatList(items: readonly (Text | string | number)[], atMost = items.length): Text {
  const left = items.length - atMost;
  const named = left > 0 ? [...items.slice(0, atMost), restText(left)] : items;
  // Not `Intl.ListFormat`: the first one made costs a preview more than a policy does.
  return inEach((language) => {
    const words = named.map((item) => wordOf(item, language));
    const last = words.at(-1) ?? "";
    return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${AND[language]} ${last}`;
  });
}

/** Names things with commas alone: `a, b`. More than `atMost`, and the rest is counted: `a and 5 more`. */
export function formatShortList(items: readonly Text[], atMost: number): Text {
  return items.length > atMost ? formatList(items, atMost) : joinTexts(items, ", ");
}

/** The texts, each once. */
export function distinctTexts(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}

/** Joins texts with the same separator in every language: `a, b`. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return inEach((language) => texts.map((text) => text[language]).join(separator));
}

/** Joins what is said of several things, with the semicolon that each language writes: `web: two; app: one`. */
export function joinWithSemicolons(texts: readonly Text[]): Text {
  return { en: joinTexts(texts, "; ").en, fr: joinTexts(texts, " ; ").fr };
}

function restText(count: number): Text {
  return formatCount(count, { en: "more", fr: "autre" }, { en: "more", fr: "autres" });
}

function wordOf(item: Text | string | number, language: Language): string {
  return typeof item === "object" ? item[language] : String(item);
}
