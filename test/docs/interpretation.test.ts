import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackSettings } from "../../src/config";
import {
  choicesOf,
  EDITION_TEXT,
  type Leaning,
  placesOf,
  READING_IDS,
  type ReadingId,
  READINGS,
} from "../../src/contract";

const page = readFileSync(join(__dirname, "..", "..", "docs", "interpretation.md"), "utf8");
const words = page.replaceAll(/\s+/g, " ");
const rows = page
  .split("\n")
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .filter(([, id = ""]) => /^A\d+$/.test(id))
  .map((cells) => cells.slice(1, -1));

const FAVOURS: Readonly<Record<Leaning, string>> = { client: "the client", provider: "Outscale", neither: "neither" };
const CHANGES = { client: "more lenient", provider: "stricter" } as const;

test("the page asks and answers what the contract does, in its places", () => {
  const expected = READING_IDS.map((id) => {
    const { question, reading, leans } = READINGS[id];
    const places = placesOf(READINGS[id]).map(({ en }) => en);
    return [id, places.join("; "), question.en, reading.en, FAVOURS[leans]];
  });
  expect(rows.slice(0, READING_IDS.length)).toEqual(expected);
});

test("the page lists every choice, as the settings take it", () => {
  const expected = READING_IDS.flatMap((id) =>
    choicesOf(id).map(({ choice, leans, meaning }) => [
      id,
      `\`"readings": { "${id}": "${choice}" }\``,
      CHANGES[leans],
      meaning.en,
    ]),
  );
  expect(rows.slice(READING_IDS.length)).toEqual(expected);
  for (const [id, setting = ""] of expected) {
    const { shared } = readPackSettings(JSON.parse(`{${setting.replaceAll("`", "")}}`) as object);
    expect(shared.readings).toMatchObject({ [String(id)]: choicesOf(id as ReadingId)[0]?.choice });
  }
});

test("its introduction names the readings that claim more, and those with a stricter choice", () => {
  const lenient = READING_IDS.filter((id) => READINGS[id].leans === "client");
  const stricter = lenient.filter((id) => choicesOf(id).some(({ leans }) => leans === "provider"));
  const list = (ids: readonly string[]) => `${ids.slice(0, -1).join(", ")} and ${String(ids.at(-1))}`;
  expect(words).toContain(`These favour the client, who claims more by them: ${list(lenient)}.`);
  expect(words).toContain(`For ${list(stricter)} the settings take a stricter one`);
});

test("it says which edition it is about", () => {
  expect(words).toContain(EDITION_TEXT.en);
});

test("no passage is cited by its line, which readers of the contract do not have", () => {
  expect(page).not.toMatch(/\blines? \d|\bL\d{2,3}\b/);
});
