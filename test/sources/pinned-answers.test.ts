import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { withPinnedAnswers } from "../../src/sources/pinned-answers";
import { Unknown, type Values } from "../../src/stack";
import { documentOf } from "./document";

const TOKEN = "outscale:index/getImages:getImages";

async function answered(content: unknown, args: Values = {}) {
  const [known] = await withPinnedAnswers([OUTSCALE_PACKAGE], documentOf(content, "data.json"));
  return known?.answers[TOKEN]?.(args, {});
}

const ami = (imageId: string) => ({ images: [{ imageId }] });

describe("a data source is answered", () => {
  test("by its name, whatever it is asked", async () => {
    expect(await answered({ getImages: ami("ami-1") }, { fileLocation: "x" })).toEqual(ami("ami-1"));
  });

  test("though an argument that it is for is null", async () => {
    const content = { getImages: [{ args: { filters: null, ids: [null] }, answer: ami("ami-1") }] };
    expect(await answered(content, { ids: ["x"], filters: [] })).toBeUndefined();
    expect(await answered({ getImages: [{ args: { filters: null }, answer: ami("ami-1") }] })).toEqual(ami("ami-1"));
  });

  test("by its token", async () => {
    expect(await answered({ [TOKEN]: ami("ami-1") })).toEqual(ami("ami-1"));
  });

  const byName = [
    { args: { filters: [{ name: "image_names", values: ["debian"] }] }, answer: ami("ami-1") },
    { args: { filters: [{ name: "image_names", values: ["rocky"] }] }, answer: ami("ami-2") },
  ];
  test.each<[string, Values, object | undefined]>([
    ["as asked", { filters: [{ name: "image_names", values: ["rocky"] }] }, ami("ami-2")],
    ["as asked among more", { filters: [{ name: "image_names", values: ["debian", "x"] }] }, ami("ami-1")],
    ["not when asked for another", { filters: [{ name: "image_names", values: ["ubuntu"] }] }, undefined],
    ["not when asked for what is not known", { filters: new Unknown() }, undefined],
    ["not when not asked for it", {}, undefined],
  ])("%s, from a list", async (_how, args, answer) => {
    expect(await answered({ getImages: byName }, args)).toEqual(answer);
  });

  test("as the page on doors shows it", async () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "doors.md"), "utf8");
    const [, json = ""] = /^```json\n([^]*?)^```/m.exec(page) ?? [];
    expect(await answered(json, { filters: [{ name: "image_names", values: ["Debian-12"] }] })).toEqual(
      ami("ami-12345678"),
    );
  });

  test("as before where the file says nothing of it", async () => {
    const [known] = await withPinnedAnswers([OUTSCALE_PACKAGE], documentOf({}, "data.json"));
    expect(known?.answers["outscale:index/getRegions:getRegions"]?.({}, {})).toHaveProperty("regions");
  });
});

describe("answers are refused", () => {
  test.each([
    [
      "of no data source",
      { getImage5: {} },
      "data.json: `getImage5` is no data source. The closest name is `getImage`.",
    ],
    [
      "that are none",
      { getImages: "ami-1" },
      "data.json: `getImages` is not an answer. Accepted: an object, or a list of objects with `args` and `answer`.",
    ],
    [
      "whose list has none",
      { getImages: [{ args: {} }] },
      "data.json: `getImages` is not an answer. Accepted: an object, or a list of objects with `args` and `answer`.",
    ],
    ["that are cut off", "{", "data.json is not whole: the JSON breaks off after 1 bytes."],
  ])("%s", async (_what, content, message) => {
    await expect(answered(content)).rejects.toThrow(new Error(message));
  });
});
