import {
  isValues,
  type Resource,
  type Shapes,
  shapeValues,
  Stack,
  Unknown,
  type Value,
  type Values,
} from "../../stack";
import { addressesOf } from "./addresses";
import { protocolOf } from "./ports";
import { INPUT_SHAPES } from "./shapes";

/** A resource of a state whose provider answers otherwise than its program wrote. */
export interface Drift {
  readonly resource: Resource;
  /** The properties that differ, sorted. */
  readonly properties: readonly string[];
}

/** A state in which something was changed by other hands than the program's. */
export interface DriftedStack {
  /** The same stack, with the inputs that would have made what the provider answers. */
  readonly stack: Stack;
  readonly drifts: readonly Drift[];
}

/**
 * Finds what a state shows to be otherwise than its program wrote; `undefined` where everything is as it was written. What
 * the provider fills in or does not answer is no drift, nor is the order of a list, nor whether a VM runs: a host that fails
 * stops it too.
 */
export function findDrift(stack: Stack): DriftedStack | undefined {
  const found = stack.resources.map((resource) => ({ resource, answered: readAnswered(resource) }));
  const drifts = found.flatMap(({ resource, answered }) => {
    const properties = Object.keys(answered).sort();
    return properties.length > 0 ? [{ resource, properties }] : [];
  });
  if (drifts.length === 0) return undefined;
  const resources = found.map(({ resource, answered }) => ({
    ...resource,
    inputs: { ...resource.inputs, ...answered },
  }));
  return { stack: Stack.of(resources, stack.facts), drifts };
}

/** What says nothing of how a resource is made. */
const NO_DRIFT: Readonly<Record<string, readonly string[]>> = { "outscale:index/vm:Vm": ["state"] };
const NEVER_DRIFT = ["timeouts", "userData"];

/** The inputs that a resource's outputs contradict, as the outputs have them. */
function readAnswered({ type, inputs, outputs, isDeployed, written }: Resource): Values {
  const shapes = INPUT_SHAPES[type];
  if (isDeployed !== true || !written || outputs === undefined || shapes === undefined) return {};
  const ignored = [...NEVER_DRIFT, ...(NO_DRIFT[type] ?? [])];
  const [own, answers] = [shapeValues(inputs, shapes), shapeValues(pick(outputs, shapes), shapes)];
  const differing = Object.entries(own).flatMap(([name, value]) => {
    const answer = ignored.includes(name) ? undefined : answers[name];
    if (answer === undefined || agree(value, answer) || areOneProtocol(name, value, answer)) return [];
    return [[name, answer] as const];
  });
  return Object.fromEntries(differing);
}

/** The provider answers `tcp` where a program wrote `6`. */
function areOneProtocol(name: string, written: Value, answer: Value): boolean {
  if (name !== "ipProtocol" || typeof written !== "string" || typeof answer !== "string") return false;
  return protocolOf(written) === protocolOf(answer);
}

function pick(outputs: Values, shapes: Shapes): Values {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => Object.hasOwn(shapes, name)));
}

/** Whether an answer is what was written, with what the provider added to it. */
function agree(written: Value, answer: Value): boolean {
  if (written instanceof Unknown || answer instanceof Unknown) return true;
  if (Array.isArray(written)) return Array.isArray(answer) && agreeAsLists(written, answer);
  if (isValues(written)) {
    return isValues(answer) && Object.entries(written).every(([name, own]) => agreeOn(own, answer[name]));
  }
  return scalarText(written) === scalarText(answer);
}

/** A scalar as it means the same however it is spelled: addresses without host bits, protocols by their names. */
function scalarText(value: Value): string | undefined {
  if (typeof value === "object") return undefined;
  const text = String(value).trim().toLowerCase();
  const range = addressesOf(text);
  return range ? `${range.family} ${String(range.first)}-${String(range.last)}` : text;
}

/** What is not answered contradicts nothing. */
function agreeOn(written: Value, answer: Value | undefined): boolean {
  return answer === undefined || agree(written, answer);
}

/** Order means nothing to the provider: each element has one that agrees, and none is left over. */
function agreeAsLists(written: readonly Value[], answer: readonly Value[]): boolean {
  const left = [...answer];
  return (
    written.length === answer.length &&
    written.every((element) => {
      const match = left.findIndex((each) => agree(element, each));
      if (match >= 0) left.splice(match, 1);
      return match >= 0;
    })
  );
}
