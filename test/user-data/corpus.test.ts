import { describe, expect, test } from "@jest/globals";
import { readUserData } from "../../src/outscale/user-data";
import { type Example, examplesOf, toldOf } from "./corpus";

describe.each(["does", "does-not"] as const)("what %s", (kind) => {
  const examples = examplesOf(kind);

  test("is tried on thirty documents at least", () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
  });

  test.each<Example>(examples)("$name", ({ text, facts }) => {
    expect(toldOf(readUserData(text))).toEqual(facts);
  });

  test.each<Example>(examples.filter(({ name }) => !name.endsWith(".b64")))("$name in Base64", ({ text, facts }) => {
    expect(toldOf(readUserData(Buffer.from(text).toString("base64")))).toEqual(facts);
  });
});

test("what only looks like it does nothing of it", () => {
  const done = examplesOf("does-not").flatMap(({ facts }) => Object.keys(facts));

  expect([...new Set(done)].sort()).toEqual(["diskUses", "outscale"]);
});
