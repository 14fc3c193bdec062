import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { READINGS } from "../../src/contract";

/** The last cell of each row, by reading. */
const rows = new Map(
  readFileSync(join(__dirname, "..", "..", "docs", "interpretation.md"), "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, id = ""]) => /^A\d+$/.test(id))
    .map((cells): [string, string] => [cells[1] ?? "", cells[4] ?? ""]),
);

test("every question the convention leaves open is decided", () => {
  expect([...rows.keys()]).toEqual(Array.from({ length: 28 }, (_, index) => `A${String(index + 1)}`));
});

test("what the ledger quotes is what the page says", () => {
  const quoted = Object.entries(READINGS).filter(([id]) => id !== "literal");
  expect(quoted.map(([id]) => [id, rows.get(id)])).toEqual(quoted.map(([id, { en }]) => [id, en]));
});
