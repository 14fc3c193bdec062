import {
  reader,
  reference,
  type Resource,
  type Subject,
  Unknown,
  UnknownValue,
  type Value,
  type Values,
  valueAt,
} from "../../stack";
import type { Inputs } from "./inputs";
import type { System, ViewOf } from "./system";

export type Token = keyof Inputs;

/** A resource as the provider understands it: its properties typed, its relations followed. */
export abstract class View<T extends Token> implements Subject {
  readonly kind = "resource";
  readonly path = "";
  readonly related: readonly Resource[] = [];
  readonly resource: Resource;
  readonly system: System;
  /** What the program wrote; reading an unknown throws. */
  readonly written: Inputs[T];

  constructor(resource: Resource, system: System, inputs: Values = resource.inputs) {
    this.resource = resource;
    this.system = system;
    this.written = reader<Inputs[T]>(resource, inputs);
  }

  get name(): string {
    return this.resource.name;
  }

  /**
   * True when the program sets the property, even to a value that is not known yet; an empty text or list is nothing.
   * @throws {UnknownValue} when only outputs are at hand, where a default looks like a written value
   */
  sets(property: string & keyof Inputs[T]): boolean {
    return isSet(this.resource, property);
  }

  /** What the provider answered for a property, `subregionNames[0]`; `undefined` before it has, or where that is no text. */
  protected answered(path: string): string | undefined {
    const answer = this.resource.outputs && valueAt(this.resource.outputs, path);
    return typeof answer === "string" && answer !== "" ? answer : undefined;
  }

  /**
   * What a property leads to, when that is one of the stack's.
   * @throws {UnknownValue} when it leads out of the stack, or is not known
   * @throws {NeedsStack} when one resource alone is in sight
   */
  target<V>(path: string, view: ViewOf<V>): V {
    const found = reference(this.system, this.resource, { path, types: view.types });
    if (found && "resource" in found) return this.system.view(found.resource, view);
    throw new UnknownValue(this.resource, path, { outside: found !== undefined });
  }
}

/**
 * Whether the program sets what stands at a path, `blockDeviceMappings[0].bsu.iops`.
 * @throws {UnknownValue} when only outputs are at hand, where a default looks like a written value
 */
export function isSet(resource: Resource, path: string): boolean {
  const present = isWritten(resource.inputs, path);
  if (present && !resource.written) throw new UnknownValue(resource, path);
  return present;
}

/**
 * What is written at a path; of a type whose properties no schema of ours has.
 * @throws {UnknownValue} when it is not known
 */
export function knownAt(resource: Resource, path: string): Exclude<Value, Unknown> | undefined {
  const value = valueAt(resource.inputs, path);
  if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
  return value;
}

/**
 * What is written at a path, as text: empty where nothing is, `true` for a boolean.
 * @throws {UnknownValue} when it is not known
 */
export function knownTextAt(resource: Resource, path: string): string {
  const value = knownAt(resource, path) ?? "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Whether a program writes something at a property: not an empty text or list. What is not known is something. */
function isWritten(inputs: Values, property: string): boolean {
  const value = valueAt(inputs, property);
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/**
 * The paths of a list's elements. A list that is not known stands as one element at its own path,
 * so that what it hides is judged as unknown rather than overlooked.
 */
export function elementPaths(inputs: Values, list: string): string[] {
  const value = valueAt(inputs, list);
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map((_, index) => `${list}[${String(index)}]`) : [list];
}
