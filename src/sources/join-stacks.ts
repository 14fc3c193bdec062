import { UserError } from "../text";
import type { ReadStack } from "./read-stack";

/**
 * Joins stacks that are parts of one system: the resources of the others stand beside those of the first.
 * @throws {UserError} when the same stack is given twice
 */
export function joinStacks(own: ReadStack, others: readonly ReadStack[]): ReadStack {
  if (others.length === 0) return own;
  const urns = new Set(own.stack.resources.map(({ urn }) => urn));
  for (const { stack } of others) {
    for (const { urn } of stack.resources) {
      if (urns.has(urn)) throw givenTwice(stack.facts);
      urns.add(urn);
    }
  }
  const facts = others.map(({ stack }) => ({ project: stack.facts.project, name: stack.facts.name }));
  return {
    stack: own.stack.with(
      others.flatMap(({ stack }) => stack.resources),
      { others: facts },
    ),
    limits: [own, ...others].flatMap(({ limits }) => limits),
  };
}

function givenTwice({ project, name }: { readonly project: string; readonly name: string }): UserError {
  const stack = `${project}/${name}`;
  return new UserError({
    en: `The stack ${stack} is given twice: \`--with-state\` takes the other stacks.`,
    fr: `La stack ${stack} est donnée deux fois : \`--with-state\` prend les autres stacks.`,
  });
}
