import { expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { CLAUSE_IDS, CLAUSES, isUnseen, whyUnseen } from "../../src/contract";

const named = new Set(
  POLICIES.flatMap(({ clauses, stakes }) => [...clauses, ...stakes.flatMap((each) => each.forfeits)]),
);
const unnamed = CLAUSE_IDS.filter((id) => !named.has(id));

test("every clause that asks something of the client has a policy, or a reason why it has none", () => {
  expect(unnamed.filter((id) => whyUnseen(id) === undefined)).toEqual([]);
  expect(CLAUSE_IDS.filter((id) => named.has(id) && isUnseen(id))).toEqual([]);
});

test("every clause that a policy names says what a program shows of it, and no other does", () => {
  const owed = CLAUSE_IDS.filter((id) => named.has(id) && CLAUSES[id].force !== "commitment");
  expect(CLAUSE_IDS.filter((id) => CLAUSES[id].shows !== undefined)).toEqual(owed);
});

test("a program is the fact itself for these alone, and for these no more than a declaration", () => {
  expect(CLAUSE_IDS.filter((id) => CLAUSES[id].shows === "shown")).toEqual([
    "GEN.asterisk",
    "SLA2.bypass",
    "SLA4.ports",
    "SLA6.block",
    "SLA6.fuse",
    "SLA8.none",
    "SLA8.temporary",
  ]);
  const declared = CLAUSE_IDS.filter((id) => {
    const { shows } = CLAUSES[id];
    return typeof shows === "object" && "declared" in shows;
  });
  expect(declared).toEqual(["SLA4.waf", "R8.sensitive", "R9.mfa", "QUAL.workstation"]);
});
