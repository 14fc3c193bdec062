import { expect, jest, test } from "@jest/globals";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { decodeOnce } from "../../../src/pulumi";

interface Internals {
  readonly deserializeProperties: (sent: Struct, keepsSecrets: boolean) => object;
}

test("Pulumi's SDK decodes a resource once for all policies, and again where secrets are kept", () => {
  decodeOnce();
  const { deserializeProperties } = jest.requireActual<Internals>("@pulumi/policy/deserialize");
  const sent = Struct.fromJavaScript({ tags: [{ key: "tier", value: "web" }] });
  const properties = deserializeProperties(sent, false);
  expect(properties).toEqual({ tags: [{ key: "tier", value: "web" }] });
  expect(deserializeProperties(sent, false)).toBe(properties);
  expect(deserializeProperties(sent, true)).not.toBe(properties);
});
