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
import { FILLED_IN, INPUT_SHAPES, NEVER_BARE } from "./shapes";

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
 * stops it too. An answer that cannot be read is none either, and what was written is then not known.
 */
export function findDrift(stack: Stack): DriftedStack | undefined {
  const found = stack.resources.map((resource) => ({ resource, answers: readAnswers(resource) }));
  if (found.every(({ answers }) => answers.length === 0)) return undefined;
  const resources = found.map(({ resource, answers }) => ({
    ...resource,
    inputs: { ...resource.inputs, ...Object.fromEntries(answers.map(({ property, answer }) => [property, answer])) },
  }));
  const drifts = found.flatMap(({ resource, answers }) => {
    const properties = answers.filter(({ isOther }) => isOther).map(({ property }) => property);
    return properties.length > 0 ? [{ resource, properties: properties.sort() }] : [];
  });
  return { stack: Stack.of(resources, stack.facts), drifts };
}

/** What says nothing of how a resource is made. */
const NO_DRIFT: Readonly<Record<string, readonly string[]>> = { "outscale:index/vm:Vm": ["state"] };
const NEVER_DRIFT = ["timeouts", "userData"];
/** What earlier versions of the provider filled in, and 1.8 does not. */
const FILLED_IN_BEFORE: Readonly<Record<string, readonly string[]>> = {
  "outscale:index/vm:Vm": ["blockDeviceMappings", "nics", "primaryNics", "privateIps"],
};

/** An answer that does not bear out what was written. */
interface Answer {
  readonly property: string;
  readonly answer: Value;
  /** Whether it says something else; otherwise it cannot be read. */
  readonly isOther: boolean;
}

function readAnswers({ type, inputs, outputs, isDeployed, written }: Resource): Answer[] {
  const shapes = Object.hasOwn(INPUT_SHAPES, type) ? INPUT_SHAPES[type] : undefined;
  if (isDeployed !== true || !written || outputs === undefined || shapes === undefined) return [];
  const ignored = [...NEVER_DRIFT, ...(NO_DRIFT[type] ?? [])];
  const filledIn = [...(FILLED_IN[type] ?? []), ...(FILLED_IN_BEFORE[type] ?? [])];
  // Where nothing at all was written down, all that the resource is was answered.
  const isBare = NEVER_BARE.includes(type) && Object.keys(shapes).every((name) => inputs[name] === undefined);
  const [own, answers] = [shapeValues(inputs, shapes), shapeValues(pick(outputs, shapes), shapes)];
  return Object.entries(answers).flatMap(([property, answer]) => {
    if (ignored.includes(property)) return [];
    const value = own[property];
    if (value === undefined && !isBare && filledIn.includes(property)) return [];
    if (bearsOut(property, answer, value, "read")) return [];
    return [{ property, answer, isOther: !bearsOut(property, answer, value, "pass over") }];
  });
}

/** What becomes of an answer that is not known: it is read as what it is, or passed over as if it were what was written. */
type Reading = "read" | "pass over";

function bearsOut(property: string, answer: Value, written: Value | undefined, reading: Reading): boolean {
  if (areOneProtocol(property, written, answer)) return true;
  return written === undefined ? isNothing(answer, reading) : agree(written, answer, reading);
}

/** Whether a provider that was asked for nothing answers nothing: what is empty, zero, off, or -1 for every port. */
function isNothing(answer: Value, reading: Reading): boolean {
  if (answer instanceof Unknown) return reading === "pass over";
  if (Array.isArray(answer)) return answer.every((each: Value) => isNothing(each, reading));
  if (isValues(answer)) return Object.values(answer).every((each) => isNothing(each, reading));
  return answer === "" || answer === 0 || answer === -1 || answer === false;
}

/** The provider answers `tcp` where a program wrote `6`, and `-1` where it wrote nothing. */
function areOneProtocol(name: string, written: Value | undefined, answer: Value): boolean {
  if (name !== "ipProtocol" || typeof (written ?? "") !== "string" || typeof answer !== "string") return false;
  return protocolOf(written as string | undefined) === protocolOf(answer);
}

function pick(outputs: Values, shapes: Shapes): Values {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => Object.hasOwn(shapes, name)));
}

/** Whether an answer is what was written, with what the provider added to it. */
function agree(written: Value, answer: Value, reading: Reading): boolean {
  if (written instanceof Unknown) return true;
  if (answer instanceof Unknown) return reading === "pass over";
  if (Array.isArray(written)) return Array.isArray(answer) && agreeAsLists(written, answer, reading);
  if (isValues(written)) {
    return isValues(answer) && Object.entries(written).every(([name, own]) => agreeOn(own, answer[name], reading));
  }
  return scalarText(written) === scalarText(answer) || areOneDocument(written, answer, reading);
}

/** The provider answers a document of JSON in a layout of its own. */
function areOneDocument(written: Value, answer: Value, reading: Reading): boolean {
  const [one, other] = [written, answer].map(parseJson);
  return one !== undefined && other !== undefined && agree(one, other, reading) && agree(other, one, reading);
}

function parseJson(text: Value): Value | undefined {
  if (typeof text !== "string" || !/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** A scalar as it means the same however it is spelled: addresses without host bits, protocols by their names. */
function scalarText(value: Value): string | undefined {
  if (typeof value === "object") return undefined;
  const text = String(value).trim().toLowerCase();
  const range = addressesOf(text);
  return range ? `${range.family} ${String(range.first)}-${String(range.last)}` : text;
}

/** What is not answered contradicts nothing. */
function agreeOn(written: Value, answer: Value | undefined, reading: Reading): boolean {
  return answer === undefined || agree(written, answer, reading);
}

/** Order means nothing to the provider: each element has one that agrees, and none is left over. */
function agreeAsLists(written: readonly Value[], answer: readonly Value[], reading: Reading): boolean {
  const left = [...answer];
  return (
    written.length === answer.length &&
    written.every((element) => {
      const match = left.findIndex((each) => agree(element, each, reading));
      if (match >= 0) left.splice(match, 1);
      return match >= 0;
    })
  );
}
