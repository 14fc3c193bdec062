import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { transformSync } from "@swc/core";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { readPackSettings, readSettings } from "../../src/config";
import { DryRunEngine, Placeholders } from "../../src/dryrun";
import { OUTSCALE_PACKAGE } from "../../src/outscale/package";
import { evaluate } from "../../src/policy";
import { Stack } from "../../src/stack";
import { INLINE, runInline } from "../dryrun/inline";

const pages = join(__dirname, "..", "..", "docs", "policies");
const HEADINGS = ["Fails", "Passes", "Why", "How to fix", "Configuration", "Limits", "Related"];

function page(name: string): string {
  return readFileSync(join(pages, `${name}.md`), "utf8");
}

/** The programs under a heading of a policy's page. */
function programs(name: string, heading: string): string[] {
  const section =
    page(name)
      .split(/^## /m)
      .find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = ""]) => code);
}

const examples = POLICIES.flatMap(({ name }) =>
  ["Fails", "Passes"].flatMap((heading) =>
    programs(name, heading).map((code, index) => ({ policy: name, heading, number: index + 1, code })),
  ),
);

describe("the page of", () => {
  test.each(POLICIES.map(({ name }) => name))("%s has its headings, in order, and its examples", (name) => {
    expect(existsSync(join(pages, `${name}.md`))).toBe(true);
    expect([...page(name).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
    expect(programs(name, "Fails").length).toBeGreaterThan(0);
    expect(programs(name, "Passes").length).toBeGreaterThan(0);
  });
});

/**
 * What no example of a policy can leave whole: a database on a bucket stands on a bucket that is mounted, a copy in clear
 * is of a volume in clear.
 */
const BREAKS_TOO: Readonly<Record<string, readonly string[]>> = {
  "no-database-on-object-storage": ["no-object-storage-mount"],
  "require-encrypted-source": ["require-encrypted-volume"],
};

describe("an example", () => {
  const config = { "outscale:region": "cloudgouv-eu-west-1" };
  const deployment = {
    ...INLINE,
    organization: "organization",
    sources: [],
    config,
    secretKeys: [],
    configPosition: () => undefined,
    placeholders: new Placeholders(),
    packages: [OUTSCALE_PACKAGE],
  };
  const engine = new DryRunEngine(deployment);
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    // Pulumi's SDK takes a stack trace of each promise, which costs more under Jest than all the rest.
    Error.stackTraceLimit = 0;
    return engine.start();
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
    engine.stop();
  });

  /**
   * The policies that a program breaks, of those that would stop it and the one it illustrates: an example shows one
   * thing, and leaves out what is only advised elsewhere.
   */
  async function broken(code: string, illustrated: string): Promise<string[]> {
    const script = transformSync(code, {
      jsc: { parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    }).code;
    engine.reset(deployment);
    await runInline(engine, () => {
      // In the test's own realm: in another one, a list of the example would not be a list here.
      const run = Reflect.construct(Function, ["require", "exports", script]) as (
        load: NodeJS.Require,
        own: object,
      ) => void;
      run(require, {});
    });
    const { resources } = engine.result();
    const stack = Stack.of(resources, { project: INLINE.project, name: INLINE.stack });
    const settings = {
      ...readPackSettings({}),
      settingsOf: (policy: (typeof POLICIES)[number]) => readSettings(policy, {}),
      today: "2026-01-31",
    };
    const asked = POLICIES.filter(({ name, level }) => level === "mandatory" || name === illustrated);
    const outcomes = evaluate(stack, asked, settings);
    return [...new Set(outcomes.filter(({ verdict }) => verdict === "violation").map(({ policy }) => policy.name))];
  }

  test.each(examples)("$policy, $heading $number", async ({ policy, heading, code }) => {
    expect((await broken(code, policy)).sort()).toEqual(
      heading === "Fails" ? [...(BREAKS_TOO[policy] ?? []), policy].sort() : [],
    );
  });
});
