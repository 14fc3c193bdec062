import type { JSONSchema } from "json-schema-to-ts";
import { DAY, SHARED_SETTINGS, WRITTEN } from "../outscale/provider/settings";
import type { SettingSchemas } from "../policy";

/** A JSON Schema that describes an object. */
export type SettingsSchema = Exclude<JSONSchema, boolean> & {
  readonly properties: Readonly<Record<string, JSONSchema>>;
};

/** The enforcement levels that a configuration may name. */
export const LEVELS = ["mandatory", "advisory", "disabled", "remediate"] as const;

/** Written, dated acceptances of findings. */
const EXEMPTIONS = {
  type: "array",
  default: [],
  items: {
    type: "object",
    additionalProperties: false,
    required: ["policy", "subject", "reason", "owner", "approver", "expires"],
    properties: {
      policy: WRITTEN,
      subject: WRITTEN,
      /** By name or glob, or with its project. */
      stack: { type: "string", pattern: "^[^/\\s]+(/[^/\\s]+)?$", examples: ["prod-*", "shop/prod"] },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{16}$", examples: ["0123456789abcdef"] },
      reason: WRITTEN,
      owner: WRITTEN,
      approver: WRITTEN,
      expires: DAY,
    },
  },
} as const;

/** What stands under `pack-settings`, beside its level. */
export const PACK_SETTINGS = {
  ...SHARED_SETTINGS,
  properties: { ...SHARED_SETTINGS.properties, exemptions: EXEMPTIONS },
} as const satisfies SettingsSchema;

const schemas = new WeakMap<SettingSchemas, SettingsSchema>();

/** What stands under a policy's name, beside its level: the same object each time, so that it is compiled once. */
export function settingsSchema(properties: SettingSchemas): SettingsSchema {
  let schema = schemas.get(properties);
  if (!schema) schemas.set(properties, (schema = { type: "object", additionalProperties: false, properties }));
  return schema;
}
