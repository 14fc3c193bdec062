import { expect, test } from "@jest/globals";
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
