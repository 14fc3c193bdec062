import { inEach, type Language, type Text } from "./text";

/** The word for a number of things, `VM` or `VMs`: in French nought is singular too. */
export function pluralize(count: number, one: Text, many: Text): Text {
  return inEach((language) => (isSingular(count, language) ? one : many)[language]);
}

/** A number with its word: `1 VM`, `3 VMs`. */
export function formatCount(count: number, one: Text, many: Text): Text {
  const word = pluralize(count, one, many);
  return inEach((language) => `${String(count)} ${word[language]}`);
}

function isSingular(count: number, language: Language): boolean {
  return language === "fr" ? Math.abs(count) < 2 : count === 1;
}
