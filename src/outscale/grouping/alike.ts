import { addTo, attempt, type Undecided } from "../../stack";

/** What must be alike for two resources to be of one group; what is not known is not there. */
export type Traits = Readonly<Partial<Record<string, string>>>;

/** A resource with what is known of its traits. */
export interface Placed<V> {
  readonly view: V;
  readonly traits: Traits;
  /** What hides the traits that are not there. */
  readonly why?: Undecided;
}

/** What may belong to a group, and what hides whether it does. */
export interface Possible<V> {
  readonly view: V;
  readonly why: Undecided;
}

/** The resources that are alike, and those that may be. Without a member the group itself is only possible. */
export interface Group<V> {
  readonly traits: Traits;
  readonly members: readonly V[];
  readonly possible: readonly Possible<V>[];
}

/** Reads the traits of a resource, as far as they are known. */
export function placed<V>(view: V, read: Readonly<Record<string, () => string>>): Placed<V> {
  const found = Object.entries(read).map(([trait, value]) => ({ trait, ...attempt(value) }));
  const traits = Object.fromEntries(found.flatMap((one) => ("value" in one ? [[one.trait, one.value]] : [])));
  const [why] = found.flatMap((one) => ("why" in one ? [one.why] : []));
  return { view, traits, ...(why && { why }) };
}

/** Groups what is alike: what is not known well enough may be of several groups, and is a group of its own. */
export function groupAlike<V>(all: readonly Placed<V>[]): Group<V>[] {
  const loose = all.flatMap((one) => (one.why ? [{ ...one, why: one.why }] : []));
  const certain = byTraits(all.filter(({ why }) => !why)).map(({ traits, members }) => ({
    traits,
    members: members.map(({ view }) => view),
    possible: loose.filter((one) => areCompatible(one.traits, traits)),
  }));
  return [...certain, ...byTraits(loose).map(({ traits, members }) => ({ traits, members: [], possible: members }))];
}

/** Whether two may be alike, in what is known of both. */
export function areCompatible(some: Traits, others: Traits): boolean {
  return Object.entries(some).every(([trait, value]) => others[trait] === undefined || others[trait] === value);
}

function byTraits<P extends Placed<unknown>>(all: readonly P[]): { traits: Traits; members: P[] }[] {
  const groups = new Map<string, P[]>();
  for (const one of all) addTo(groups, JSON.stringify(Object.entries(one.traits)), one);
  return [...groups.values()].map((members) => ({ traits: members[0]?.traits ?? {}, members }));
}
