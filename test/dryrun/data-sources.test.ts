import { describe, expect, test } from "@jest/globals";
import { makePlaceholderAnswer, makeUnknownAnswer } from "../../src/dryrun/data-sources";
import { Placeholders } from "../../src/dryrun/placeholder";
import { UNKNOWN } from "../../src/stack/wire";
import { SHOP } from "./schema";

const TOKEN = "shop:index:getBaskets";

describe("data sources", () => {
  test("answer a placeholder of every property's shape, and what was asked as it was asked", () => {
    expect(
      makePlaceholderAnswer(SHOP, TOKEN, SHOP.functions[TOKEN] ?? {}, { title: "mine", other: 1 }, new Placeholders()),
    ).toEqual({
      title: "mine",
      id: "unknown-until-deployment:getBaskets.id",
      count: NaN,
      open: "unknown-until-deployment:getBaskets.open",
      names: ["unknown-until-deployment:getBaskets.names[0]"],
      labels: {},
      baskets: [
        {
          name: "unknown-until-deployment:getBaskets.baskets[0].name",
          serial: "unknown-until-deployment:getBaskets.baskets[0].serial",
          parts: [{}],
        },
      ],
    });
  });

  test("answer what is known as it is, and what it leaves out with placeholders", () => {
    const known = { count: 2, baskets: [{ name: "a" }, { name: "b", parts: [] }], more: 1 };
    const answer = makePlaceholderAnswer(SHOP, TOKEN, SHOP.functions[TOKEN] ?? {}, {}, new Placeholders(), known);
    expect(answer).toMatchObject({
      title: "unknown-until-deployment:getBaskets.title",
      count: 2,
      more: 1,
    });
    expect(answer["baskets"]).toEqual([
      { name: "a", serial: "unknown-until-deployment:getBaskets.baskets[0].serial", parts: [{}] },
      { name: "b", serial: "unknown-until-deployment:getBaskets.baskets[1].serial", parts: [] },
    ]);
  });

  test("answer a method with unknowns", () => {
    expect(makeUnknownAnswer({ outputs: { properties: { a: { type: "string" }, b: { type: "array" } } } })).toEqual({
      a: UNKNOWN,
      b: UNKNOWN,
    });
  });
});
