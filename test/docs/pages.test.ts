import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { Stack } from "../../src/stack";
import { INLINE } from "../dryrun/inline";
import { judgementOf } from "../support/judgement";
import { ExampleRunner, pageExamples, pageOf, programsUnder } from "./page-examples";

const HEADINGS = ["Fails", "Passes", "Why", "How to fix", "Configuration", "Limits", "Related"];

describe("the page of", () => {
  test.each(POLICIES.map(({ name }) => name))("%s has its headings, in order, and its examples", (name) => {
    expect([...pageOf(name).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
    expect(programsUnder(name, "Fails").length).toBeGreaterThan(0);
    expect(programsUnder(name, "Passes").length).toBeGreaterThan(0);
  });
});

/**
 * What no example of a policy can leave whole: a database on a bucket stands on a bucket that is mounted, a copy in clear
 * is of a volume in clear, and a source that is too wide for one place is the Internet.
 */
const BREAKS_TOO: Readonly<Record<string, readonly string[]>> = {
  "limit-source-range": ["limit-public-ports"],
  "no-database-on-object-storage": ["no-object-storage-mount"],
  "require-encrypted-source": ["require-encrypted-volume"],
};

describe("an example", () => {
  const runner = new ExampleRunner();
  beforeAll(() => runner.start());
  afterAll(() => {
    runner.stop();
  });

  /**
   * The policies that a program breaks, of those that would stop it and the one it illustrates: an example shows one
   * thing, and leaves out what is only advised elsewhere.
   */
  async function broken(code: string, illustrated: string): Promise<string[]> {
    const resources = await runner.run(code);
    const stack = Stack.of(resources, { project: INLINE.project, name: INLINE.stack });
    const asked = POLICIES.filter(({ name, level }) => level === "mandatory" || name === illustrated);
    const outcomes = judgementOf(stack, asked).outcomes();
    return [...new Set(outcomes.filter(({ verdict }) => verdict === "violation").map(({ policy }) => policy.name))];
  }

  test.each(pageExamples())("$policy, $heading $number", async ({ policy, heading, code }) => {
    expect((await broken(code, policy)).sort()).toEqual(
      heading === "Fails" ? [...(BREAKS_TOO[policy] ?? []), policy].sort() : [],
    );
  });
});
