import type { ClauseId } from "../contract";
import { isValues, type Subject, Unknown, type Value, valueAt } from "../stack";
import { joinTexts, type Text } from "../text";
import type { Datum, Message } from "./message";

/** What a policy says against one subject: the fact alone, with the value seen. */
export interface Finding {
  readonly subject: Subject;
  readonly message: Message;
  /** The Pulumi property path the fact is about; empty for a tier or the stack. */
  readonly path: string;
  /** What of the subject the fact is about, where it is not about all of it: the rest loses nothing. */
  readonly of?: readonly Subject[];
  /** What only the whole stack shows of the fact. It is shown with the message, and is no part of the identity. */
  readonly detail?: Text;
  /** What tells it from another fact and no sentence shows: an exemption accepts it with these alone. */
  readonly facts?: Datum;
  /** Which of its policy's clauses it is about; without it, all of them. */
  readonly clauses?: readonly ClauseId[];
  /** What to do about it, where that is more than its policy says of all. */
  readonly fix?: Text;
}

/** Why a verdict cannot be reached, said by the policy itself: a guess, user data in a form that is not read. */
export interface Doubt {
  readonly doubt: Message;
  readonly path: string;
}

/** Why nothing is asked of a subject: its own declaration accepts the loss, and the commitment is not claimed for it. */
export interface Acceptance {
  readonly accepted: Message;
}

/** What a policy's check yields. */
export type Statement = Finding | Doubt | Acceptance;

/** States a violation. Its path is the subject's unless a more precise one is given. */
export function finding(subject: Subject, message: Message, path = subject.path): Finding {
  return { subject, message, path };
}

/** Limits a finding about a subject to some of what it consists of. */
export function findingOf(of: readonly Subject[], found: Finding): Finding {
  return { ...found, of };
}

/** Adds to a finding what only the whole stack shows of it; it stays the same finding. */
export function withDetail(found: Finding, detail: Text | undefined): Finding {
  return detail === undefined ? found : { ...found, detail };
}

/** Adds to a finding what tells it from others where its message does not: whom, which host, which services. */
export function withFacts(found: Finding, facts: Datum): Finding {
  return { ...found, facts };
}

/** Makes what is written at its path a part of a fact, as far as it is known: an ACL that gives more is another. */
export function withWritten(found: Finding): Finding {
  return withFacts(found, factOf(valueAt(found.subject.resource.inputs, found.path)));
}

/** What is known of a value, as a part of a fact. */
export function factOf(value: Value | undefined): Datum {
  if (value === undefined || value instanceof Unknown) return undefined;
  if (isValues(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, factOf(each)]));
  return isList(value) ? value.map(factOf) : value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Says which of its policy's clauses a finding is about. */
export function withClauses(found: Finding, clauses: readonly ClauseId[]): Finding {
  return { ...found, clauses };
}

/** Says what to do about a finding, where there is more to say than of all that its policy finds. */
export function withFix(found: Finding, fix: Text | undefined): Finding {
  return fix === undefined ? found : { ...found, fix };
}

/** The fact of a finding as it is shown, with what the whole stack shows of it. */
export function formatFact({ message, detail }: Finding): Text {
  return detail === undefined ? message.text : joinTexts([message.text, detail], " ");
}

/** States that the verdict cannot be reached, and why. A violation found beside it still stands. */
export function doubt(subject: Subject, why: Message, path = subject.path): Doubt {
  return { doubt: why, path };
}

/** States that the program or the configuration accepts the loss. A violation found beside it still stands. */
export function acceptance(why: Message): Acceptance {
  return { accepted: why };
}

/** Whether a statement is a finding, and neither a doubt nor an acceptance. */
export function isFinding(statement: Statement): statement is Finding {
  return "message" in statement;
}
