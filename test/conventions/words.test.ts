import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { LANGUAGES, type Language, type Text } from "../../src/text";
import { misspacedIn, proseOf } from "./spacing";
import { TERMS, termsLostIn, wrongTermsIn } from "./terms";
import { pairsOf, parseSource, readSources, textsOf, type Written, wordsOutsideTexts } from "./texts";

const root = join(__dirname, "..", "..");
const SOURCES = readSources(root, ["src", "policies"]);
const EVERY_TEXT = SOURCES.flatMap(textsOf);
/** The headings of the convention are its own, to the letter. */
const isHeading = ({ place }: { readonly place: string }) => place.startsWith("src/contract/clauses/headings.ts:");
const OWN_PAIRS = SOURCES.flatMap(pairsOf).filter((pair) => !isHeading(pair));
const OWN_TEXTS = EVERY_TEXT.filter((text) => !isHeading(text));

/** What some texts are wrong in, each with where it stands and what it says. */
function faultsOf(texts: readonly Written[], faults: (text: string, language: Language) => string[]): string[] {
  return texts.flatMap(({ place, language, text }) =>
    faults(text, language).map((fault) => `${place} ${fault} | ${text}`),
  );
}

test("every text is spaced as its language asks", () => {
  expect(faultsOf(OWN_TEXTS, misspacedIn)).toEqual([]);
});

test("every text says things as the field does", () => {
  expect(faultsOf(OWN_TEXTS, (text, language) => wrongTermsIn(proseOf(text), language))).toEqual([]);
});

test.each(TERMS)("some text says $en, $fr", ({ en, fr }) => {
  const says = (language: Language, words: string) =>
    OWN_TEXTS.some((written) => written.language === language && written.text.includes(words));
  expect([says("en", en), says("fr", fr)]).toEqual([true, true]);
});

test("what the English of a text names, its French names by the word of the list", () => {
  const lost = OWN_PAIRS.flatMap(({ place, en, fr }) =>
    termsLostIn(proseOf(en), fr).map((fault) => `${place} ${fault} | ${fr}`),
  );
  expect(lost).toEqual([]);
});

test("only what is an obligation is called a duty", () => {
  const called = POLICIES.filter(({ why }) => /\bdut(?:y|ies)\b/.test(why.en));
  expect(called.filter(({ ground }) => ground !== "obligation").map(({ name }) => name)).toEqual([]);
  expect(OWN_TEXTS.filter(({ place, text }) => place.startsWith("src/") && /\bdut(?:y|ies)\b/.test(text))).toEqual([]);
});

test("no French stands outside a text", () => {
  const french = SOURCES.flatMap(wordsOutsideTexts).filter(({ text }) => /[àâçéèêëîïôùûœ«»\u00a0]/i.test(text));
  expect(french).toEqual([]);
});

describe("texts are found", () => {
  test("in both languages, wherever they stand", () => {
    for (const language of LANGUAGES) {
      expect(EVERY_TEXT.filter((written) => written.language === language).length).toBeGreaterThan(1000);
    }
    for (const { name, title, why, remediation } of POLICIES) {
      const own = new Set(EVERY_TEXT.filter(({ place }) => place.includes(`/${name}.ts:`)).map(({ text }) => text));
      const texts: readonly Text[] = [title, why, remediation];
      expect(texts.flatMap(({ en, fr }) => [en, fr]).filter((text) => !own.has(text))).toEqual([]);
    }
  });

  test("with what they are put together from, and without what nobody sees", () => {
    const source = [
      "const A = { en: 'one', fr: 'une' };",
      "function b(x: string, parts: Text[]) {",
      "  return {",
      "    en: `${x}: ${parts.join('; ')}`,",
      "    fr: `${x ? `${x} : ` : ''}${x === 'y' ? params['z'] : 'w'}` + ' ; ',",
      "  };",
      "}",
    ].join("\n");
    expect(textsOf(parseSource("a.ts", source))).toEqual([
      { place: "a.ts:1", language: "en", text: "one" },
      { place: "a.ts:1", language: "fr", text: "une" },
      { place: "a.ts:4", language: "en", text: "${}: ${}" },
      { place: "a.ts:4", language: "en", text: "; " },
      { place: "a.ts:5", language: "fr", text: "${}${}" },
      { place: "a.ts:5", language: "fr", text: "${} : " },
      { place: "a.ts:5", language: "fr", text: "" },
      { place: "a.ts:5", language: "fr", text: "w" },
      { place: "a.ts:5", language: "fr", text: " ; " },
    ]);
  });
});

test("a term is lost where the French says it by another word", () => {
  expect(
    termsLostIn("Two entries share a Subnet and the user data.", "Deux entrées partagent un Subnet et le `userData`."),
  ).toEqual([]);
  expect(termsLostIn("Two entries share a Subnet and `tag`.", "Deux points partagent un sous-réseau.")).toEqual([
    "Subnet: Subnet",
    "entry: entrée",
  ]);
});

describe("spaces", () => {
  test.each<[Language, string, string[]]>([
    ["fr", "Ouvert\u00a0: 99,9\u00a0%\u00a0; «\u00a0tout\u00a0», `a: b`\u00a0!", []],
    ["fr", "${}\u00a0: ${}\u00a0?", []],
    ["fr", "un bloc 10.0.0.0/8 de la version v1.2", []],
    ["fr", "Ouvert : tout", [":"]],
    ["fr", "Ouvert: tout", ["Ouvert:"]],
    ["fr", "${}: tout ; rien ?", ["${}:", ";", "?"]],
    ["fr", "99.9\u00a0% et 5 %", ["%", "99.9"]],
    ["fr", "« tout »", ["»", "«"]],
    ["fr", "Écrivez `a\u00a0: b`.", ["`a\u00a0: b`"]],
    ["fr", "deux  espaces \u00a0: ici", ["  ", " \u00a0"]],
    ["en", "Open: 99.9 %; `a : b`!", []],
    ["en", "Open\u00a0: all", ["Open\u00a0:"]],
    ["en", "Open : all", ["Open :"]],
  ])("%s %s", (language, text, expected) => {
    expect(misspacedIn(text, language)).toEqual(expected);
  });
});

describe("terms", () => {
  test.each<[Language, string, string[]]>([
    ["fr", "Le tag manque sur ce volume de la stack.", []],
    ["fr", "Les empilements et l'étiquetage.", []],
    [
      "fr",
      "Une étiquette de la pile.",
      ["étiquette: tag (Outscale's own documentation says so)", "pile: stack (Pulumi's word, which nobody translates)"],
    ],
    ["fr", "Une violation mandatory.", ["mandatory: bloquante (it says what happens)"]],
    ["en", "A star stands beside it, for instance.", []],
    ["en", "An asterisk.", ["asterisk: star (the convention says so)"]],
    ["en", "A pile of mandatory findings.", []],
  ])("%s %s", (language, text, expected) => {
    expect(wrongTermsIn(text, language)).toEqual(expected);
  });
});
