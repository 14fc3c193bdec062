import { Unknown, type Value, type Values } from "../stack";
import { UNKNOWN, type WireObject, type WireValue } from "../stack/wire";

/** The outputs of another stack, for a program that refers to it. */
export interface StackOutputs {
  readonly project: string;
  readonly name: string;
  readonly outputs: Values;
}

/**
 * The outputs of the stack that a reference names: `prod`, `network/prod` or `organization/network/prod`.
 * @returns `undefined` when no stack has that name, or several have
 */
export function findOutputs(reference: string, stacks: readonly StackOutputs[]): WireObject | undefined {
  const [name, project] = reference.split("/").reverse();
  const named = stacks.filter((stack) => stack.name === name && (project === undefined || stack.project === project));
  const [only, ...others] = named;
  return only && others.length === 0 ? writeWireObject(only.outputs) : undefined;
}

function writeWireObject(values: Values): WireObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writeWireValue(value)]));
}

function writeWireValue(value: Value): WireValue {
  if (value instanceof Unknown) return UNKNOWN;
  if (typeof value !== "object") return value;
  return Array.isArray(value) ? (value as readonly Value[]).map(writeWireValue) : writeWireObject(value as Values);
}
