import { addTo, attemptEach, Candidates, type Maybe } from "../../stack";

/** What must be alike for two resources to be of one group; what is not known is not there. */
export type Traits = Readonly<Partial<Record<string, string>>>;

/** A resource with what is known of its traits; `why` hides those that are not there. */
export interface Described<V> extends Maybe<V> {
  readonly traits: Traits;
}

/** The resources that are alike. Without one that certainly is, the group itself is only possible. */
export interface TraitGroup<V> {
  readonly traits: Traits;
  readonly members: Candidates<V>;
}

/** Reads the traits of a resource, as far as they are known. */
export function describeTraits<V>(value: V, read: Readonly<Record<string, () => string>>): Described<V> {
  const { known, why } = attemptEach(
    Object.entries(read).map(
      ([trait, value]) =>
        () =>
          [trait, value()] as const,
    ),
  );
  return { value, traits: Object.fromEntries(known), ...(why && { why }) };
}

/** Groups what is alike: what is not known well enough may be of several groups, and is a group of its own. */
export function groupByTraits<V>(all: readonly Described<V>[]): TraitGroup<V>[] {
  const loose = all.flatMap((one) => (one.why ? [{ ...one, why: one.why }] : []));
  const certain = collectByTraits(all.filter(({ why }) => !why)).map(({ traits, members }) => {
    const possible = loose.filter((one) => areCompatible(one.traits, traits));
    return {
      traits,
      members: new Candidates(
        members.map(({ value }) => value),
        possible,
      ),
    };
  });
  const possible = collectByTraits(loose).map(({ traits, members }) => ({
    traits,
    members: new Candidates<V>([], members),
  }));
  return [...certain, ...possible];
}

/** Whether two may be alike, in what is known of both. */
export function areCompatible(some: Traits, others: Traits): boolean {
  return Object.entries(some).every(([trait, value]) => others[trait] === undefined || others[trait] === value);
}

function collectByTraits<P extends Described<unknown>>(all: readonly P[]): { traits: Traits; members: P[] }[] {
  const groups = new Map<string, P[]>();
  for (const one of all) addTo(groups, JSON.stringify(Object.entries(one.traits)), one);
  return [...groups.values()].map((members) => ({ traits: members[0]?.traits ?? {}, members }));
}
