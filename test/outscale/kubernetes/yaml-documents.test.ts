import { expect, test } from "@jest/globals";
import { documentsIn, firstDocumentIn } from "../../../src/outscale/kubernetes/manifests/yaml-documents";
import { processorTime } from "../../support/processor-time";

test.each([
  ["kind: A\nkind: B", undefined],
  ["kind: A\nspec: { a: 1, a: 2 }", undefined],
  ["kind: A\nspec: [{ a: 1 }, { a: 2 }]", [{ kind: "A", spec: [{ a: 1 }, { a: 2 }] }]],
])("an object with a key twice is none: %j", (text, objects) => {
  expect(documentsIn(text)).toEqual(objects);
});

test("an object of many keys is read in time that grows with them", () => {
  const keys = (count: number) => Array.from({ length: count }, (_none, index) => `k${String(index)}: 1`).join("\n");
  const timeOf = (count: number) => {
    const text = keys(count);
    return processorTime(() => firstDocumentIn(text));
  };
  timeOf(1000);
  // Ten times the keys would take a hundred times as long, were each held against each.
  expect(timeOf(30_000)).toBeLessThan(30 * timeOf(3000));
});
