import { describe, expect, test } from "@jest/globals";
import { findKnownGaps, type Member, findMissingSubregions } from "../../../src/outscale/grouping/spread";
import { Unknown, UnknownValue } from "../../../src/stack";
import { vm } from "../../support/builders";
import { answer } from "../resources/answers";

const REGION = "cloudgouv-eu-west-1";
const [a, b, c] = ["a", "b", "c"].map((letter) => `${REGION}${letter}`);

function hidden(path: string, value?: Unknown): UnknownValue {
  return new UnknownValue(vm("vm"), path, { value });
}

/** A member in a Subregion, by its letter; without one, its place is not known. */
function member(letter?: string): Member {
  if (letter !== undefined) return { subregion: () => `${REGION}${letter}` };
  return {
    subregion: () => {
      throw hidden("place");
    },
  };
}

/** The same of which it is not known whether it belongs to the group. */
function perhaps(letter?: string): Member {
  return { ...member(letter), why: hidden("membership") };
}

const many: Member = { ...perhaps(), isMany: true };
const counted: Member = { ...perhaps("a"), why: hidden("data", new Unknown("getVms")) };

type Row = [name: string, members: readonly Member[], expected: readonly unknown[] | string, enough?: number];

describe("the Subregions that a group misses:", () => {
  test.each<Row>([
    ["none of three", [member("a"), member("b"), member("c")], []],
    ["one, however many stand in the others", [member("a"), member("a"), member("b")], [c]],
    ["all, without members", [], [a, b, c]],
    ["none where as many as are asked for are there", [member("a"), member("b")], [], 2],
    ["those that are left where fewer are", [member("a")], [b, c], 2],
    ["one that a single place that is not known cannot fill", [member("a"), member()], [b, c]],
    [
      "not known where places that are not known may fill all",
      [member("a"), member(), member()],
      "not known: place of vm",
    ],
    ["not known where two may do", [member("a"), member()], "not known: place of vm", 2],
    ["those that one that may belong cannot fill", [member("a"), perhaps("b")], [b, c]],
    [
      "not known where those that may belong fill all",
      [member("a"), perhaps("b"), perhaps("c")],
      "not known: membership of vm",
    ],
    ["known where those that may belong stand where others do", [member("a"), member("b"), perhaps("b")], [c]],
    [
      "not known where one that may belong may stand anywhere",
      [member("a"), member("b"), perhaps()],
      "not known: membership of vm",
    ],
    ["not known where nothing certainly belongs", [perhaps("a")], "not known: membership of vm"],
    ["not known beside a list of any length", [member("a"), many], "not known: membership of vm"],
    ["not known beside what a data source counts", [member("a"), counted], "not known: data of vm"],
  ])("%s", (...[, members, expected, enough]) => {
    expect(answer(() => findMissingSubregions(REGION, members, enough))).toEqual(expected);
  });

  test("are known where the place of one member is", () => {
    expect(answer(() => findKnownGaps(REGION, [member("a"), member()]))).toEqual([b, c]);
    expect(answer(() => findKnownGaps(REGION, [member("x"), member()]))).toBe("not known: place of vm");
  });
});
