import { expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { CLAUSE_IDS, CLAUSES, isUnseen } from "../../src/contract";

test("every clause that binds the client has a policy, or a reason why it has none", () => {
  const policies = new Set(
    POLICIES.flatMap(({ clauses, stakes }) => [...clauses, ...stakes.flatMap((each) => each.forfeits)]),
  );
  const commitments = CLAUSE_IDS.filter((id) => CLAUSES[id].figure !== undefined);
  const owed = CLAUSE_IDS.filter((id) => CLAUSES[id].bearer !== "provider" && !commitments.includes(id));
  expect(owed.filter((id) => !policies.has(id) && !isUnseen(id))).toEqual([]);
  expect(CLAUSE_IDS.filter((id) => policies.has(id) && isUnseen(id))).toEqual([]);
});
