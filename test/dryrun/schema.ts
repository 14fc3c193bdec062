import type { Package, PackageSchema } from "../../src/dryrun";
import * as outscale from "../../src/outscale/provider/outscale-1.8.0.schema.json";

/** The real provider's schema; no data source is answered but those given. */
export function outscalePackage(answers: Package["answers"] = {}): Package {
  return { schema: outscale, answers };
}

/** A small package, to show one thing at a time. */
export const SHOP: PackageSchema = {
  name: "shop",
  version: "2.0.0",
  provider: { inputProperties: { region: { type: "string" }, retries: { type: "number" } } },
  resources: {
    "shop:index:Basket": {
      inputProperties: {
        title: { type: "string" },
        size: { type: "number" },
        open: { type: "boolean" },
        labels: { type: "object", additionalProperties: { type: "string" } },
        items: { type: "array", items: { $ref: "#/types/shop:index:Item" } },
        handle: { $ref: "#/types/shop:index:Handle" },
      },
      requiredInputs: ["title"],
      properties: {
        title: { type: "string" },
        size: { type: "number" },
        items: { type: "array", items: { $ref: "#/types/shop:index:Item" } },
        handle: { $ref: "#/types/shop:index:Handle" },
        number: { type: "string" },
      },
    },
  },
  functions: {
    "shop:index:getBaskets": {
      inputs: { properties: { title: { type: "string" } } },
      outputs: {
        properties: {
          title: { type: "string" },
          id: { type: "string" },
          count: { type: "number" },
          open: { type: "boolean" },
          names: { type: "array", items: { type: "string" } },
          labels: { type: "object", additionalProperties: { type: "string" } },
          baskets: { type: "array", items: { $ref: "#/types/shop:index:Item" } },
        },
      },
    },
  },
  types: {
    "shop:index:Item": {
      type: "object",
      properties: {
        name: { type: "string" },
        serial: { type: "string" },
        parts: { type: "array", items: { $ref: "#/types/shop:index:Item" } },
      },
      required: ["name"],
      language: { nodejs: { requiredOutputs: ["serial"] } },
    },
    "shop:index:Handle": { type: "object", properties: { colour: { type: "string" } } },
  },
};
