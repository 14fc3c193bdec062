import type { Resource } from "./resource";
import { UnknownValue } from "./undecided";
import { isValues, joinedPath, Unknown, type Value, type Values } from "./value";

/** The scalar kinds of a resource's properties, nested as the properties are; what is not named is text. */
export interface Kinds {
  readonly [property: string]: "number" | "boolean" | Kinds;
}

/**
 * The properties of a resource as a plain typed object in which no unknown can be read by accident:
 * reading one throws {@link UnknownValue} with its path. Scalars are brought to the kind the provider gives them,
 * as the provider itself does ("22" is 22 for a number).
 */
export function reader<T extends object>(resource: Resource, values: Values, kinds: Kinds): Readonly<T> {
  return readable(resource, values, kinds, "") as Readonly<T>;
}

function readable(resource: Resource, values: Values | readonly Value[], kinds: Kinds, path: string): object {
  const nested = new Map<string, object>();
  return new Proxy(values, {
    get(target, property): unknown {
      const value: unknown = Reflect.get(target, property);
      if (typeof property === "symbol" || typeof value === "function" || !Object.hasOwn(target, property)) return value;
      if (Array.isArray(target) && property === "length") return value;
      const here = Array.isArray(target) ? `${path}[${property}]` : joinedPath(path, property);
      const kind = Array.isArray(target) ? kinds : kinds[property];
      if (value instanceof Unknown) throw new UnknownValue(resource, here, { value });
      if (isValues(value as Value) || Array.isArray(value)) {
        let inner = nested.get(property);
        if (!inner) {
          inner = readable(resource, value as Values | readonly Value[], typeof kind === "object" ? kind : {}, here);
          nested.set(property, inner);
        }
        return inner;
      }
      return coerce(value, kind);
    },
  });
}

function coerce(value: unknown, kind: "number" | "boolean" | Kinds | undefined): unknown {
  if (kind === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
    return Number(value);
  if (kind === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (kind === undefined && (typeof value === "number" || typeof value === "boolean")) return String(value);
  return value;
}
