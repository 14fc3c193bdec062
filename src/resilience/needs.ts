import { type Entry, findTiersCalledBy, type Tier, tiersOf } from "../outscale";

/** The tiers that an entry cannot answer without, as far as routes and rules tell. */
export interface Needs {
  /** Those behind its load balancers. */
  readonly behind: readonly Tier[];
  /** Those whose services these reach, and so on. */
  readonly called: readonly Tier[];
  /** Those of which it is not known whether they are reached. */
  readonly perhaps: readonly Tier[];
}

/**
 * Finds what an entry cannot answer without: what stands behind it, and every tier whose services that reaches. That
 * something may be called is taken for that it must answer: no estimate is then too good.
 */
export function findNeeds(entry: Entry): Needs {
  return entry.system.memo(findNeeds, entry, () => {
    const machines = new Set(entry.backends().flatMap(({ machine }) => (machine ? [machine.resource.urn] : [])));
    const isBehind = ({ related }: Tier) => related.some(({ urn }) => machines.has(urn));
    const behind = tiersOf(entry.system).filter(isBehind);
    const needed = new Set(behind);
    const perhaps = new Set<Tier>();
    // A set hands over what is added to it on the way.
    for (const tier of needed) {
      for (const { value, why } of findTiersCalledBy(tier)) (why ? perhaps : needed).add(value);
    }
    return {
      behind,
      called: [...needed].filter((tier) => !behind.includes(tier)),
      perhaps: [...perhaps].filter((tier) => !needed.has(tier)),
    };
  });
}
