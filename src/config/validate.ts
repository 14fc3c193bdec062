import type * as Ajv from "ajv";
import type { AnySchemaObject, ErrorObject, ValidateFunction } from "ajv";
import { closest } from "fastest-levenshtein";
import type { JSONSchema } from "json-schema-to-ts";
import { READERS } from "../outscale/provider/settings";
import { sameInEach, type Text, UserError } from "../text";
import { isDefault, readDefaults } from "./defaults";
import type { SettingsSchema } from "./schema";

const compiled = new WeakMap<object, ValidateFunction>();

/**
 * What is written, as policies read it: the schema's defaults filled in, and each value what its format stands for.
 * @param key where in the configuration it is written
 * @throws {UserError} when it does not match
 */
export function readBySchema(schema: SettingsSchema, written: object, key: string): unknown {
  // Most policies are not configured, and every preview would wait for the validator.
  if (isDefault(schema, written)) return readFormats(schema, readDefaults(schema), key);
  const copy: unknown = structuredClone(written);
  const validate = compileSchema(schema);
  if (validate(copy)) return readFormats(schema, copy, key);
  throw new UserError(formatSchemaError(validate.errors ?? [], key));
}

/** @throws {UserError} when a value fits its schema and is none of its format, like a network `999.1` */
function readFormats(schema: JSONSchema, value: unknown, place: string): unknown {
  if (typeof schema === "boolean" || value === undefined) return value;
  const { format, items, properties, examples = [] } = schema;
  if (format !== undefined) {
    const read = READERS[format]?.(value as never);
    if (read === undefined) throw new UserError(formatAccepted(place, JSON.stringify(value), formatExamples(examples)));
    return read;
  }
  if (Array.isArray(value) && typeof items === "object") {
    return value.map((each, index) => readFormats(items as JSONSchema, each, `${place}[${String(index)}]`));
  }
  if (properties === undefined) return value;
  const entries = Object.entries(value as object).map(([name, each]: [string, unknown]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, property === undefined ? each : readFormats(property, each, `${place}.${name}`)];
  });
  return Object.fromEntries(entries);
}

function compileSchema(schema: SettingsSchema): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    // Loaded when first needed: the pack starts without it.
    const ajv = require("ajv") as typeof Ajv;
    // The schemas are ours, and tested: to validate them too costs more than all the rest. The formats are ours too.
    const options = {
      useDefaults: true,
      verbose: true,
      allowUnionTypes: true,
      validateSchema: false,
      validateFormats: false,
    };
    validate = new ajv.Ajv(options).compile(schema as AnySchemaObject);
    compiled.set(schema, validate);
  }
  return validate;
}

function formatSchemaError(errors: readonly ErrorObject[], key: string): Text {
  // Of alternatives, the summary comes last and says what they have in common.
  const error = errors.find(({ keyword }) => keyword === "anyOf") ?? errors[0];
  if (!error) return { en: `\`${key}\` is not valid.`, fr: `\`${key}\` n'est pas valide.` };
  const place = key + formatPath(error.instancePath);
  const found = error.data === undefined ? "nothing" : JSON.stringify(error.data);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case "additionalProperties":
      return formatUnknownKey(`${place}.${String(params["additionalProperty"])}`, listKeys(error));
    case "required":
      return {
        en: `\`${place}\` lacks \`${String(params["missingProperty"])}\`.`,
        fr: `Il manque \`${String(params["missingProperty"])}\` dans \`${place}\`.`,
      };
    case "enum":
      return formatAccepted(place, found, formatChoices(params["allowedValues"] as unknown[]));
    default:
      return formatAccepted(place, found, formatExpectation(error));
  }
}

/** Says that a key does not exist, and which one was perhaps meant. */
export function formatUnknownKey(key: string, keys: readonly string[]): Text {
  const name = key.split(".").at(-1) ?? key;
  if (keys.length === 0) {
    return { en: `\`${key}\` is not accepted here.`, fr: `\`${key}\` n'est pas accepté ici.` };
  }
  const accepted = keys.length > 8 ? [findClosest(name, keys)] : keys;
  const list = accepted.map((each) => `\`${each}\``).join(", ");
  return keys.length > 8
    ? {
        en: `\`${key}\` is not accepted. The closest name is ${list}.`,
        fr: `\`${key}\` n'est pas accepté. Le nom le plus proche est ${list}.`,
      }
    : { en: `\`${key}\` is not accepted. Accepted: ${list}.`, fr: `\`${key}\` n'est pas accepté. Acceptés : ${list}.` };
}

/** The name most alike what was written. */
export function findClosest(written: string, names: readonly string[]): string {
  return closest(written, [...names].sort());
}

function listKeys({ parentSchema }: ErrorObject): string[] {
  return Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
}

function formatAccepted(place: string, found: string, values: string | Text): Text {
  const text = typeof values === "string" ? sameInEach(values) : values;
  return {
    en: `\`${place}\` is ${found}. Accepted: ${text.en}.`,
    fr: `\`${place}\` vaut ${found}. Accepté : ${text.fr}.`,
  };
}

const KINDS: Readonly<Record<string, Text>> = {
  string: { en: "text", fr: "un texte" },
  array: { en: "a list", fr: "une liste" },
  object: { en: "an object", fr: "un objet" },
  integer: { en: "a whole number", fr: "un nombre entier" },
  number: { en: "a number", fr: "un nombre" },
  boolean: { en: "true or false", fr: "true ou false" },
};

function formatExpectation({ keyword, schema, params, parentSchema }: ErrorObject): Text {
  const limit = String((params as Readonly<Record<string, unknown>>)["limit"]);
  switch (keyword) {
    case "type":
      if (Array.isArray(parentSchema?.["enum"])) return sameInEach(formatChoices(parentSchema["enum"]));
      return KINDS[String(schema)] ?? formatExamples(examplesIn(parentSchema, schema));
    case "minLength":
      return NOT_EMPTY;
    case "uniqueItems":
      return { en: "each once", fr: "chacun une seule fois" };
    case "minimum":
      return { en: `${limit} or more`, fr: `${limit} ou plus` };
    case "maximum":
      return { en: `${limit} or less`, fr: `${limit} ou moins` };
    default:
      return schema === ANY_TEXT ? NOT_EMPTY : formatExamples(examplesIn(parentSchema, schema));
  }
}

const NOT_EMPTY: Text = { en: "text that is not empty", fr: "un texte non vide" };
/** The pattern of text that is not empty. */
const ANY_TEXT = "\\S";

function formatChoices(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

/** The examples of a schema; without any, what it asks for. */
function examplesIn(schema: unknown, asked: unknown): readonly unknown[] {
  const { examples = [asked] } = schema as { examples?: readonly unknown[] };
  return examples;
}

function formatExamples(examples: readonly unknown[]): Text {
  const texts = examples.map((example) => JSON.stringify(example)).join(", ");
  return { en: `for example ${texts}`, fr: `par exemple ${texts}` };
}

/** `/exemptions/0/owner` as `.exemptions[0].owner`. */
function formatPath(pointer: string): string {
  return pointer.replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", ".");
}
