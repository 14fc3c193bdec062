import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { explain } from "../../src/cli/explain";
import { list } from "../../src/cli/list";
import { CLAUSE_IDS } from "../../src/contract";
import { LANGUAGES } from "../../src/text";

describe("explain", () => {
  test("says of a commitment its figure, its condition, what forfeits it and how to claim it", () => {
    const lines = explain("SLA4.internet", "en").split("\n");
    expect(lines.filter((line) => !line.startsWith("  ") && line !== "")).toEqual([
      "SLA4.internet  SLA4 – Service “secured network to the Internet”",
      "Line 538 of the convention",
      "Outscale commits to the availability of Internet access, for a client deployed in every Subregion of the Region.",
      "Figure: 99.999 % each year",
      "Who answers for it: Outscale and the client, each for a part",
      "Conditions",
      "How it is read (docs/interpretation.md)",
      "Policies whose violation forfeits it",
      "Policies whose violation leaves less evidence for it",
      "How to claim it from support",
    ]);
    expect(lines).toContain("  require-tier-in-every-subregion  Every production tier runs in all Subregions");
    for (const proof of ["SLA10.ticket", "SLA10.evidence", "SLA10.zones"]) {
      expect(lines.some((line) => line.startsWith(`  ${proof}  `))).toBe(true);
    }
    expect(lines.join(" ").replaceAll(/\s+/g, " ")).toContain(
      "`pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that shows what stood where.",
    );
  });

  test("says why no policy looks at a duty", () => {
    expect(explain("r9.review", "fr")).toContain(
      "Pourquoi aucune politique ne la regarde\n  Elle est tenue par ce que font des personnes, encore et encore",
    );
  });

  test.each(LANGUAGES)("has something to say of every policy and clause (%s)", (language) => {
    for (const name of [...POLICIES.map((policy) => policy.name), ...CLAUSE_IDS]) {
      expect(explain(name, language)).not.toMatch(/undefined|\[object|\n\n\n/);
    }
  });

  test("names the closest when the name is none", () => {
    expect(() => explain("sla4.internt", "en")).toThrow(
      "`sla4.internt` is no policy and no clause. The closest is SLA4.internet; `list` shows them all.",
    );
  });
});

test("list --by clause gives every clause its policies", () => {
  const lines = list("clause", "en").split("\n").filter(Boolean);
  expect(lines.map((line) => line.split(" ")[0])).toEqual([...CLAUSE_IDS]);
  expect(lines.find((line) => line.startsWith("SLA4.ports"))).toMatch(
    / no-public-admin-port no-public-file-sharing-port$/,
  );
});
