import { isDeepStrictEqual } from "node:util";
import type { JSONSchema } from "json-schema-to-ts";
import type { SettingsSchema } from "./schema";

/** What a schema makes of an empty object: the defaults of its properties, and theirs in turn. */
export function readDefaults({ properties }: SettingsSchema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const value = readDefault(property);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Whether an object says no more than the schema's own defaults, which Pulumi's engine fills in. */
export function isDefault({ properties }: SettingsSchema, value: object): boolean {
  return Object.entries(value).every(([name, written]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return (
      typeof property === "object" && property.default !== undefined && isDeepStrictEqual(written, property.default)
    );
  });
}

function readDefault(property: JSONSchema): unknown {
  if (typeof property === "boolean" || property.default === undefined) return undefined;
  const value = structuredClone(property.default) as unknown;
  if (property.properties === undefined) return value;
  return { ...readDefaults(property as SettingsSchema), ...(value as object) };
}
