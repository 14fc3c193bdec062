import type { Values } from "../stack";

/** A property's type in a Pulumi package schema. */
export interface PropertySchema {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: PropertySchema;
  readonly additionalProperties?: PropertySchema;
  readonly oneOf?: readonly PropertySchema[];
}

/** Properties by name in a Pulumi package schema. */
export interface ObjectSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly language?: {
    readonly nodejs?: { readonly requiredInputs?: readonly string[]; readonly requiredOutputs?: readonly string[] };
  };
}

/** A resource in a Pulumi package schema. */
export interface ResourceSchema {
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly inputProperties?: Readonly<Record<string, PropertySchema>>;
  readonly requiredInputs?: readonly string[];
}

/** A function in a Pulumi package schema. */
export interface FunctionSchema {
  readonly inputs?: ObjectSchema;
  readonly outputs?: ObjectSchema;
}

/** The parts of a Pulumi package schema that a dry run reads. */
export interface PackageSchema {
  readonly name: string;
  readonly version: string;
  readonly provider: ResourceSchema;
  readonly resources: Readonly<Record<string, ResourceSchema>>;
  readonly functions: Readonly<Record<string, FunctionSchema>>;
  readonly types: Readonly<Record<string, ObjectSchema>>;
}

/** Answers a data source; `provider` holds the inputs of the provider that is asked. `undefined` leaves it unanswered. */
export type DataSourceResolver = (args: Values, provider: Values) => object | undefined;

/** A provider package as a dry run knows it: its schema, and the data sources whose answers are no secret. */
export interface Package {
  readonly schema: PackageSchema;
  readonly answers: Readonly<Record<string, DataSourceResolver>>;
}

const PROVIDER_TYPE = "pulumi:providers:";

/** The package a type or function token belongs to; for a provider resource, the package it provides. */
export function packageOf(token: string): string {
  if (token.startsWith(PROVIDER_TYPE)) return token.slice(PROVIDER_TYPE.length).split("/")[0] ?? "";
  return token.split(":")[0] ?? "";
}

/** The type of the provider resources of a package. */
export function providerType(name: string): string {
  return PROVIDER_TYPE + name;
}

/** Whether resources of a type are providers. */
export function isProviderType(type: string): boolean {
  return type.startsWith(PROVIDER_TYPE);
}

/** The schema of a resource type, provider resources included. */
export function resourceSchema(schema: PackageSchema, type: string): ResourceSchema | undefined {
  return isProviderType(type) ? schema.provider : own(schema.resources, type);
}

/** The named type a property refers to. */
export function referredType(schema: PackageSchema, property: PropertySchema): ObjectSchema | undefined {
  if (property.$ref === undefined) return undefined;
  const [, name = ""] = property.$ref.split("#/types/");
  return own(schema.types, decodeURIComponent(name));
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
