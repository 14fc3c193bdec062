import type { Resource } from "../stack";
import { showForeign, type Text, UserError } from "../text";

/**
 * Makes sure that each resource has parents up to one that has none.
 * @param name of the document
 * @throws {UserError} when one is its own parent, or that of its parents
 */
export function refuseParentLoops(resources: readonly Resource[], name: Text): void {
  const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
  const ended = new Set<string>();
  for (const { urn } of resources) {
    const passed = new Set<string>();
    for (let at: string | undefined = urn; at !== undefined && !ended.has(at); at = parents.get(at)) {
      if (passed.has(at)) throw ownParent(name, showForeign(at));
      passed.add(at);
    }
    for (const each of passed) ended.add(each);
  }
}

function ownParent(name: Text, urn: string): UserError {
  return new UserError({
    en: `In ${name.en}, ${urn} is its own parent, or that of its parents.`,
    fr: `Dans ${name.fr}, ${urn} est son propre parent, ou celui de ses parents.`,
  });
}
