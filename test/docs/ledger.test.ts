import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createColors } from "picocolors";
import { budgetMinutes, CLAUSES, type ClauseId, COMMITMENTS, type Force } from "../../src/contract";
import { type AssetScope, makeAsset } from "../../src/outscale";
import { type CommitmentLine, type CommitmentStatus, describeScope, type DutyStatus } from "../../src/policy";
import { scopeOf } from "../../src/policy/ledger/scope";
import { formatMinutes, sayIn } from "../../src/report";
import { formatCommitments } from "../../src/report/ledger/commitments-text";
import { formatDuties } from "../../src/report/ledger/duties-text";
import { vm } from "../support/builders";

const page = readFileSync(join(__dirname, "..", "..", "docs", "ledger.md"), "utf8");
const words = page.replaceAll(/\s+/g, " ");
const style = { say: sayIn("en"), colors: createColors(false) };

/** The rows of the table whose first heading is this one. */
function tableOf(heading: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("the page says what each commitment is about, as the ledger has it", () => {
  const byScope = new Map<AssetScope, ClauseId[]>();
  for (const { clause } of COMMITMENTS) byScope.set(scopeOf(clause), [...(byScope.get(scopeOf(clause)) ?? []), clause]);
  const rows = [...byScope.values()].map((clauses) => {
    const { about, line } = describeScope(clauses[0] ?? "SLA1.region");
    return [clauses.map((clause) => `\`${clause}\``).join(", "), about.en, line.en];
  });
  expect(tableOf("Commitment")).toEqual(rows);
});

/** One line of a commitment, as a report prints it. */
function printed(status: CommitmentStatus): string {
  const [commitment] = COMMITMENTS;
  if (!commitment) throw new Error("no commitment");
  const asset = makeAsset(vm());
  const line: CommitmentLine = { commitment, asset, status, reading: "", reasons: [], excluded: [], notes: [] };
  return formatCommitments({ isDeployed: false, commitments: [line], duties: [] }, style)[1] ?? "";
}

test("it has every word for how a line stands", () => {
  const statuses: readonly CommitmentStatus[] = [
    ...(["enforceable", "planned", "to be proved", "accepted", "not applicable"] as const),
    ...(["undetermined", "forfeited"] as const),
  ];
  const names = statuses.map((status) => /\)\s+(.+?)\s{2,}/.exec(printed(status))?.[1]);
  expect(tableOf("Word").map(([word]) => word)).toEqual(names.map((name) => `\`${String(name)}\``));
});

/** How the clauses of a force are said to stand, as a report prints it. */
function wordFor(force: Force, status: DutyStatus): string | undefined {
  const clause = (Object.keys(CLAUSES) as ClauseId[]).find((id) => CLAUSES[id].force === force) ?? "GEN.asterisk";
  const line = { clause, force, asset: undefined, status, reasons: [], left: undefined };
  const [, row = ""] = formatDuties({ isDeployed: false, commitments: [], duties: [line] }, style);
  return /^ {2}(.+?) {2,}/.exec(row)?.[1];
}

test("it has every word for how clauses stand, by what they bind to", () => {
  const forces = ["condition", "obligation", "recommendation", "exclusion", "warning", "information", "undertaking"];
  const rows = (forces as Force[]).map((force) => [
    force,
    ...(["shown", "partly", "unmet"] as const).map((status) => wordFor(force, status)),
  ]);
  expect(tableOf("Force").map(([force, , ...cells]) => [force, ...cells])).toEqual(rows);
});

test("it counts what is left of a figure as reports do", () => {
  const left = (clause: ClauseId) => {
    const commitment = COMMITMENTS.find((each) => each.clause === clause);
    return formatMinutes((commitment && budgetMinutes(commitment.figure)) ?? 0);
  };
  expect([left("SLA9.api"), left("SLA4.internet")]).toEqual(["43 min", "5 min"]);
  expect(words).toContain("99.9 % a month leaves 43 minutes, 99.999 % a year leaves 5.");
});
