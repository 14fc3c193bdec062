import type { Language } from "../../src/text";

/** What stands in backticks is written as a machine reads it, in every language. */
const CODE = /`[^`]*`/g;
/** In the help of the command line no command stands in backticks. */
const COMMANDS = /pulumi preview --json|pulumi stack export/g;

/** A text without its code. */
export function proseOf(text: string): string {
  return text.replaceAll(CODE, "``").replaceAll(COMMANDS, "pulumi");
}

/** Each mark of a text that is not spaced as its language asks, with what stands around it. */
export function misspacedIn(text: string, language: Language): string[] {
  const prose = proseOf(text);
  const inCode = (text.match(CODE) ?? []).filter((code) => code.includes(NO_BREAK));
  return [...inCode, ...RULES[language].flatMap((rule) => [...prose.matchAll(rule)].map(([found]) => found))];
}

const NO_BREAK = "\u00a0";

const RULES: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/\S*\u00a0\S*/g, /\S* [:;!?]/g, / {2}/g],
  fr: [
    // A no-break space, and nothing else, before these signs and inside guillemets.
    /\S*(?<!\u00a0)[:;!?%»]/g,
    /«(?!\u00a0)\S*/g,
    / \u00a0|\u00a0 | {2}/g,
    // 99,9 and not 99.9; an address and a version have more dots, or letters.
    /(?<![\d.\w])\d+\.\d+(?![\d.\w])/g,
  ],
};
