import { expect, test } from "@jest/globals";
import { createColors } from "picocolors";
import { POLICIES } from "../../policies";
import { reportOn } from "../../src/cli/check-report";
import { readConfiguration } from "../../src/config";
import { matchesGlob } from "../../src/outscale/grouping/names";
import { PACK_POLICIES } from "../../src/policy";
import { formatJsonReport, formatTextReport } from "../../src/report";
import { net, securityGroup, ssh, subnetIn, vmIn } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf, tags } from "../support/resources";

/** A name that would forge a summary, a command of a pipeline, a colour, and text in the other direction. */
const FORGED =
  "web\u001b[31m\n0 mandatory violations, 0 advisory violations.\n::error::forged \u202e##vso[task.complete]";
const a = subnetIn("a");
const resources = [
  ...[net(), a, securityGroup(), ssh("0.0.0.0/0", FORGED)],
  vmIn(a, `vm ${FORGED}`, { tags: tags({ tier: FORGED, environment: FORGED }) }),
];

test.each(["en", "fr"] as const)(
  "a name forges no line of a report, and nothing that a pipeline obeys: %s",
  (language) => {
    const settings = readConfiguration({}, { policies: POLICIES, packPolicies: PACK_POLICIES });
    const read = { stack: stackOf(resources), limits: [], source: "preview" as const };
    const report = reportOn(read, settings, [...POLICIES, ...PACK_POLICIES], TODAY);
    for (const colored of [false, true]) {
      const text = formatTextReport(report, language, createColors(colored));
      expect(text).toContain(String.raw`\u001b[31m\n0 mandatory`);

      const lines = text.replaceAll(/\u001b\[\d+m/g, "").split("\n");
      expect(lines.filter((line) => /^0 mandatory|^\s*::|##vso|[\p{Cc}\p{Bidi_Control}]/u.test(line))).toEqual([]);
    }
    expect(formatTextReport(report, language, createColors(false))).not.toContain("\u001b");
    const json = formatJsonReport(report, language);
    expect(json).not.toMatch(/[\p{Bidi_Control}\p{Zl}]|##vso/u);
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 2 });
  },
);

test("a glob of many stars against a long name is settled at once", () => {
  expect(matchesGlob("a".repeat(100_000), `${"*a".repeat(50)}*x`)).toBe(false);
});
