import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createColors } from "picocolors";
import { POLICIES } from "../../policies";
import { describeOptions } from "../../src/cli/changed-settings";
import { reportOn } from "../../src/cli/check-report";
import { chooseExitCode } from "../../src/cli/exit-code";
import { readConfiguration } from "../../src/config";
import { PACK_POLICIES } from "../../src/policy";
import { formatJsonReport, formatTextReport, type Report } from "../../src/report";
import type { Resource } from "../../src/stack";
import { net, ssh, subnetIn, vmIn, volume } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf, tags } from "../support/resources";

/** The report of a stack under a configuration, as users write it. */
function report(resources: readonly Resource[], configuration: object = {}): Report {
  const settings = readConfiguration(configuration, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const read = { stack: stackOf(resources), limits: [], source: "preview" as const };
  return reportOn(read, settings, [...POLICIES, ...PACK_POLICIES], TODAY);
}

/** What the text and the JSON of a report say. */
function saidIn(found: Report): {
  text: string;
  json: { settings: { name: string }[]; leftOut: { reason: string }[] };
} {
  const text = formatTextReport(found, "en", createColors(false));
  return { text, json: JSON.parse(formatJsonReport(found, "en")) as never };
}

/** The exit codes, the gravest first. */
const GRAVEST_FIRST = [2, 1, 4, 3, 0];

function gravity(found: Report): number {
  return GRAVEST_FIRST.indexOf(chooseExitCode(found, { failOn: "mandatory", strict: true }));
}

const [a, b] = [subnetIn("a"), subnetIn("b")];
const anyStack = fc
  .record({ web: fc.boolean(), data: fc.boolean(), open: fc.boolean(), tier: fc.boolean() })
  .map(({ web, data, open, tier }) => (environment: string | undefined): Resource[] => {
    const own = { ...(tier && { tier: "web" }), ...(environment !== undefined && { environment }) };
    return [
      ...[net(), a, b],
      ...(web ? [vmIn(a, "web-a", { tags: tags(own) }), vmIn(b, "web-b", { tags: tags(own) })] : []),
      ...(data ? [volume("data", { tags: tags(environment === undefined ? {} : { environment }) })] : []),
      ...(open ? [ssh("0.0.0.0/0", "open")] : []),
    ];
  });

const LEVELLED = [...POLICIES, ...PACK_POLICIES].map(({ name }) => name);
/** Those that decide most of these stacks: nothing is weaker for what finds nothing. */
const DECIDING = ["require-tier-in-every-subregion", "no-public-admin-port", "verdicts-are-known"];
/** Something in a configuration, with how text and JSON name it. */
const anyChange = fc.oneof(
  fc
    .tuple(
      fc.oneof(fc.constantFrom("all", ...DECIDING), fc.constantFrom(...LEVELLED)),
      fc.constantFrom("disabled", "advisory"),
    )
    .map(([name, level]) => ({
      configuration: { [name]: level },
      name: name === "all" ? "all" : `${name}.enforcementLevel`,
    })),
  fc.constantFrom(
    { configuration: { "pack-settings": "disabled" }, name: "pack-settings" },
    { configuration: { "pack-settings": { adminPorts: [] } }, name: "pack-settings.adminPorts" },
    {
      configuration: { "pack-settings": { environment: { default: "dev" } } },
      name: "pack-settings.environment.default",
    },
    {
      configuration: { "pack-settings": { environment: { nonProduction: ["*"], production: ["live"] } } },
      name: "pack-settings.environment.nonProduction",
    },
    { configuration: { "pack-settings": { standaloneTiers: ["web"] } }, name: "pack-settings.standaloneTiers" },
    {
      configuration: { "pack-settings": { singletons: [{ tier: "web", reason: "licence" }] } },
      name: "pack-settings.singletons",
    },
  ),
);

describe("whatever makes the exit code weaker is named in text and JSON:", () => {
  test("a level, or a setting", () => {
    fc.assert(
      fc.property(anyStack, anyChange, (stack, { configuration, name }) => {
        const [before, after] = [report(stack(undefined)), report(stack(undefined), configuration)];
        fc.pre(gravity(after) > gravity(before));
        const { text, json } = saidIn(after);
        expect(json.settings.map((setting) => setting.name)).toContain(name);
        expect(text).toContain(`\n  ${name}: `);
      }),
      { numRuns: 12 },
    );
  });

  test("an option", () => {
    expect(describeOptions({ failOn: "never", allowEmpty: true, policy: ["no-root-account"] })).toEqual([
      { name: "--fail-on", value: "never", default: "mandatory", touches: [] },
      { name: "--allow-empty", value: true, default: false, touches: [] },
      { name: "--policy", value: ["no-root-account"], default: null, touches: [] },
    ]);
    expect(describeOptions({ failOn: "advisory", allowEmpty: false })).toEqual([]);
  });

  test("the tag of an environment", () => {
    const environment = fc.constantFrom("dev", "test", "recette", "bluegreen", " production ");
    fc.assert(
      fc.property(anyStack, environment, (stack, name) => {
        const [before, after] = [report(stack(undefined)), report(stack(name))];
        fc.pre(gravity(after) > gravity(before));
        const { text, json } = saidIn(after);
        expect(json.leftOut.map(({ reason }) => reason)).toContain("non-production");
        expect(text).toContain("\n  left out as non-production: ");
      }),
      { numRuns: 12 },
    );
  });
});

test("what is loosened and left out stands in the text as it is written", () => {
  const stack = [net(), a, vmIn(a, "web", { tags: tags({ environment: "test" }) }), ssh("0.0.0.0/0", "open")];
  const configuration = { "no-public-admin-port": "disabled", "pack-settings": { adminPorts: [22] } };
  const { text } = saidIn(report(stack, configuration));
  const section = text.split("\n\n").find((part) => part.startsWith("What the configuration changes"));
  expect(section).toBe(
    [
      "What the configuration changes, and what is left out",
      '  no-public-admin-port.enforcementLevel: "disabled" (by default "mandatory")',
      "  pack-settings.adminPorts: [22] (by default",
      '    [22,3389,23,"2375-2376","2379-2380","5900-5910","5985-5986",6443,8006,9090,10250...); touches',
      "    limit-admin-sources, limit-public-ports, no-public-admin-port and no-public-file-sharing-port",
      "  left out as non-production: 1 resource (web)",
    ].join("\n"),
  );
});
