import type { Text } from "../contract";
import { UnknownValue } from "../stack";

/** Names things one after another: `22 and 3389`. */
export function listed(items: readonly (string | number)[]): Text {
  const texts = items.map(String);
  return {
    en: new Intl.ListFormat("en-GB", { type: "conjunction" }).format(texts),
    fr: new Intl.ListFormat("fr", { type: "conjunction" }).format(texts),
  };
}

/** A value inside a message, where an unknown is said rather than thrown. */
export function shown(read: () => string | number): Text {
  try {
    const value = String(read());
    return { en: value, fr: value };
  } catch (error) {
    if (error instanceof UnknownValue) return { en: "(known after deployment)", fr: "(connu après le déploiement)" };
    throw error;
  }
}
