import type { Text } from "../contract";
import type { Subject } from "../stack";

/** What a policy says against one subject: the fact alone, with the value seen. */
export interface Finding {
  readonly subject: Subject;
  readonly message: Text;
  /** The Pulumi property path the fact is about; empty for a tier or the stack. */
  readonly path: string;
}

/** Why a verdict cannot be reached, said by the policy itself: a guess, user data in a form that is not read. */
export interface Doubt {
  readonly doubt: Text;
  readonly path: string;
}

/** Why nothing is asked of a subject by its own declaration: the loss is accepted, and the commitment is not claimed. */
export interface Acceptance {
  readonly accepted: Text;
}

export type Judgement = Finding | Doubt | Acceptance;

/** States a violation. Its path is the subject's unless a more precise one is given. */
export function finding(subject: Subject, message: Text, path = subject.path): Finding {
  return { subject, message, path };
}

/** States that the verdict cannot be reached, and why. A violation found beside it still stands. */
export function doubt(subject: Subject, why: Text, path = subject.path): Doubt {
  return { doubt: why, path };
}

/** States that the program or the configuration accepts the loss. A violation found beside it still stands. */
export function acceptance(why: Text): Acceptance {
  return { accepted: why };
}

export function isFinding(judgement: Judgement): judgement is Finding {
  return "message" in judgement;
}
