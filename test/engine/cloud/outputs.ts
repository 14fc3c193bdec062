import { plausible, type Plausible } from "./plausible";
import { referredType, type ObjectSchema, type PropertySchema, type ResourceSchema } from "./schema";
import { isList, isObject, isSet, revealed, secret, UNKNOWN, type WireObject, type WireValue } from "./wire";

/** What provider 1.8.0 was seen to answer as unknown in a preview though the program wrote it, by type. */
const HIDDEN_IN_PREVIEW: Readonly<Record<string, readonly string[]>> = {
  "outscale:index/vm:Vm": ["nics", "deletionProtection"],
  "#/types/outscale:index/VmBlockDeviceMappingBsu:VmBlockDeviceMappingBsu": ["deleteOnVmDeletion"],
};

/** What a resource answers before it is deployed: what the program wrote, and every other output unknown. */
export function previewOutputs(type: string, resource: ResourceSchema, inputs: WireObject): WireObject {
  // Which of the optional ones the provider fills in is not in its schema: all may be.
  const everything = { properties: resource.properties, required: Object.keys(resource.properties) };
  return withSecrets(resource, answer(type, everything, inputs, { isPreview: true, unset: () => UNKNOWN }));
}

/** What provider 1.8.0 answers of what is deployed although its schema does not say that it will. */
const UNASKED: Readonly<Record<string, WireObject>> = {
  "outscale:index/vm:Vm": { state: "running" },
};

/** What a resource answers once it is deployed: what the program wrote, and what the cloud adds to it. */
export function deployedOutputs(
  type: string,
  resource: ResourceSchema,
  inputs: WireObject,
  unset: Addition,
): WireObject {
  return withSecrets(resource, { ...UNASKED[type], ...answer(type, resource, inputs, { isPreview: false, unset }) });
}

/** What a resource answers once it is changed in place: what the program writes now, and what the cloud had added. */
export function updatedOutputs(
  type: string,
  resource: ResourceSchema,
  old: WireObject,
  inputs: WireObject,
): WireObject {
  return deployedOutputs(type, resource, inputs, (name) => old[name] ?? null);
}

/** The value of an output that the program did not write. */
export type Addition = (name: string, property: PropertySchema) => WireValue;

/** What a new resource has nothing in until something else gives it one. */
const EMPTY_AT_FIRST: Readonly<Record<string, readonly string[]>> = {
  "outscale:index/vm:Vm": ["adminPassword", "keypairName", "publicDnsName", "publicIp", "stateReason"],
};

/** What the cloud adds to a resource; `inherited` is what the resources it refers to are known by. */
export function addition(type: string, by: Plausible, inherited: WireObject): Addition {
  return (name, property) =>
    EMPTY_AT_FIRST[type]?.includes(name) === true ? "" : (inherited[name] ?? plausible(by, name, property));
}

interface Answer {
  readonly isPreview: boolean;
  readonly unset: Addition;
}

function answer(type: string, schema: ObjectSchema, written: WireObject, how: Answer): WireObject {
  const outputs: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(written)) {
    if (isSet(value)) outputs[name] = answerWritten(schema.properties?.[name] ?? {}, value, how);
  }
  for (const name of schema.required ?? []) outputs[name] ??= how.unset(name, schema.properties?.[name] ?? {});
  if (how.isPreview) {
    for (const name of [...(HIDDEN_IN_PREVIEW[type] ?? []), "tags"]) if (name in outputs) outputs[name] = UNKNOWN;
  }
  return outputs;
}

function answerWritten(property: PropertySchema, written: WireValue, how: Answer): WireValue {
  const inner = revealed(written);
  if (inner !== undefined) return secret(answerWritten(property, inner, how));
  if (isList(written)) return written.map((element) => answerWritten(property.items ?? {}, element, how));
  const nested = referredType(property);
  if (!nested || !isObject(written)) return written;
  const required = nested.language?.nodejs?.requiredOutputs ?? [];
  return answer(property.$ref ?? "", { ...nested, required }, written, how);
}

function withSecrets(resource: ResourceSchema, outputs: WireObject): WireObject {
  const entries = Object.entries(outputs).map(([name, value]): [string, WireValue] => [
    name,
    resource.properties[name]?.secret === true && revealed(value) === undefined ? secret(value) : value,
  ]);
  return Object.fromEntries(entries);
}
