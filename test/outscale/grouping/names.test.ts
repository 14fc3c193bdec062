import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchesGlob, stemOf } from "../../../src/outscale/grouping/names";

const MEMBERS = ["primary", "replica", "blue", "green"];

test.each([
  ["web-1", "web"],
  ["web-a", "web"],
  ["web-1a", "web"],
  ["web-az2", "web"],
  ["web-cloudgouv-eu-west-1b", "web"],
  ["db-primary", "db"],
  ["DB-Replica-02", "db"],
  ["api-blue-c", "api"],
  ["s3-proxy", "s3-proxy"],
  ["k8s", "k8s"],
  ["web1", "web1"],
  ["a", "a"],
  ["a-1", "a"],
  ["front.b", "front"],
])("the stem of %s is %s", (name, stem) => {
  expect(stemOf(name, { region: "cloudgouv-eu-west-1", memberWords: MEMBERS })).toBe(stem);
});

test.each([
  ["web-1", "web-*", true],
  ["webb1", "web-*", false],
  ["web.1", "web.?", true],
  ["webx1", "web.?", false],
  ["a+b", "a+b", true],
])("%s against %s: %s", (name, glob, matches) => {
  expect(matchesGlob(name, glob)).toBe(matches);
});

test("a glob means what a pattern with its stars and question marks does", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  const glob = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
  fc.assert(
    fc.property(word, glob, (name, written) => {
      const pattern = written.replaceAll("*", "[ab]*").replaceAll("?", "[ab]");
      expect(matchesGlob(name, written)).toBe(new RegExp(`^${pattern}$`).test(name));
    }),
  );
});

// A pattern that tries every way to share the name among its stars would not end.
test("a glob of many stars ends", () => {
  expect(matchesGlob("a".repeat(5000), `${"*a".repeat(60)}b`)).toBe(false);
});
