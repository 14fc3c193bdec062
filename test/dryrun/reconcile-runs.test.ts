import { describe, expect, test } from "@jest/globals";
import { reconcileRuns } from "../../src/dryrun/reconcile-runs";
import type { DryRun } from "../../src/dryrun";
import { Unknown, type Resource, type Values } from "../../src/stack";

function made(name: string, inputs: Values = {}, more: Partial<Resource> = {}): Resource {
  return {
    urn: `urn:${name}`,
    type: "shop:index:Basket",
    name,
    inputs,
    written: true,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    retainOnDelete: false,
    ...more,
  };
}

function run(resources: readonly Resource[], more: Partial<DryRun> = {}): DryRun {
  return { resources, limits: [], unansweredCalls: [], lines: new Set(), ...more };
}

function inputsOf(one: Values, other: Values): Values | undefined {
  return reconcileRuns(run([made("a", one)]), run([made("a", other)])).resources[0]?.inputs;
}

describe("what two runs agree on", () => {
  test.each<{ what: string; one: Values; other: Values; inputs: Values }>([
    { what: "the same values", one: { a: 1, b: ["x"] }, other: { a: 1, b: ["x"] }, inputs: { a: 1, b: ["x"] } },
    {
      what: "values that differ",
      one: { a: 12, b: true, c: "10.0.2.0/24" },
      other: { a: 4011, b: false, c: "10.0.4001.0/24" },
      inputs: { a: new Unknown(), b: new Unknown(), c: new Unknown() },
    },
    {
      what: "nested values that differ",
      one: { a: [{ size: 2, name: "x" }] },
      other: { a: [{ size: 4001, name: "x" }] },
      inputs: { a: [{ size: new Unknown(), name: "x" }] },
    },
    { what: "lists of two lengths", one: { a: [1, 2] }, other: { a: [1] }, inputs: { a: new Unknown() } },
    { what: "what only one set", one: { a: 1 }, other: { b: 2 }, inputs: { a: new Unknown(), b: new Unknown() } },
    {
      what: "what was unknown before",
      one: { a: new Unknown("getImages.id") },
      other: { a: new Unknown("getImages.id") },
      inputs: { a: new Unknown("getImages.id") },
    },
    { what: "an unknown and a value", one: { a: 1 }, other: { a: new Unknown("x") }, inputs: { a: new Unknown("x") } },
    { what: "values of two kinds", one: { a: ["x"] }, other: { a: { x: 1 } }, inputs: { a: new Unknown() } },
  ])("of $what", ({ one, other, inputs }) => {
    expect(inputsOf(one, other)).toEqual(inputs);
  });

  test("is no resource that only one of them made, which is said", () => {
    const position = { file: "main.go", line: 7, column: 1 };
    const { resources, limits } = reconcileRuns(
      run([made("a"), made("b", {}, { position })], { limits: [{ kind: "stack reference", name: "x" }] }),
      run([made("a"), made("c")]),
    );
    expect(resources).toEqual([made("a")]);
    expect(limits).toEqual([
      { kind: "made after deployment", name: "c" },
      { kind: "made after deployment", name: "main.go:7" },
      { kind: "stack reference", name: "x" },
    ]);
  });

  test("is every dependency, call and line of both, and no more protection than both gave", () => {
    const one = made("a", {}, { dependencies: ["urn:x"], propertyDependencies: { p: ["urn:x"] }, protect: true });
    const other = made("a", {}, { dependencies: ["urn:y"], propertyDependencies: { p: ["urn:y"] } });
    expect(
      reconcileRuns(
        run([one], { unansweredCalls: ["b"], lines: new Set(["x:1"]) }),
        run([other], { unansweredCalls: ["a"], lines: new Set(["x:2"]) }),
      ),
    ).toEqual({
      resources: [{ ...other, dependencies: ["urn:x", "urn:y"], propertyDependencies: { p: ["urn:x", "urn:y"] } }],
      limits: [],
      unansweredCalls: ["a", "b"],
      lines: new Set(["x:1", "x:2"]),
    });
  });
});
