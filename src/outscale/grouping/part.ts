import { type Resource, type Stack, UnseenPart } from "../../stack";
import type { Text } from "../../text";
import type { SharedSettings } from "../provider/settings";

/**
 * Whether what the stack in sight lacks may be in another part of the system: no where the stack is the whole, or was
 * given together with the other parts.
 * @param what the companion that was looked for in vain, as a noun phrase
 * @throws {UnseenPart} when it may
 */
export function isInAnotherPart(stack: Stack, shared: SharedSettings, resource: Resource, what: Text): boolean {
  const unseen = unseenParts(stack, shared);
  if (unseen.length > 0) throw new UnseenPart(resource, shared.part?.of ?? "", unseen, what);
  return false;
}

/** The other parts of the system that were not given with the stack. */
export function unseenParts({ facts }: Stack, { part }: SharedSettings): string[] {
  if (part === undefined) return [];
  const given = [facts, ...(facts.others ?? [])].flatMap(({ project, name }) => [project, name, `${project}/${name}`]);
  return part.siblings.filter((sibling) => !given.includes(sibling));
}
