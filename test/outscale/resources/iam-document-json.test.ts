import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hasTwice, isObject, memberOf, parseDocument } from "../../../src/outscale/resources/iam-document-json";
import type { Values } from "../../../src/stack";

/** JSON as anybody may write it: an object as the list of its names and values, of which some come twice. */
type Tree =
  string | number | null | { readonly list: readonly Tree[] } | { readonly members: readonly [string, Tree][] };

const name = fc.constantFrom("a", "b", 'q"', "\\", "é", "");
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Tree>("a", '":', "{", 1, null),
    fc.record({ list: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ members: fc.array(fc.tuple(name, tie("tree")), { maxLength: 4 }) }),
  ),
}));

function write(of: Tree, blank: string): string {
  if (of === null || typeof of !== "object") return JSON.stringify(of);
  if ("list" in of) return `[${of.list.map((each) => write(each, blank)).join(`,${blank}`)}]`;
  return `{${of.members.map(([own, value]) => `${JSON.stringify(own)}${blank}:${write(value, blank)}`).join(",")}${blank}}`;
}

/** What a document says of an object, checked against how it was written. */
function agrees(read: unknown, of: Tree): boolean {
  if (of === null || typeof of !== "object") return read === of;
  if ("list" in of) return Array.isArray(read) && of.list.every((each, index) => agrees(read[index], each));
  if (!isObject(read as Values)) return false;
  const object = read as Values;
  return of.members.every(([own]) => {
    const [first, ...others] = of.members.filter(([each]) => each === own).map(([, value]) => value);
    const member = memberOf(object, own);
    const isFirst = first === null ? member === undefined : agrees(member, first ?? null);
    return isFirst && hasTwice(object, own) === others.length > 0;
  });
}

describe("a document", () => {
  test("is read as it is written, and tells which names its objects have twice", () => {
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom("", " ", "\n\t "),
        fc.constantFrom("", "\ufeff", "\u00a0\n"),
        (of, blank, around) => {
          expect(agrees(parseDocument(around + write(of, blank) + around), of)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("that has no name twice is what JSON says", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseDocument(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("that is no JSON is none, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ a1'.split("")) }), (text) => {
        let json: unknown;
        try {
          json = JSON.parse(text.trim());
        } catch {
          json = undefined;
        }
        expect(parseDocument(text) === undefined).toBe(json === undefined);
      }),
    );
  });

  test("may be deep and long", () => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    const long = `{${Array.from({ length: 50_000 }, (_, index) => `"${String(index % 40_000)}" : ${" ".repeat(9)}1`).join()}}`;
    expect(Array.isArray(parseDocument(deep))).toBe(true);
    expect([hasTwice(parseDocument(long) as Values, "9999"), hasTwice(parseDocument(long) as Values, "10000")]).toEqual(
      [true, false],
    );
  });
});
