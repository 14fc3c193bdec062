import type { Resource } from "./resource";
import { MISSHAPEN } from "./shape";
import { UnknownValue } from "./undecided";
import { isValues, joinedPath, Unknown, type Value, type Values } from "./value";

/** What may be asked of a list and is not there: an element, or how it is written as JSON. */
const INDEX = /^(?:\d+|toJSON)$/;

/**
 * The properties of a resource as a plain typed object in which no unknown can be read by accident: reading one throws
 * {@link UnknownValue} with its path, and so does reading a list as if it were one object.
 */
export function reader<T extends object>(resource: Resource, values: Values): Readonly<T> {
  return readable(resource, values, "") as Readonly<T>;
}

function readable(resource: Resource, values: Values | readonly Value[], path: string): object {
  const nested = new Map<string, object>();
  return new Proxy(values, {
    get(target, property): unknown {
      const value: unknown = Reflect.get(target, property);
      if (typeof property === "symbol" || typeof value === "function") return value;
      if (!Object.hasOwn(target, property)) {
        if (Array.isArray(target) && !INDEX.test(property))
          throw new UnknownValue(resource, path, { value: MISSHAPEN });
        return value;
      }
      if (Array.isArray(target) && property === "length") return value;
      const here = Array.isArray(target) ? `${path}[${property}]` : joinedPath(path, property);
      if (value instanceof Unknown) throw new UnknownValue(resource, here, { value });
      if (!isValues(value as Value) && !Array.isArray(value)) return value;
      let inner = nested.get(property);
      if (!inner) nested.set(property, (inner = readable(resource, value as Values | readonly Value[], here)));
      return inner;
    },
  });
}
