import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PropertySchema {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: PropertySchema;
  readonly additionalProperties?: PropertySchema;
  readonly secret?: boolean;
}

export type Properties = Readonly<Record<string, PropertySchema>>;

export interface ObjectSchema {
  readonly properties?: Properties;
  readonly required?: readonly string[];
  readonly language?: { readonly nodejs?: { readonly requiredOutputs?: readonly string[] } };
}

export interface ResourceSchema {
  readonly properties: Properties;
  readonly required?: readonly string[];
  readonly inputProperties: Properties;
  readonly requiredInputs?: readonly string[];
}

interface FunctionSchema {
  readonly inputs?: ObjectSchema;
  readonly outputs?: ObjectSchema;
}

interface PackageSchema {
  readonly name: string;
  readonly version: string;
  readonly provider: ResourceSchema;
  readonly types: Readonly<Record<string, ObjectSchema>>;
  readonly resources: Readonly<Record<string, ResourceSchema>>;
  readonly functions: Readonly<Record<string, FunctionSchema>>;
}

export const schemaText = readFileSync(
  join(__dirname, "..", "..", "..", "src", "outscale", "provider", "outscale-1.8.0.schema.json"),
  "utf8",
);

export const schema = JSON.parse(schemaText) as PackageSchema;

export function resourceSchema(type: string): ResourceSchema {
  const found = schema.resources[type];
  if (!found) throw new Error(`the provider has no resource ${type}`);
  return found;
}

export function functionSchema(token: string): FunctionSchema {
  const found = schema.functions[token];
  if (!found) throw new Error(`the provider has no function ${token}`);
  return found;
}

/** The object type that a property refers to, if it refers to one. */
export function referredType(property: PropertySchema): ObjectSchema | undefined {
  return property.$ref === undefined ? undefined : schema.types[property.$ref.replace("#/types/", "")];
}
