import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { integerOf, type Shapes, shapeValues, Unknown, type Value } from "../../src/stack";

const SHAPES: Shapes = {
  port: "number",
  open: "boolean",
  range: "text",
  labels: "map",
  ranges: ["text"],
  rules: [{ port: "number", ranges: ["text"] }],
  disk: { size: "number" },
};

/** The value of a property as the provider reads it; `misshapen` where it takes no such value. */
function shaped(property: string, value: Value): unknown {
  return JSON.parse(
    JSON.stringify(shapeValues({ [property]: value }, SHAPES)[property], (_key, each: unknown) =>
      each instanceof Unknown ? (each.isMisshapen ? "misshapen" : "unknown") : each,
    ),
  );
}

describe("a value as the provider reads it", () => {
  test.each<[name: string, property: string, written: Value, read: unknown]>([
    ["a number in text", "port", "22", 22],
    ["an octal number, by its leading zero", "port", "026", 22],
    ["a hexadecimal number", "port", "0x16", 22],
    ["a number below nought", "port", "-1", -1],
    ["a number with spaces, which the bridge refuses", "port", " 22", "misshapen"],
    ["a fraction in text", "port", "22.5", "misshapen"],
    ["no number", "port", "ssh", "misshapen"],
    ["an object for a number", "port", { port: 22 }, "misshapen"],
    ["a number for a text", "range", 10, "10"],
    ["a list for a text", "range", ["0.0.0.0/0"], "misshapen"],
    ["a boolean", "open", true, true],
    ["a text for a boolean, which the engine refuses", "open", "true", "misshapen"],
    ["texts by name", "labels", { any: "thing" }, { any: "thing" }],
    ["a text for texts by name", "labels", "any=thing", "misshapen"],
    ["a text for a list", "ranges", "0.0.0.0/0", "misshapen"],
    ["a list within a list", "ranges", ["10.0.0.0/8", ["0.0.0.0/0"]], ["10.0.0.0/8", "misshapen"]],
    ["one object for a list", "rules", { port: "22" }, [{ port: 22 }]],
    ["a list written as an object", "rules", { 0: { port: 22 } }, ["misshapen"]],
    ["an object of other properties", "disk", { volume: 10 }, "misshapen"],
    ["an object with properties that another version has", "disk", { size: 10, speed: 1 }, { size: 10, speed: 1 }],
    ["a list of one for an object", "disk", [{ size: "10" }], { size: 10 }],
    ["what is not known", "port", new Unknown(), "unknown"],
    ["what has no shape", "other", ["as", 1, "is"], ["as", 1, "is"]],
  ])("%s", (_name, property, written, read) => {
    expect(shaped(property, written)).toEqual(read);
  });

  test("is what is written, where that has the right shape", () => {
    const values = { port: 22, ranges: ["10.0.0.0/8"], rules: [{ port: 22 }], disk: { size: 1 }, labels: { a: "b" } };
    expect(shapeValues(values, SHAPES)).toBe(values);
  });

  test("is never of another kind, whatever is written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (written) => {
        fc.pre(written !== null);
        const { port, range, ranges } = shapeValues(
          { port: written, range: written, ranges: written } as Record<string, Value>,
          SHAPES,
        );
        const isNumber = (value: Value | undefined) => value instanceof Unknown || typeof value === "number";
        const isText = (value: Value | undefined) => value instanceof Unknown || typeof value === "string";
        expect([isNumber(port), isText(range)]).toEqual([true, true]);
        expect(ranges instanceof Unknown || (Array.isArray(ranges) && ranges.every(isText))).toBe(true);
      }),
    );
  });
});

test("a whole number is read from every base that it is written in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_535 }), (number) => {
      const spellings = [
        String(number),
        `+${String(number)}`,
        `0x${number.toString(16)}`,
        `0${number.toString(8)}`,
        `0o${number.toString(8)}`,
        `0b${number.toString(2)}`,
      ];
      expect(spellings.map(integerOf)).toEqual(spellings.map(() => number));
    }),
  );
});
