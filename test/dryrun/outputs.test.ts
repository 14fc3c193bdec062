import { describe, expect, test } from "@jest/globals";
import { makePreviewOutputs } from "../../src/dryrun/outputs";
import { UNKNOWN } from "../../src/stack/wire";
import { SHOP } from "./schema";

const BASKET = SHOP.resources["shop:index:Basket"] ?? {};

describe("outputs before deployment", () => {
  test("are what was written, and everything else unknown", () => {
    expect(makePreviewOutputs(SHOP, BASKET, { title: "mine", open: true })).toEqual({
      title: "mine",
      open: true,
      size: UNKNOWN,
      items: UNKNOWN,
      handle: UNKNOWN,
      number: UNKNOWN,
    });
  });

  test("complete nested objects with what the provider computes", () => {
    expect(
      makePreviewOutputs(SHOP, BASKET, {
        title: null,
        items: [{ name: "a", parts: [{ name: "b", serial: "1" }] }, UNKNOWN],
        handle: { colour: "red" },
      }),
    ).toEqual({
      title: UNKNOWN,
      size: UNKNOWN,
      items: [{ name: "a", serial: UNKNOWN, parts: [{ name: "b", serial: "1" }] }, UNKNOWN],
      handle: { colour: "red" },
      number: UNKNOWN,
    });
  });
});
