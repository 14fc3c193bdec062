import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { actionsOf, SERVICES } from "../../../src/outscale/resources/eim-actions";
import { chooseParts, Choices, eachOf, holds, type Reading } from "../../../src/outscale/resources/eim-patterns";

const READINGS: readonly Reading[] = ["to the letter", "as a glob", "loosely"];

/** Whether a text fits a pattern, by trying every way: nobody has to believe more than what `*` and `?` mean. */
function fits(text: string, pattern: string, hasQuestionMarks = true): boolean {
  if (pattern === "") return text === "";
  const [head = "", rest] = [pattern[0], pattern.slice(1)];
  if (head === "*")
    return fits(text, rest, hasQuestionMarks) || (text !== "" && fits(text.slice(1), pattern, hasQuestionMarks));
  return (
    text !== "" &&
    (head === text[0] || (head === "?" && hasQuestionMarks)) &&
    fits(text.slice(1), rest, hasQuestionMarks)
  );
}

function fitsAs(text: string, pattern: string, reading: Reading): boolean {
  if (reading === "loosely") return fits(text.toLowerCase(), pattern.trim().toLowerCase());
  return fits(text, pattern, reading === "as a glob");
}

const text = fc.string({ unit: fc.constantFrom("a", "B", ":"), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom("a", "A", "b", "B", ":", "*", "*", "?", " "), maxLength: 6 });
const things = fc.array(fc.array(text, { minLength: 1, maxLength: 2 }), { maxLength: 8 });

const chosenOf = (chosen: boolean[]) => chosen.reduce((all, is, index) => (is ? all | (1n << BigInt(index)) : all), 0n);

describe("patterns choose", () => {
  test.each(READINGS)("what one of them fits, read %s", (reading) => {
    fc.assert(
      fc.property(things, fc.array(pattern, { maxLength: 4 }), (spellings, patterns) => {
        const expected = spellings.map((each) => each.some((one) => patterns.some((by) => fitsAs(one, by, reading))));
        expect(new Choices(spellings).chosenBy(patterns, reading)).toBe(chosenOf(expected));
      }),
      { numRuns: 2000 },
    );
  });

  test("no more to the letter than as a glob, and no more so than loosely", () => {
    fc.assert(
      fc.property(things, pattern, (spellings, by) => {
        const choices = new Choices(spellings);
        const [letter = 0n, glob = 0n, loose = 0n] = READINGS.map((reading) => choices.chosenBy([by], reading));
        expect([holds(glob, letter), holds(loose, glob), holds(choices.all, loose)]).toEqual([true, true, true]);
      }),
    );
  });

  test("all of a service by the first letters of its calls, and not without one of them", () => {
    for (const service of SERVICES) {
      const actions = actionsOf(service);
      const choices = new Choices(actions.map((action) => [action]));
      const starts = [...new Set(actions.map((action) => action.slice(0, service.length + 2)))].map(
        (each) => `${each}*`,
      );
      expect(choices.chosenBy(starts, "to the letter")).toBe(choices.all);
      for (const [index] of starts.entries()) {
        expect(choices.chosenBy(starts.toSpliced(index, 1), "loosely")).not.toBe(choices.all);
      }
    }
  });

  test("in a time that grows with their length alone", () => {
    const choices = new Choices(SERVICES.flatMap(actionsOf).map((action) => [action]));
    const long = ["*".repeat(1_000_000), "*?".repeat(100_000), "*a".repeat(100_000), `${"a*".repeat(100_000)}b`];
    expect(READINGS.map((reading) => choices.chosenBy(long.slice(1), reading))).toEqual([0n, 0n, 0n]);
    expect(choices.chosenBy(long, "as a glob")).toBe(choices.all);
  });
});

test("every action is a name of its own, of the service that it is of", () => {
  const actions = SERVICES.flatMap(actionsOf);
  expect(new Set(actions).size).toBe(actions.length);
  expect(actions.filter((action) => !/^[a-z\d]+:[A-Z][A-Za-z\d]+$/.test(action))).toEqual([]);
  expect(actions).toEqual(expect.arrayContaining(["api:ReadVms", "ec2:RunInstances", "iam:PutUserPolicy"]));
});

test("what is chosen is the sum of its bits", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 70n }), (chosen) => {
      expect(eachOf(chosen).reduce((sum, bit) => sum | bit, 0n)).toBe(chosen);
      expect(eachOf(chosen).every((bit) => (bit & (bit - 1n)) === 0n)).toBe(true);
    }),
  );
});

test("the parts that are named hold what is wanted, and each adds to it", () => {
  const bits = fc.bigInt({ min: 0n, max: 255n });
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 6 }), bits, (chosen, wanted) => {
      const parts = chosen.map((each) => ({ chosen: each }));
      const union = (of: typeof parts) => of.reduce((all, part) => all | part.chosen, 0n);
      fc.pre(wanted !== 0n && holds(union(parts), wanted));
      const named = chooseParts(parts, wanted);
      expect(holds(union(named), wanted)).toBe(true);
      expect(named.length === 1).toBe(chosen.some((each) => holds(each, wanted)));
      expect(named.every((part, index) => !holds(union(named.slice(0, index)), part.chosen & wanted))).toBe(true);
    }),
  );
});
