import { readPackSettings } from "../../../src/config";
import { System } from "../../../src/outscale";
import {
  attempt,
  NeedsStack,
  type Resource,
  Stack,
  type Undecided,
  UnknownValue,
  UnreadableValue,
  UnseenPart,
} from "../../../src/stack";

/**
 * What a view answers. Where it cannot, why, as one text: `not known: subnetId of vm, perhaps subnet-a, subnet-b`,
 * `secret: ...`, `outside: ...` for what leads out of the stack, `not read: ...`, `not in sight: ...` for what another
 * part of the system may have, and `with the stack` for what one resource alone does not tell.
 */
export function answer<T>(ask: () => T): T | string {
  const found = attempt(ask);
  return !found.why ? found.value : whyText(found.why);
}

function whyText(why: Undecided): string {
  if (why instanceof UnknownValue) {
    const perhaps = why.candidates.map(({ name }) => name).join(", ");
    return `${HIDDEN[why.why]}: ${why.path} of ${why.resource.name}${perhaps && `, perhaps ${perhaps}`}`;
  }
  if (why instanceof UnreadableValue) return `not read: ${why.path} of ${why.resource.name}, ${why.what.en}`;
  if (why instanceof UnseenPart) return `not in sight: ${why.what.en}, ${why.resource.name}`;
  if (why instanceof NeedsStack) return "with the stack";
  throw why;
}

const HIDDEN = { later: "not known", secret: "secret", outside: "outside", shape: "misshapen" } as const;

/** The stack of a resource that is seen by itself, before it is created. */
export function alone(resource: Resource): System {
  return new System(Stack.alone(resource, { project: "unit", name: "test" }), readPackSettings({}).shared);
}
