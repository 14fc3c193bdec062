import {
  all,
  any,
  compare,
  possibly,
  type Resource,
  some,
  type Stack,
  type Subject,
  type Undecided,
  UnreadableValue,
  type UnseenPart,
} from "../../stack";
import { areCompatible, type Group, groupAlike, placed, type Possible, type Traits } from "../grouping/alike";
import { environmentOf, nearestTagValue } from "../grouping/environment";
import { stemOf } from "../grouping/names";
import { isInAnotherPart } from "../grouping/part";
import { knownGaps, type Member } from "../grouping/spread";
import type { SharedSettings } from "../provider/settings";
import { LoadBalancer } from "../resources/load-balancer";
import { type Backend, backendsOf } from "./backends";

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
  readonly possible: readonly Possible<LoadBalancer>[];

  constructor(name: string, balancers: readonly LoadBalancer[], possible: readonly Possible<LoadBalancer>[]) {
    const views = balancers.length > 0 ? balancers : possible.map(({ view }) => view);
    const [first] = views;
    if (!first) throw new Error("an entry without load balancers");
    this.name = name;
    this.balancers = balancers;
    this.possible = possible;
    this.resource = first.resource;
    this.related = views.map(({ resource }) => resource);
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

  /**
   * Whether a request still finds something behind it when a Subregion is lost, with the load balancers there.
   * @param lost none, for the entry as it is
   * @throws {Undecided} when no way is certain and one is possible
   */
  answersWithout(lost: string | undefined, { region }: SharedSettings): boolean {
    return any(
      () => some(this.balancers, (balancer) => leadsOn(balancer, lost, region)),
      () =>
        some(this.possible, ({ view, why }) => {
          if (leadsOn(view, lost, region)) throw why;
          return false;
        }),
    );
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
    const missing = knownGaps(shared.region, members, enough);
    const [balancer] = this.balancers;
    if (balancer && missing.length > 0) isInAnotherPart(balancer.stack, shared, this.resource, more);
    return missing;
  }

  /** What each of its load balancers has; what one has that may belong to it may be the entry's. */
  #each<M extends Member>(of: (balancer: LoadBalancer) => M[]): M[] {
    return [
      ...this.balancers.flatMap(of),
      ...this.possible.flatMap(({ view, why }) => of(view).map((member) => ({ ...member, why }))),
    ];
  }

  #doubt(): Undecided {
    const [first] = this.possible;
    if (first) return first.why;
    throw new Error("an entry without load balancers");
  }
}

function leadsOn(balancer: LoadBalancer, lost: string | undefined, region: string): boolean {
  return all(
    () => balancer.subregion(region) !== lost,
    () =>
      some(backendsOf(balancer, region), ({ subregion, why }) => {
        if (subregion() === lost) return false;
        if (why) throw why;
        return true;
      }),
  );
}

/** The entries of a stack, in the order of their first load balancer. */
export function entriesOf(stack: Stack, shared: SharedSettings): Entry[] {
  const inProduction = stack.all(LoadBalancer).filter((balancer) => possibly(() => balancer.isProduction(shared)));
  const groups = groupAlike(inProduction.map((balancer) => placed(balancer, traitsOf(balancer, shared))));
  const entries = groups.map(({ traits, members, possible }) => {
    const lookalikes = members.length === 0 ? [] : groups.filter((group) => isLookalike(group, traits));
    const others = lookalikes.flatMap((group) => group.members.map(doubted));
    return new Entry(traits["stem"] ?? "", members, [...possible, ...others]);
  });
  return entries.sort((a, b) => compare(a.resource.urn, b.resource.urn));
}

function traitsOf(balancer: LoadBalancer, shared: SharedSettings) {
  const { stack, resource } = balancer;
  const places = () => balancer.places();
  return {
    stem: () => stemOf(balancer.name, shared.region, shared.memberWords),
    listeners: () => balancer.listenerSignature(),
    facing: () => (balancer.isInternetFacing() ? "internet" : "inside"),
    net: () => balancer.net()?.resource.urn ?? "public Cloud",
    environment: () => environmentOf(stack, resource, shared.environment, places),
    application: () => nearestTagValue(stack, resource, shared.applicationTagKey, places) ?? "",
  };
}

/** Whether a load balancer that stands alone under its name offers the same as others under theirs. */
function isLookalike({ traits, members }: Group<LoadBalancer>, { stem, ...offer }: Traits): boolean {
  return members.length === 1 && traits["stem"] !== stem && areCompatible(traits, offer);
}

/** A name says less than the listeners: those that stand alone under other names may belong together. */
function doubted(balancer: LoadBalancer): Possible<LoadBalancer> {
  return { view: balancer, why: new UnreadableValue(balancer.resource, "listeners", LOOKALIKE) };
}
