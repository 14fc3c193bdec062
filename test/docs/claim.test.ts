import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICES, SUPPORT } from "../../src/claim";
import { describeFigure } from "../../src/contract";

const page = readFileSync(join(__dirname, "..", "..", "docs", "claim.md"), "utf8");

test("the page names every service, its commitments and their figure", () => {
  const rows = page
    .split("\n")
    .filter((line) => /^\| `[a-z-]+` +\| `SLA/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const expected = Object.entries(SERVICES).map(([service, clauses]) => {
    const [first] = clauses;
    if (!first) return [`\`support\``, `${list(Object.values(SUPPORT))} by \`--severity\``, "GTI, GTR"];
    return [`\`${service}\``, list(clauses), describeFigure(first)?.en];
  });
  expect(rows).toEqual(expected);
});

function list(clauses: readonly string[]): string {
  return clauses.map((clause) => `\`${clause}\``).join(", ");
}
