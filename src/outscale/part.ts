import { type Resource, type Stack, UnseenPart } from "../stack";
import type { SharedSettings } from "./settings";

/**
 * Whether what the stack in sight lacks may be in another part of the system: no where the stack is the whole, or was
 * given together with the other parts.
 * @param what the companion that was looked for in vain, as a noun phrase
 * @throws {UnseenPart} when it may
 */
export function isInAnotherPart(
  { facts }: Stack,
  { part }: SharedSettings,
  resource: Resource,
  what: { readonly en: string; readonly fr: string },
): boolean {
  if (part === undefined) return false;
  const given = [facts, ...(facts.others ?? [])].flatMap(({ project, name }) => [project, name, `${project}/${name}`]);
  const unseen = part.siblings.filter((sibling) => !given.includes(sibling));
  if (unseen.length > 0) throw new UnseenPart(resource, part.of, unseen, what);
  return false;
}
