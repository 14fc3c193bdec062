import type { Subject } from "../stack";
import { joinTexts, type Text } from "../text";
import type { Message } from "./message";

/** What a policy says against one subject: the fact alone, with the value seen. */
export interface Finding {
  readonly subject: Subject;
  readonly message: Message;
  /** The Pulumi property path the fact is about; empty for a tier or the stack. */
  readonly path: string;
  /** What more the whole stack shows of the fact: said with it, but a finding without it is the same finding. */
  readonly detail?: Text;
}

/** Why a verdict cannot be reached, said by the policy itself: a guess, user data in a form that is not read. */
export interface Doubt {
  readonly doubt: Message;
  readonly path: string;
}

/** Why nothing is asked of a subject by its own declaration: the loss is accepted, and the commitment is not claimed. */
export interface Acceptance {
  readonly accepted: Message;
}

/** What a policy's check yields. */
export type Statement = Finding | Doubt | Acceptance;

/** States a violation. Its path is the subject's unless a more precise one is given. */
export function finding(subject: Subject, message: Message, path = subject.path): Finding {
  return { subject, message, path };
}

/** The same finding with what the whole stack shows of it. */
export function withDetail(found: Finding, detail: Text | undefined): Finding {
  return detail === undefined ? found : { ...found, detail };
}

/** All that is said of a finding. */
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

export function isFinding(statement: Statement): statement is Finding {
  return "message" in statement;
}
