import type { FunctionSchema, ObjectSchema, PackageSchema, PropertySchema } from "./package";
import { referredType } from "./package";
import type { Placeholders } from "./placeholder";
import { isList, isPlainObject, UNKNOWN, type WireObject, type WireValue } from "../stack/wire";

/**
 * What a data source answers in a dry run, where the provider is not asked: a value of the type that the schema says, with
 * lists of one element, and placeholders for texts. Arguments that are outputs too are answered as they were given.
 * @param known the part of the answer that is known
 */
export function makePlaceholderAnswer(
  schema: PackageSchema,
  token: string,
  definition: FunctionSchema,
  args: WireObject,
  placeholders: Placeholders,
  known: WireObject = {},
): WireObject {
  const name = token.split(/[:/]/).at(-1) ?? token;
  const outputs = definition.outputs ?? {};
  return completeObject(outputs, name, [], { ...echoArguments(outputs, args), ...known });

  function completeObject(
    { properties = {} }: ObjectSchema,
    path: string,
    within: readonly ObjectSchema[],
    given: WireObject = {},
  ): WireObject {
    const made = Object.entries(properties).map(([property, type]): [string, WireValue] => {
      const at = `${path}.${property}`;
      const value = given[property] ?? null;
      return [property, value === null ? makeValue(type, at, within) : completeValue(type, value, at, within)];
    });
    return { ...given, ...Object.fromEntries(made) };
  }

  /** A known value with what it leaves out. */
  function completeValue(
    type: PropertySchema,
    value: WireValue,
    path: string,
    within: readonly ObjectSchema[],
  ): WireValue {
    if (isList(value)) {
      return value.map((each, index) => completeValue(type.items ?? {}, each, `${path}[${String(index)}]`, within));
    }
    const referred = referredType(schema, type);
    return referred?.properties && isPlainObject(value)
      ? completeObject(referred, path, [...within, referred], value)
      : value;
  }

  function makeValue(type: PropertySchema, path: string, within: readonly ObjectSchema[]): WireValue {
    const referred = referredType(schema, type);
    // A type that holds itself has no smallest value but the empty one.
    if (referred?.properties)
      return within.includes(referred) ? {} : completeObject(referred, path, [...within, referred]);
    switch (type.type ?? "any") {
      case "array":
        return [makeValue(type.items ?? {}, `${path}[0]`, within)];
      case "object":
        return {};
      case "number":
      case "integer":
        return placeholders.makeNumber();
      default:
        // A flag too: neither `true` nor `false` would be recognised when it is handed on to an input.
        return placeholders.make(path);
    }
  }
}

function echoArguments({ properties = {} }: ObjectSchema, args: WireObject): WireObject {
  return Object.fromEntries(Object.entries(args).filter(([name, value]) => value !== null && name in properties));
}

/** What a method of a resource answers: every property unknown, as before any deployment. */
export function makeUnknownAnswer({ outputs }: FunctionSchema): WireObject {
  return Object.fromEntries(Object.keys(outputs?.properties ?? {}).map((property) => [property, UNKNOWN]));
}
