import { expect, test } from "@jest/globals";
import {
  chooseLanguage,
  formatCount,
  formatList,
  formatShortList,
  joinTexts,
  pluralize,
  sameInEach,
  UserError,
} from "../../src/text";

test.each([
  { items: [], en: "", fr: "" },
  { items: [22], en: "22", fr: "22" },
  { items: ["web", "app"], en: "web and app", fr: "web et app" },
  { items: [1, sameInEach("b"), { en: "the API", fr: "l'API" }], en: "1, b and the API", fr: "1, b et l'API" },
])("$items.length things one after another", ({ items, en, fr }) => {
  expect(formatList(items)).toEqual({ en, fr });
});

test.each([
  { atMost: 3, en: "a, b and c", fr: "a, b et c" },
  { atMost: 2, en: "a, b and 1 more", fr: "a, b et 1 autre" },
  { atMost: 1, en: "a and 2 more", fr: "a et 2 autres" },
])("at most $atMost of three named", ({ atMost, en, fr }) => {
  expect(formatList(["a", "b", "c"], atMost)).toEqual({ en, fr });
});

test.each([
  { atMost: 3, en: "a, b, the API", fr: "a, b, l'API" },
  { atMost: 2, en: "a, b and 1 more", fr: "a, b et 1 autre" },
])("three things, with commas, of which at most $atMost are named", ({ atMost, en, fr }) => {
  const items = [sameInEach("a"), sameInEach("b"), { en: "the API", fr: "l'API" }];
  expect(formatShortList(items, atMost)).toEqual({ en, fr });
});

test("texts joined alike in each language", () => {
  expect(joinTexts([sameInEach("TCP 22"), { en: "every protocol", fr: "tous les protocoles" }], ", ")).toEqual({
    en: "TCP 22, every protocol",
    fr: "TCP 22, tous les protocoles",
  });
  expect(joinTexts([], ", ")).toEqual({ en: "", fr: "" });
});

test.each([
  { count: 0, en: "0 days", fr: "0 jour" },
  { count: 1, en: "1 day", fr: "1 jour" },
  { count: 2, en: "2 days", fr: "2 jours" },
])("$count with its word: French counts nought as one", ({ count, en, fr }) => {
  const [one, many] = [
    { en: "day", fr: "jour" },
    { en: "days", fr: "jours" },
  ];
  expect(formatCount(count, one, many)).toEqual({ en, fr });
  expect(pluralize(count, one, many).en).toBe(en.split(" ")[1]);
});

test.each<[string, string | undefined, NodeJS.ProcessEnv, string]>([
  ["the option before all", "fr", { PULUMI_POLICY_OUTSCALE_LANG: "en", LANG: "en_GB.UTF-8" }, "fr"],
  ["the variable before the locale", undefined, { PULUMI_POLICY_OUTSCALE_LANG: "fr", LC_ALL: "en_GB.UTF-8" }, "fr"],
  ["the first locale that is set", undefined, { LC_ALL: "", LC_MESSAGES: "fr_FR.UTF-8", LANG: "en_GB.UTF-8" }, "fr"],
  ["English for another one", undefined, { LANG: "de_DE.UTF-8" }, "en"],
  ["English for none", undefined, {}, "en"],
])("the language: %s", (_, asked, environment, language) => {
  expect(chooseLanguage(asked, environment)).toBe(language);
});

test("an error that says one sentence in each language", () => {
  const error = new UserError({ en: "Not this.", fr: "Pas ceci." });
  expect(error).toMatchObject({ name: "UserError", message: "Not this." });
  expect(error.texts()).toEqual([{ en: "Not this.", fr: "Pas ceci." }]);
});
