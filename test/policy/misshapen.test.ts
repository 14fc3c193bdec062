import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { POLICIES } from "../../policies";
import { INPUT_SHAPES } from "../../src/outscale/provider/shapes";
import { type Resource, type Value } from "../../src/stack";
import { readValue, type WireValue } from "../../src/stack/wire";
import { net, rule, subnetIn, vmIn } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { stackOf, untyped } from "../support/resources";

const a = subnetIn("a");
const ground = [net(), a, vmIn(a, "web")];

/** Values as JSON has them, with names that every object inherits from another. */
const anyValue = fc
  .oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(...(["__proto__", "constructor", "toString"] as const)).map((name) => ({ [name]: { tags: [] } })),
  )
  .map((written) => readValue(written as WireValue))
  .filter((value): value is Value => value !== undefined);

const anyResource = fc
  .constantFrom(...Object.keys(INPUT_SHAPES))
  .chain((type) =>
    fc
      .dictionary(fc.constantFrom(...Object.keys(INPUT_SHAPES[type] ?? {})), anyValue, { minKeys: 1, maxKeys: 4 })
      .map((inputs): Resource => untyped(type, "odd", inputs)),
  );

test("a value of any shape leaves its subject open, and everything else judged", () => {
  const open = rule("open", { ...{ flow: "Inbound", ipProtocol: "tcp", ipRange: "0.0.0.0/0" }, fromPortRange: 22 });
  fc.assert(
    fc.property(anyResource, (odd) => {
      const outcomes = judgementOf(stackOf([...ground, open, odd]), POLICIES).listReported();
      const found = outcomes.filter(({ verdict, subject }) => verdict === "violation" && subject.name === "open");
      expect(found.map(({ policy }) => policy.name)).toContain("no-public-admin-port");
    }),
    { numRuns: 80 },
  );
});
