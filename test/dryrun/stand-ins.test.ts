import { describe, expect, test } from "@jest/globals";
import { Placeholders } from "../../src/dryrun";
import { StandIns } from "../../src/dryrun/stand-ins";
import { SHOP } from "./schema";

const TOKEN = "shop:index:getBaskets";

describe("stand-ins", () => {
  test("are of the kind the schema says, and recognisable where that is possible", () => {
    const standIns = new StandIns({ number: 7, flag: true }, new Placeholders());
    const { answers } = standIns.complete({ schema: SHOP, answers: {} });
    expect(answers[TOKEN]?.({ title: "mine" }, {})).toEqual({
      id: "unknown-until-deployment:getBaskets.id",
      count: 7,
      open: true,
      names: ["unknown-until-deployment:getBaskets.names[0]"],
      labels: {
        "unknown-until-deployment:getBaskets.labels": "unknown-until-deployment:getBaskets.labels",
      },
      baskets: [
        {
          name: "unknown-until-deployment:getBaskets.baskets[0].name",
          serial: "unknown-until-deployment:getBaskets.baskets[0].serial",
          parts: [{}],
        },
      ],
    });
    expect([...standIns.answered]).toEqual([TOKEN]);
    expect(standIns.given).toBe(true);
  });

  test("complete an answer that is known, and leave what it says", () => {
    const standIns = new StandIns({ number: 7, flag: true }, new Placeholders());
    const { answers } = standIns.complete({ schema: SHOP, answers: { [TOKEN]: () => ({ count: 3 }) } });
    expect(answers[TOKEN]?.({}, {})).toMatchObject({ count: 3, open: true, names: [expect.any(String)] });
    expect([...standIns.answered]).toEqual([]);
    expect(standIns.given).toBe(true);
  });
});
