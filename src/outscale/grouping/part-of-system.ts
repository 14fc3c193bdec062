import { type Resource, UnseenPart } from "../../stack";
import type { Text } from "../../text";
import type { System } from "../provider/system";

/**
 * Whether what the stack in sight lacks may be in another part of the system: no where the stack is the whole, or was
 * given together with the other parts.
 * @param what the companion that was looked for in vain, as a noun phrase
 * @throws {UnseenPart} when it may
 */
export function isInAnotherPart(system: System, resource: Resource, what: Text): boolean {
  const unseen = listUnseenParts(system);
  if (unseen.length > 0) throw new UnseenPart(resource, system.settings.part?.of ?? "", unseen, what);
  return false;
}

/** The other parts of the system that were not given with the stack. */
export function listUnseenParts({ facts, settings: { part } }: System): string[] {
  if (part === undefined) return [];
  const given = [facts, ...(facts.others ?? [])].flatMap(({ project, name }) => [project, name, `${project}/${name}`]);
  return part.siblings.filter((sibling) => !given.includes(sibling));
}
