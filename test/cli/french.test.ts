import { expect, test } from "@jest/globals";
import { proseOf } from "../conventions/spacing";
import { run } from "./command";

const STATE = ["--state", "test/cli/state/shop.json"];
/** A sign after a space that a line may break at, and English words that a value could be shown by. */
const NOT_FRENCH = /\S+ [:;!?%»](?!\S)|« \S+|(?<![\w.-])(?:mandatory|advisory|disabled|GiB|entry|and|more)(?![\w.-])/g;

// Each text by itself is held to more in test/conventions/words.test.ts; here is what puts them together.
test.each([
  ["a report", ["check", ...STATE]],
  ["a report of what is planned", ["check", "examples/minimal"]],
  ["a proof", ["prove", ...STATE]],
  ["the ways to what is deployed", ["reach", "--from", "internet", ...STATE]],
  ["a policy", ["explain", "require-tier-in-every-subregion"]],
  ["a commitment", ["explain", "SLA10.sev1"]],
  ["every policy", ["list"]],
])("%s is French all through", (_what, args) => {
  const { stdout, stderr } = run(...args, "--lang", "fr");
  expect(stderr).toBe("");
  // A sentence in code is broken over lines like any other.
  expect(proseOf(stdout).match(NOT_FRENCH)).toBeNull();
});

test("what is not French is found", () => {
  const page = "! politique  mandatory\n  Ouvert : 10 GiB `a : b`\n  «\u00a0tout\u00a0»\u00a0: SLA4.and";
  expect(proseOf(page).match(NOT_FRENCH)).toEqual(["mandatory", "Ouvert :", "GiB"]);
});
