import type { Text } from "../contract";

/** Names things one after another: `22 and 3389`. */
export function listed(items: readonly (string | number)[]): Text {
  const texts = items.map(String);
  return {
    en: new Intl.ListFormat("en-GB", { type: "conjunction" }).format(texts),
    fr: new Intl.ListFormat("fr", { type: "conjunction" }).format(texts),
  };
}
