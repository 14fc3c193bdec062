import type { FunctionSchema, ObjectSchema, PackageSchema, PropertySchema } from "./package";
import { referredType } from "./package";
import type { Placeholders } from "./placeholder";
import { isList, isPlainObject, UNKNOWN, type WireObject, type WireValue } from "../stack/wire";

/**
 * What a data source answers when nobody can be asked: a value of the right shape, lists of one element,
 * whose texts are placeholders. What the program asked for is answered as it was asked, and what is known as it is.
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
  return objectOf(outputs, name, [], { ...echoArguments(outputs, args), ...known });

  function objectOf(
    { properties = {} }: ObjectSchema,
    path: string,
    within: readonly ObjectSchema[],
    given: WireObject = {},
  ): WireObject {
    const made = Object.entries(properties).map(([property, type]): [string, WireValue] => {
      const at = `${path}.${property}`;
      const value = given[property] ?? null;
      return [property, value === null ? valueOf(type, at, within) : completed(type, value, at, within)];
    });
    return { ...given, ...Object.fromEntries(made) };
  }

  /** A known value with what it leaves out. */
  function completed(type: PropertySchema, value: WireValue, path: string, within: readonly ObjectSchema[]): WireValue {
    if (isList(value)) {
      return value.map((each, index) => completed(type.items ?? {}, each, `${path}[${String(index)}]`, within));
    }
    const referred = referredType(schema, type);
    return referred?.properties && isPlainObject(value)
      ? objectOf(referred, path, [...within, referred], value)
      : value;
  }

  function valueOf(type: PropertySchema, path: string, within: readonly ObjectSchema[]): WireValue {
    const referred = referredType(schema, type);
    // A type that holds itself has no smallest value but the empty one.
    if (referred?.properties) return within.includes(referred) ? {} : objectOf(referred, path, [...within, referred]);
    switch (type.type ?? "any") {
      case "array":
        return [valueOf(type.items ?? {}, `${path}[0]`, within)];
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
