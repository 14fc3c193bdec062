import { type Resource, Stack } from "../../stack";
import { Vm } from "../resources/vm";
import { readOutput } from "./known-values";

/** The states of a VM that is deleted, or is being deleted: it comes back no more. */
const STATES: readonly unknown[] = ["shutting-down", "terminated"];

/** Whether the provider says of a VM that it is no more, whatever the program wants of it. */
export function isTerminated(resource: Resource): boolean {
  return (Vm.types as readonly string[]).includes(resource.type) && STATES.includes(readOutput(resource, "state"));
}

/**
 * A stack as it counts: a VM that the provider has terminated is still in the state until the next deployment, but can
 * stand in for nothing. It is taken for one that the program stops, and so is listed and not counted. One that has failed
 * or was stopped from outside stays what it was: it was deployed.
 */
export function withoutTerminated(stack: Stack): Stack {
  if (!stack.resources.some(isTerminated)) return stack;
  const resources = stack.resources.map((resource) =>
    isTerminated(resource) ? { ...resource, inputs: { ...resource.inputs, state: "stopped" } } : resource,
  );
  return Stack.of(resources, stack.facts);
}
