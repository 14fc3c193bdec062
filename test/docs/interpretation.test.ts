import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackSettings } from "../../src/config";
import { CHOICES, READINGS } from "../../src/contract";

const rows = readFileSync(join(__dirname, "..", "..", "docs", "interpretation.md"), "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, id = ""]) => /^A\d+$/.test(id));

/** The answer to each question: reading, line, question, answer. */
const answers = rows.filter(({ length }) => length === 6).map(([, id = "", , , answer]) => [id, answer]);
/** What may be chosen in its place: reading, setting, what it means. */
const choices = rows
  .filter(({ length }) => length === 5)
  .map(([, id = "", setting = "", meaning]) => ({ id, setting, meaning }));

test("every question the convention leaves open is decided", () => {
  expect(answers.map(([id]) => id)).toEqual(Array.from({ length: 28 }, (_, index) => `A${String(index + 1)}`));
});

test("what the ledger quotes is what the page says", () => {
  const quoted = Object.entries(READINGS).filter(([id]) => id !== "literal");
  const said = new Map(answers.map(([id = "", answer]) => [id, answer]));
  expect(quoted.map(([id]) => [id, said.get(id)])).toEqual(quoted.map(([id, { en }]) => [id, en]));
});

test("the page lists every choice, as the settings take it", () => {
  expect(choices.map(({ id, meaning }) => [id, meaning])).toEqual(
    Object.entries(CHOICES).map(([id, { en }]) => [id, en]),
  );
  for (const [id, { choice }] of Object.entries(CHOICES)) {
    const setting = choices.find((each) => each.id === id)?.setting.replaceAll("`", "") ?? "";
    const { shared } = readPackSettings(JSON.parse(`{${setting}}`) as object);
    expect(shared.readings).toMatchObject({ [id]: choice });
  }
});
