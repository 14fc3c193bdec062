import { describe, expect, test } from "@jest/globals";
import { closestFirst } from "../../src/dryrun/closest";
import { validate } from "../../src/dryrun/validate";
import { Unknown, type Values } from "../../src/stack";
import { SHOP } from "./schema";

const POSITION = { file: "index.ts", line: 7, column: 3 };

function faults(inputs: Values) {
  return validate(SHOP, SHOP.resources["shop:index:Basket"] ?? {}, {
    urn: "urn:mine",
    name: "mine",
    type: "shop:index:Basket",
    inputs,
    position: POSITION,
  });
}

describe("inputs against the schema", () => {
  test.each<{ what: string; inputs: Values }>([
    { what: "what is required alone", inputs: { title: "a" } },
    {
      what: "everything",
      inputs: {
        title: "a",
        size: 1,
        open: true,
        labels: { any: "x", thing: 1 },
        items: [{ name: "a", parts: [{ name: "b" }] }],
        handle: { colour: "red" },
      },
    },
    { what: "a number as text, and text from a number", inputs: { title: 1, size: "0x10" } },
    { what: "a number as text that the provider may not read", inputs: { title: "a", size: " 22.0 " } },
    { what: "what an object holds beside its own", inputs: { title: "a", handle: { color: "red" } } },
    {
      what: "unknowns anywhere",
      inputs: { title: new Unknown(), size: new Unknown(), items: [new Unknown(), { name: new Unknown() }] },
    },
    { what: "Pulumi's own properties", inputs: { title: "a", __internal: {} } },
  ])("allow $what", ({ inputs }) => {
    expect(faults(inputs)).toEqual([]);
  });

  test("an unknown property names those accepted, the closest first", () => {
    const [error, ...others] = faults({ title: "a", siez: 1 });
    expect(others).toEqual([]);
    expect(error?.kind).toBe("unknown property");
    expect(error?.text).toEqual({
      en: "index.ts:7: `mine` (shop:index:Basket) has no property `siez`; accepted: `size`, `open`, `items`, `title`, `labels` and 1 more.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) n'a pas de propriété `siez` ; acceptées : `size`, `open`, `items`, `title`, `labels` et 1 autre.",
    });
    expect(error?.details).toEqual({
      resource: "urn:mine",
      position: POSITION,
      property: "siez",
      accepted: ["size", "open", "items", "title", "labels", "handle"],
    });
  });

  test.each<{ what: string; inputs: Values; kind: string; property: string; en: string; fr: string }>([
    {
      what: "a property that is not set",
      inputs: {},
      kind: "missing property",
      property: "title",
      en: "index.ts:7: `mine` (shop:index:Basket) needs the property `title`, which is not set.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) a besoin de la propriété `title`, qui n'est pas renseignée.",
    },
    {
      what: "a nested property that is not set",
      inputs: { title: "a", items: [{ name: "a", parts: [{}] }] },
      kind: "missing property",
      property: "items[0].parts[0].name",
      en: "index.ts:7: `mine` (shop:index:Basket) needs the property `items[0].parts[0].name`, which is not set.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) a besoin de la propriété `items[0].parts[0].name`, qui n'est pas renseignée.",
    },
    {
      what: "text for a flag",
      inputs: { title: "a", open: "true" },
      kind: "wrong kind",
      property: "open",
      en: "index.ts:7: `mine` (shop:index:Basket): the property `open` must be true or false, and is text.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) : la propriété `open` doit être true ou false, et est du texte.",
    },
    {
      what: "text for a number",
      inputs: { title: "a", size: "large" },
      kind: "wrong kind",
      property: "size",
      en: "index.ts:7: `mine` (shop:index:Basket): the property `size` must be a number, and is text.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) : la propriété `size` doit être un nombre, et est du texte.",
    },
    {
      what: "a number for a flag",
      inputs: { title: "a", open: 1 },
      kind: "wrong kind",
      property: "open",
      en: "index.ts:7: `mine` (shop:index:Basket): the property `open` must be true or false, and is a number.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) : la propriété `open` doit être true ou false, et est un nombre.",
    },
    {
      what: "an object for a list",
      inputs: { title: "a", items: { name: "a" } },
      kind: "wrong kind",
      property: "items",
      en: "index.ts:7: `mine` (shop:index:Basket): the property `items` must be a list, and is an object.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) : la propriété `items` doit être une liste, et est un objet.",
    },
    {
      what: "a list for an object",
      inputs: { title: "a", handle: [] },
      kind: "wrong kind",
      property: "handle",
      en: "index.ts:7: `mine` (shop:index:Basket): the property `handle` must be an object, and is a list.",
      fr: "index.ts:7 : `mine` (shop:index:Basket) : la propriété `handle` doit être un objet, et est une liste.",
    },
    {
      what: "a list in a map of text",
      inputs: { title: "a", labels: { "a b": [] } },
      kind: "wrong kind",
      property: 'labels["a b"]',
      en: 'index.ts:7: `mine` (shop:index:Basket): the property `labels["a b"]` must be text, and is a list.',
      fr: 'index.ts:7 : `mine` (shop:index:Basket) : la propriété `labels["a b"]` doit être du texte, et est une liste.',
    },
  ])("reject $what", ({ inputs, kind, property, en, fr }) => {
    expect(
      faults(inputs).map((error) => ({ kind: error.kind, property: error.details.property, text: error.text })),
    ).toEqual([{ kind, property, text: { en, fr } }]);
  });

  test("closest first", () => {
    expect(closestFirst("VmTyp", ["subnetId", "vmType", "bootMode", "vmTypes"])).toEqual([
      "vmType",
      "vmTypes",
      "bootMode",
      "subnetId",
    ]);
  });
});
