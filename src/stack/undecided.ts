import type { Text } from "../text";
import type { Resource } from "./resource";
import type { Unknown } from "./value";

/** A verdict cannot be reached here and now; neither kind may ever be read as "compliant". */
export abstract class Undecided extends Error {
  /** The resources that the hidden value may lead to; none where it may lead to any, or to none. */
  readonly candidates: readonly Resource[];

  constructor(message: string, candidates: readonly Resource[] = []) {
    // Thrown by the thousand and always caught: a trace of each would cost more than the judgement.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.candidates = candidates;
  }

  /** Whether the hidden value may lead to a resource; `undefined` for one of another stack. */
  mayLeadTo(resource: Resource | undefined): boolean {
    return this.candidates.length === 0 || (resource !== undefined && this.candidates.includes(resource));
  }
}

/** A value the verdict needs is not known. */
export class UnknownValue extends Undecided {
  readonly resource: Resource;
  /** The Pulumi property path of the value, `rules[0].ipRanges[1]`. */
  readonly path: string;
  /**
   * Why: it comes with the deployment, it is a secret that is not shown, it leads to what is not in the stack, or it has
   * another shape than the provider takes.
   */
  readonly why: "later" | "secret" | "outside" | "shape";
  readonly origin: string | undefined;

  constructor(
    resource: Resource,
    path: string,
    details: { value?: Unknown | undefined; candidates?: readonly Resource[]; outside?: boolean } = {},
  ) {
    super(`${path} of ${resource.urn} is not known`, details.candidates);
    this.name = "UnknownValue";
    this.resource = resource;
    this.path = path;
    this.why = details.outside === true ? "outside" : whyUnknown(details.value);
    this.origin = details.value?.origin;
  }
}

function whyUnknown(value: Unknown | undefined): "later" | "secret" | "shape" {
  if (value?.isMisshapen === true) return "shape";
  return value?.isSecret === true ? "secret" : "later";
}

/** A value is known, but not in a form that can be read: text that is no CIDR, user data in an unread format. */
export class UnreadableValue extends Undecided {
  readonly resource: Resource;
  readonly path: string;
  /** What the value is, as a noun phrase in each language. */
  readonly what: Text;

  constructor(resource: Resource, path: string, what: Text) {
    super(`${path} of ${resource.urn} cannot be read: ${what.en}`);
    this.name = "UnreadableValue";
    this.resource = resource;
    this.path = path;
    this.what = what;
  }
}

/** What was looked for in vain may be in another part of the system, which is not in sight. */
export class UnseenPart extends Undecided {
  readonly resource: Resource;
  readonly path = "";
  /** The system's name. */
  readonly of: string;
  /** The stacks that were not given. */
  readonly stacks: readonly string[];
  /** What was looked for, as a noun phrase in each language. */
  readonly what: Text;

  constructor(resource: Resource, of: string, stacks: readonly string[], what: Text) {
    super(`${what.en} of ${resource.urn} may be in another part of ${of}`);
    this.name = "UnseenPart";
    this.resource = resource;
    this.of = of;
    this.stacks = stacks;
    this.what = what;
  }
}

/** The verdict needs another resource, and only one resource is in sight. */
export class NeedsStack extends Undecided {
  constructor() {
    super("decided with the stack");
    this.name = "NeedsStack";
  }
}

/**
 * Three-valued "some": one certain yes decides, whatever else is unknown.
 * @throws {Undecided} when no element is a certain yes and at least one is undecided
 */
export function some<T>(elements: Iterable<T>, predicate: (element: T) => boolean): boolean {
  let undecided: Undecided | undefined;
  for (const element of elements) {
    try {
      if (predicate(element)) return true;
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      // With the stack in sight the answer may be known, so that is what must be said.
      if (undecided === undefined || error instanceof NeedsStack) undecided = error;
    }
  }
  if (undecided) throw undecided;
  return false;
}

/**
 * Three-valued "every": one certain no decides, whatever else is unknown.
 * @throws {Undecided} when no element is a certain no and at least one is undecided
 */
export function every<T>(elements: Iterable<T>, predicate: (element: T) => boolean): boolean {
  return !some(elements, (element) => !predicate(element));
}

/** Three-valued "and" of conditions, in any order: a certain no wins over an unknown. */
export function all(...conditions: (() => boolean)[]): boolean {
  return every(conditions, (condition) => condition());
}

/** Three-valued "or" of conditions, in any order: a certain yes wins over an unknown. */
export function any(...conditions: (() => boolean)[]): boolean {
  return some(conditions, (condition) => condition());
}

/** What was read, or what hides it. */
export type Reading<T> =
  { readonly value: T; readonly why?: never } | { readonly value?: never; readonly why: Undecided };

/** Reads what may be hidden; whatever else is thrown is thrown on. */
export function attempt<T>(read: () => T): Reading<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Undecided) return { why: error };
    throw error;
  }
}

/** What can be read of several, what hides each of the others, and the first that does. */
export function attemptEach<T>(reads: Iterable<() => T>): {
  readonly known: readonly T[];
  readonly hidden: readonly Undecided[];
  readonly why: Undecided | undefined;
} {
  const known: T[] = [];
  const hidden: Undecided[] = [];
  for (const read of reads) {
    const { value, why } = attempt(read);
    if (why) hidden.push(why);
    else known.push(value);
  }
  return { known, hidden, why: hidden[0] };
}

/** What can be read, or nothing where that is undecided. */
export function ifKnown<T>(read: () => T): T | undefined {
  return attempt(read).value;
}

/** Whether a condition certainly holds; an unknown one does not. */
export function certainly(condition: () => boolean): boolean {
  return ifKnown(condition) === true;
}

/** Whether a condition may hold: all but a certain no. */
export function possibly(condition: () => boolean): boolean {
  return ifKnown(condition) !== false;
}
