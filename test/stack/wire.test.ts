import { describe, expect, test } from "@jest/globals";
import { Placeholders } from "../../src/dryrun/placeholder";
import {
  carriedDependencies,
  readValues,
  secretPathsOf,
  UNKNOWN,
  type WireObject,
  type WireValue,
} from "../../src/stack/wire";
import { Unknown, type Values } from "../../src/stack";
import { MISSHAPEN } from "../../src/stack/shape";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";

function read(wire: WireObject, placeholders = new Placeholders()): Values {
  return readValues(wire, placeholders);
}

describe("values on the wire", () => {
  test.each<{ what: string; wire: WireValue; value: Values }>([
    {
      what: "plain values",
      wire: { a: "x", b: 1, c: true, d: [1, "y"] },
      value: { a: "x", b: 1, c: true, d: [1, "y"] },
    },
    { what: "a null, which is not set", wire: { a: null }, value: {} },
    { what: "a null in a list, which is an element", wire: { a: [1, null] }, value: { a: [1, MISSHAPEN] } },
    { what: "the unknown sentinel", wire: { a: UNKNOWN }, value: { a: new Unknown() } },
    { what: "a secret", wire: { a: { [SIGNATURE]: SECRET, value: "x" } }, value: { a: "x" } },
    {
      what: "a secret inside a secret",
      wire: { a: { [SIGNATURE]: SECRET, value: { b: { [SIGNATURE]: SECRET, value: [1] } } } },
      value: { a: { b: [1] } },
    },
    { what: "a secret that is null", wire: { a: { [SIGNATURE]: SECRET, value: null } }, value: {} },
    {
      what: "a known output",
      wire: { a: { [SIGNATURE]: OUTPUT, value: "x", secret: true, dependencies: ["urn:a"] } },
      value: { a: "x" },
    },
    { what: "an unknown output", wire: { a: { [SIGNATURE]: OUTPUT } }, value: { a: new Unknown() } },
    {
      what: "a resource whose id is unknown",
      wire: { a: { [SIGNATURE]: RESOURCE, urn: "urn:a", id: UNKNOWN } },
      value: { a: new Unknown() },
    },
    {
      what: "a resource whose id is known",
      wire: { a: { [SIGNATURE]: RESOURCE, urn: "urn:a", id: "i-1" } },
      value: { a: "i-1" },
    },
    { what: "a component", wire: { a: { [SIGNATURE]: RESOURCE, urn: "urn:a" } }, value: { a: "urn:a" } },
    { what: "an asset", wire: { a: { [SIGNATURE]: ASSET, text: "x" } }, value: { a: { text: "x" } } },
    { what: "a number made from an unknown one", wire: { a: NaN }, value: { a: new Unknown() } },
  ])("reads $what", ({ wire, value }) => {
    expect(read(wire as WireObject)).toEqual(value);
  });

  test("finds placeholders wherever they end up, with their origin", () => {
    const placeholders = new Placeholders();
    const image = placeholders.make("getImages.images[0].imageId");
    const password = placeholders.make("config.db-password");
    const encoded = Buffer.from(`#!/bin/sh\npull ${image}\n`).toString("base64");
    const fromImage = new Unknown("getImages.images[0].imageId");

    expect(
      read(
        {
          alone: image,
          joined: `${image}-suffix.`,
          nested: [{ value: `pass=${password};` }],
          upper: image.toUpperCase(),
          quoted: encodeURIComponent(image),
          encoded,
          wrapped: encoded.replace(/(.{20})/g, "$1\n"),
          key: { [image]: "x" },
          plain: Buffer.from("a text that is long enough to be decoded").toString("base64"),
        },
        placeholders,
      ),
    ).toEqual({
      alone: fromImage,
      joined: fromImage,
      nested: [{ value: new Unknown("config.db-password") }],
      upper: new Unknown(),
      quoted: new Unknown(),
      encoded: fromImage,
      wrapped: fromImage,
      key: fromImage,
      plain: "YSB0ZXh0IHRoYXQgaXMgbG9uZyBlbm91Z2ggdG8gYmUgZGVjb2RlZA==",
    });
  });

  test("takes a text with NaN for unknown once an unknown number was handed out", () => {
    const placeholders = new Placeholders();
    expect(read({ a: "10.0.0.0/NaN" }, placeholders)).toEqual({ a: "10.0.0.0/NaN" });
    placeholders.makeNumber();
    expect(read({ a: "10.0.0.0/NaN", b: "NaNcy" }, placeholders)).toEqual({ a: new Unknown(), b: "NaNcy" });
  });

  test("finds where secrets are, and nothing inside them", () => {
    const secret = { [SIGNATURE]: SECRET, value: { inner: { [SIGNATURE]: SECRET, value: "x" } } };
    const output = (value: WireValue, isSecret: boolean) => ({ [SIGNATURE]: OUTPUT, value, secret: isSecret });
    expect(
      secretPathsOf({
        plain: "x",
        whole: secret,
        list: [null, "x", { "a b": output("x", true) }],
        known: output({ inside: secret }, false),
      }),
    ).toEqual(["whole", 'list[2]["a b"]', "known.inside"]);
  });

  test("finds the dependencies that values carry", () => {
    expect(
      carriedDependencies([
        "urn:no",
        { [SIGNATURE]: OUTPUT, value: { [SIGNATURE]: OUTPUT, dependencies: ["urn:b"] }, dependencies: ["urn:a"] },
      ]),
    ).toEqual(["urn:a", "urn:b"]);
  });
});
