import { type Resource, Unknown, type Value, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";

/** A resource as if one property held what the elements of a list name, `users[0].userName`: so it is followed as a list. */
export function selectElements(
  resource: Resource,
  list: string,
  property: string,
  isWanted: (value: Value) => boolean = () => true,
): Resource {
  const { inputs, propertyDependencies } = resource;
  const values = elementPaths(inputs, list).flatMap((at) => valueAt(inputs, `${at}.${property}`) ?? []);
  return {
    ...resource,
    inputs: { [property]: inputs[list] instanceof Unknown ? inputs[list] : values.filter(isWanted) },
    propertyDependencies: { [property]: propertyDependencies[list] ?? [] },
  };
}
