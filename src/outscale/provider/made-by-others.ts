import type { Resource, Values } from "../../stack";

/** What a deployed resource has by other hands than its program's, such as rules that somebody added in a console. */
export interface MadeByOthers {
  /** The resource that has it. */
  readonly holder: Resource;
  /** The output of the holder that shows it. */
  readonly property: string;
  /** Whether that output can be read. */
  readonly isKnown: boolean;
  /** The resource that would make it: policies judge it as one of the stack's. */
  readonly resource: Resource;
}

/** The resource that would make what an output of another shows. */
export function toMaker(holder: Resource, property: string, type: string, inputs: Values): Resource {
  return {
    ...holder,
    urn: `${holder.urn}.${property}`,
    name: `${holder.name}.${property}`,
    id: `${holder.id ?? ""}.${property}`,
    type,
    inputs,
    outputs: {},
  };
}
