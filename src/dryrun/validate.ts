import { integerOf, isValues, joinedPath, placeText, type Position, Unknown, type Value, type Values } from "../stack";
import { formatShortList, sameInEach, type Text } from "../text";
import { closestFirst } from "./closest";
import { DryRunError } from "./error";
import {
  referredType,
  type ObjectSchema,
  type PackageSchema,
  type PropertySchema,
  type ResourceSchema,
} from "./package";

/** The resource whose inputs are validated, as a person would name it. */
export interface ValidatedResource {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly inputs: Values;
  readonly position?: Position;
}

const NAMES_SHOWN = 5;

/** The inputs the schema does not allow, as errors in the order of the properties. */
export function validate(
  schema: PackageSchema,
  definition: ResourceSchema,
  resource: ValidatedResource,
): DryRunError[] {
  const errors: DryRunError[] = [];
  checkObject(
    { properties: definition.inputProperties ?? {}, required: definition.requiredInputs ?? [] },
    resource.inputs,
    "",
  );
  return errors;

  function checkObject({ properties = {}, required = [] }: ObjectSchema, values: Values, path: string): void {
    for (const [name, value] of Object.entries(values)) {
      const type = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (type) checkValue(type, value, joinedPath(path, name));
      // Of a property that is no input the engine asks; what an object holds beside its own, the provider leaves out.
      else if (path === "" && !name.startsWith("__")) errors.push(unknownProperty(resource, name, properties));
    }
    for (const name of required) {
      if (!(name in values)) errors.push(missingProperty(resource, joinedPath(path, name)));
    }
  }

  function checkValue(type: PropertySchema, value: Value, path: string): void {
    if (value instanceof Unknown) return;
    const referred = referredType(schema, type);
    if (referred?.properties) {
      if (isValues(value)) checkObject(referred, value, path);
      else errors.push(wrongKind(resource, path, "object", value));
      return;
    }
    const kind = type.type ?? referred?.type;
    if (kind !== undefined && !isOfKind(kind, value)) {
      errors.push(wrongKind(resource, path, kind, value));
      return;
    }
    if (Array.isArray(value)) {
      for (const [index, element] of (value as readonly Value[]).entries()) {
        if (type.items) checkValue(type.items, element, `${path}[${String(index)}]`);
      }
    } else if (isValues(value) && type.additionalProperties) {
      for (const [name, element] of Object.entries(value)) {
        checkValue(type.additionalProperties, element, joinedPath(path, name));
      }
    }
  }
}

/** Whether the provider takes a value for a kind: it reads a number from text, and text from numbers and booleans. */
function isOfKind(kind: string, value: Value): boolean {
  switch (kind) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isValues(value);
    case "number":
    case "integer":
      return typeof value === "number" || (typeof value === "string" && isNumeric(value));
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    default:
      return true;
  }
}

/** A number that the provider may read otherwise, or not at all, is for the policies to doubt. */
function isNumeric(text: string): boolean {
  return integerOf(text) !== undefined || (text.trim() !== "" && Number.isFinite(Number(text)));
}

function unknownProperty(
  resource: ValidatedResource,
  name: string,
  properties: Readonly<Record<string, PropertySchema>>,
): DryRunError {
  const accepted = closestFirst(name, Object.keys(properties));
  const names = accepted.map((each) => sameInEach(`\`${each}\``));
  const { en, fr } = formatShortList(names, NAMES_SHOWN);
  return new DryRunError(
    "unknown property",
    {
      en: `${formatResource(resource).en} has no property \`${name}\`; accepted: ${en}.`,
      fr: `${formatResource(resource).fr} n'a pas de propriété \`${name}\` ; acceptées : ${fr}.`,
    },
    { ...about(resource, name), accepted },
  );
}

function missingProperty(resource: ValidatedResource, path: string): DryRunError {
  return new DryRunError(
    "missing property",
    {
      en: `${formatResource(resource).en} needs the property \`${path}\`, which is not set.`,
      fr: `${formatResource(resource).fr} a besoin de la propriété \`${path}\`, qui n'est pas renseignée.`,
    },
    about(resource, path),
  );
}

const KINDS: Readonly<Record<string, Text>> = {
  array: { en: "a list", fr: "une liste" },
  object: { en: "an object", fr: "un objet" },
  number: { en: "a number", fr: "un nombre" },
  integer: { en: "a number", fr: "un nombre" },
  boolean: { en: "true or false", fr: "true ou false" },
  string: { en: "text", fr: "du texte" },
};

// The value itself may be a secret: its kind says enough.
function wrongKind(resource: ValidatedResource, path: string, expected: string, value: Value): DryRunError {
  const found = Array.isArray(value) ? "array" : typeof value;
  const want = KINDS[expected] ?? sameInEach(expected);
  const have = KINDS[found] ?? sameInEach(found);
  return new DryRunError(
    "wrong kind",
    {
      en: `${formatResource(resource).en}: the property \`${path}\` must be ${want.en}, and is ${have.en}.`,
      fr: `${formatResource(resource).fr} : la propriété \`${path}\` doit être ${want.fr}, et est ${have.fr}.`,
    },
    { ...about(resource, path), accepted: [expected] },
  );
}

/** A resource and its place, as the beginning of a sentence. */
export function formatResource({ name, type, position }: Omit<ValidatedResource, "urn" | "inputs">): Text {
  const resource = `\`${name}\` (${type})`;
  if (!position) return sameInEach(resource);
  const place = placeText(position);
  return { en: `${place}: ${resource}`, fr: `${place} : ${resource}` };
}

function about({ urn, position }: ValidatedResource, property: string) {
  return { resource: urn, property, ...(position && { position }) };
}
