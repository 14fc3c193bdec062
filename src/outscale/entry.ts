import {
  addTo,
  attempt,
  certainly,
  compare,
  type Resource,
  type Stack,
  type Subject,
  type Undecided,
  UnreadableValue,
  type UnseenPart,
} from "../stack";
import { type Backend, backendsOf } from "./backends";
import { environmentOf, nearestTagValue } from "./environment";
import { LoadBalancer } from "./load-balancer";
import { stemOf } from "./names";
import { isInAnotherPart } from "./part";
import { subregionsOf } from "./region";
import type { SharedSettings } from "./settings";
import { type Member, missingSubregions } from "./spread";

const MORE_BALANCERS = { en: "other load balancers of this entry", fr: "d'autres load balancers de cette entrée" };
const MORE_BACKENDS = { en: "other VMs behind this entry", fr: "d'autres VM derrière cette entrée" };
const LOOKALIKE = {
  en: "the same under another name, which may be of this entry",
  fr: "les mêmes sous un autre nom, qui peut être de cette entrée",
};

/** The production load balancers with the same listeners and name stem: together they are one way in. */
export class Entry implements Subject {
  readonly kind = "entry";
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** Sorted by urn. */
  readonly balancers: readonly LoadBalancer[];
  /** Load balancers that may belong to it, and what hides whether they do. */
  readonly possible: readonly PossibleBalancer[];

  constructor(name: string, balancers: readonly LoadBalancer[], possible: readonly PossibleBalancer[]) {
    const all = balancers.length > 0 ? balancers : possible.map(({ balancer }) => balancer);
    const [first] = all;
    if (!first) throw new Error("an entry without load balancers");
    this.name = name;
    this.balancers = balancers;
    this.possible = possible;
    this.resource = first.resource;
    this.related = all.map(({ resource }) => resource);
  }

  /** @throws {Undecided} when none of its load balancers is certain to be of it */
  isInternetFacing(): boolean {
    const [balancer] = this.balancers;
    if (balancer) return balancer.isInternetFacing();
    throw this.#doubt();
  }

  /**
   * The Subregions of the region in which none of its load balancers stands; none when it stands in enough of them.
   * @throws {Undecided} when load balancers whose Subregion or membership is not known may fill the gaps
   */
  missingSubregions(shared: SharedSettings, enough?: number): string[] {
    const { region } = shared;
    const members = this.#each((balancer) => [{ subregion: () => balancer.subregion(region) }]);
    return this.#missing(members, shared, MORE_BALANCERS, enough);
  }

  /** What its load balancers send requests to, all together. */
  backends({ region }: SharedSettings): Backend[] {
    return this.#each((balancer) => backendsOf(balancer, region));
  }

  /**
   * The Subregions of the region in which nothing is behind the entry.
   * @throws {Undecided} when backends that are not known may fill the gaps
   */
  subregionsWithoutBackend(shared: SharedSettings): string[] {
    return this.#missing(this.backends(shared), shared, MORE_BACKENDS);
  }

  #missing(members: readonly Member[], shared: SharedSettings, more: UnseenPart["what"], enough?: number): string[] {
    const missing = missingSubregions(shared.region, members, enough);
    if (missing.length === subregionsOf(shared.region).length) {
      // Where the place of none is known, no Subregion is known to be missed.
      for (const { subregion } of members) subregion();
    }
    const [balancer] = this.balancers;
    if (balancer && missing.length > 0) isInAnotherPart(balancer.stack, shared, this.resource, more);
    return missing;
  }

  /** What each of its load balancers has; what one has that may belong to it may be the entry's. */
  #each<M extends Member>(of: (balancer: LoadBalancer) => M[]): M[] {
    return [
      ...this.balancers.flatMap(of),
      ...this.possible.flatMap(({ balancer, why }) => of(balancer).map((member) => ({ ...member, why }))),
    ];
  }

  #doubt(): Undecided {
    const [first] = this.possible;
    if (first) return first.why;
    throw new Error("an entry without load balancers");
  }
}

interface PossibleBalancer {
  readonly balancer: LoadBalancer;
  readonly why: Undecided;
}

/** What must be alike for two load balancers to be of one entry. */
const SAME = ["stem", "listeners", "facing", "net", "environment", "application"] as const;
type Traits = Partial<Record<(typeof SAME)[number], string>>;

interface Placed {
  readonly balancer: LoadBalancer;
  readonly traits: Traits;
  /** What hides the traits that are not there, or whether it serves production at all. */
  readonly why?: Undecided;
}

/** The entries of a stack, in the order of their first load balancer. */
export function entriesOf(stack: Stack, shared: SharedSettings): Entry[] {
  const placed = stack.all(LoadBalancer).flatMap((balancer) => place(balancer, shared));
  const loose = placed.flatMap((one) => (one.why ? [{ ...one, why: one.why }] : []));
  const certain = groupBy(placed.filter(({ why }) => !why));
  const alone = certain.flatMap((group) => (group.length === 1 ? group : []));
  const entries = certain.map((group) => {
    const { stem = "", ...offer } = group[0]?.traits ?? {};
    const lookalikes = alone.filter(({ traits }) => traits.stem !== stem && compatible(traits, offer));
    return new Entry(
      stem,
      group.map(({ balancer }) => balancer),
      [...loose.filter(({ traits }) => compatible(traits, { stem, ...offer })), ...lookalikes.map(doubted)],
    );
  });
  const undecided = groupBy(loose).map((group) => new Entry(group[0]?.traits.stem ?? "", [], group));
  return [...entries, ...undecided].sort((a, b) => compare(a.resource.urn, b.resource.urn));
}

/** A name says less than the listeners: those that stand alone under other names may belong together. */
function doubted({ balancer }: Placed): PossibleBalancer {
  return { balancer, why: new UnreadableValue(balancer.resource, "listeners", LOOKALIKE) };
}

function groupBy<P extends Placed>(placed: readonly P[]): P[][] {
  const groups = new Map<string, P[]>();
  for (const one of placed) addTo(groups, JSON.stringify(SAME.map((trait) => one.traits[trait] ?? null)), one);
  return [...groups.values()];
}

/** Whether two may be alike, in what is known of both. */
function compatible(some: Traits, others: Traits): boolean {
  return SAME.every((trait) => [some[trait], others[trait]].includes(undefined) || some[trait] === others[trait]);
}

/** Nothing for a load balancer that certainly does not serve production. */
function place(balancer: LoadBalancer, shared: SharedSettings): Placed[] {
  if (certainly(() => !balancer.isProduction(shared))) return [];
  const { stack, resource } = balancer;
  const places = () => balancer.places();
  const read: Readonly<Record<(typeof SAME)[number], () => string>> = {
    stem: () => stemOf(balancer.name, shared.region, shared.memberWords),
    listeners: () => balancer.listenerSignature(),
    facing: () => (balancer.isInternetFacing() ? "internet" : "inside"),
    net: () => balancer.net()?.resource.urn ?? "public Cloud",
    environment: () => environmentOf(stack, resource, shared.environment, places),
    application: () => nearestTagValue(stack, resource, shared.applicationTagKey, places) ?? "",
  };
  const found = SAME.map((trait) => ({ trait, ...attempt(read[trait]) }));
  const traits = Object.fromEntries(found.flatMap((one) => ("value" in one ? [[one.trait, one.value]] : [])));
  const [why] = found.flatMap((one) => ("why" in one ? [one.why] : []));
  return [{ balancer, traits, ...(why && { why }) }];
}
