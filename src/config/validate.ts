import type * as Ajv from "ajv";
import type { AnySchemaObject, ErrorObject, ValidateFunction } from "ajv";
import { closest } from "fastest-levenshtein";
import { sameInEach, type Text, UserError } from "../text";
import { defaultsOf, isDefault } from "./defaults";
import type { ObjectSchema } from "./schema";

const compiled = new WeakMap<object, ValidateFunction>();

/**
 * A copy of the value with the schema's defaults filled in.
 * @param key where in the configuration the value stands
 * @throws {UserError} when it does not match
 */
export function validated(schema: ObjectSchema, value: object, key: string): unknown {
  // Most policies are not configured, and every preview would wait for the validator.
  if (isDefault(schema, value)) return defaultsOf(schema);
  const copy: unknown = structuredClone(value);
  const validate = validatorOf(schema);
  if (validate(copy)) return copy;
  throw new UserError(sentence(validate.errors ?? [], key));
}

function validatorOf(schema: ObjectSchema): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    // Loaded when first needed: the pack starts without it.
    const ajv = require("ajv") as typeof Ajv;
    // The schemas are ours, and tested: to validate them too costs more than all the rest.
    const options = { useDefaults: true, verbose: true, allowUnionTypes: true, validateSchema: false } as const;
    validate = new ajv.Ajv(options).compile(schema as AnySchemaObject);
    compiled.set(schema, validate);
  }
  return validate;
}

function sentence(errors: readonly ErrorObject[], key: string): Text {
  // Of alternatives, the summary comes last and says what they have in common.
  const error = errors.find(({ keyword }) => keyword === "anyOf") ?? errors[0];
  if (!error) return { en: `\`${key}\` is not valid.`, fr: `\`${key}\` n'est pas valide.` };
  const place = key + readablePath(error.instancePath);
  const found = error.data === undefined ? "nothing" : JSON.stringify(error.data);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(`${place}.${String(params["additionalProperty"])}`, keysOf(error));
    case "required":
      return {
        en: `\`${place}\` lacks \`${String(params["missingProperty"])}\`.`,
        fr: `Il manque \`${String(params["missingProperty"])}\` dans \`${place}\`.`,
      };
    case "enum":
      return accepted(
        place,
        found,
        (params["allowedValues"] as unknown[]).map((value) => JSON.stringify(value)).join(", "),
      );
    default:
      return accepted(place, found, expectation(error));
  }
}

/** Says that a key does not exist, and which one was perhaps meant. */
export function unknownKey(key: string, keys: readonly string[]): Text {
  const name = key.split(".").at(-1) ?? key;
  const accepted = keys.length > 8 ? [closestOf(name, keys)] : keys;
  const list = accepted.map((each) => `\`${each}\``).join(", ");
  return keys.length > 8
    ? {
        en: `\`${key}\` is not accepted. The closest name is ${list}.`,
        fr: `\`${key}\` n'est pas accepté. Le nom le plus proche est ${list}.`,
      }
    : { en: `\`${key}\` is not accepted. Accepted: ${list}.`, fr: `\`${key}\` n'est pas accepté. Acceptés : ${list}.` };
}

/** The name most alike what was written. */
export function closestOf(written: string, names: readonly string[]): string {
  return closest(written, [...names].sort());
}

function keysOf({ parentSchema }: ErrorObject): string[] {
  return Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
}

function accepted(place: string, found: string, values: string | Text): Text {
  const text = typeof values === "string" ? sameInEach(values) : values;
  return {
    en: `\`${place}\` is ${found}. Accepted: ${text.en}.`,
    fr: `\`${place}\` vaut ${found}. Accepté : ${text.fr}.`,
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

function expectation({ keyword, schema, params, parentSchema }: ErrorObject): Text {
  const limit = String((params as Readonly<Record<string, unknown>>)["limit"]);
  switch (keyword) {
    case "type":
      return KINDS[String(schema)] ?? sameInEach(String(schema));
    case "minLength":
      return { en: "text that is not empty", fr: "un texte non vide" };
    case "minimum":
      return { en: `${limit} or more`, fr: `${limit} ou plus` };
    case "maximum":
      return { en: `${limit} or less`, fr: `${limit} ou moins` };
    default: {
      const { examples = [schema] } = parentSchema as { examples?: readonly unknown[] };
      const texts = examples.map((example) => JSON.stringify(example)).join(", ");
      return { en: `for example ${texts}`, fr: `par exemple ${texts}` };
    }
  }
}

/** `/exemptions/0/owner` as `.exemptions[0].owner`. */
function readablePath(pointer: string): string {
  return pointer.replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", ".");
}
