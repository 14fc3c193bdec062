import {
  all,
  Candidates,
  certainly,
  compare,
  type Possible,
  possibly,
  type Resource,
  some,
  type Subject,
  UnreadableValue,
  type UnseenPart,
} from "../../stack";
import {
  areCompatible,
  describeTraits,
  type TraitGroup,
  groupByTraits,
  type Traits,
} from "../grouping/group-by-traits";
import { environmentOf, nearestTagValue } from "../grouping/environment";
import { stemOf } from "../grouping/names";
import { isInAnotherPart } from "../grouping/part-of-system";
import { findKnownGaps, type Member, membersOf } from "../grouping/spread";
import { isInAnotherRegion } from "../provider/region-of";
import type { System } from "../provider/system";
import { LoadBalancer } from "../resources/load-balancer";
import { type Backend, backendsOf } from "./backends";
import { PUBLIC_CLOUD } from "./tiers";

const MORE_BALANCERS = { en: "other load balancers of this entry", fr: "d'autres load balancers de cette entrée" };
const MORE_BACKENDS = { en: "other VMs behind this entry", fr: "d'autres VM derrière cette entrée" };
const LOOKALIKE = {
  en: "the same under another name, which may be of this entry",
  fr: "les mêmes sous un autre nom, qui peut être de cette entrée",
};

/** The load balancers with the same listeners and name stem: together they are one way in. */
export class Entry implements Subject {
  readonly kind = "entry";
  /** The Net, the environment and the application that its load balancers have in common, as far as these are known. */
  readonly traits: Traits;
  readonly system: System;
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** The load balancers that are of it, sorted by urn, and those that may be. */
  readonly members: Candidates<LoadBalancer>;

  constructor(name: string, members: Candidates<LoadBalancer>, traits: Traits) {
    this.traits = traits;
    const views = members.certainOrPossible;
    const [first] = views;
    if (!first) throw new Error("an entry without load balancers");
    this.name = name;
    this.system = first.system;
    this.members = members;
    this.resource = first.resource;
    this.related = views.map(({ resource }) => resource);
  }

  /** Those that are certainly of it. */
  get balancers(): readonly LoadBalancer[] {
    return this.members.certain;
  }

  /**
   * Whether its load balancers face the Internet.
   * @throws {Undecided} when none of its load balancers is certain to be of it
   */
  isInternetFacing(): boolean {
    const [balancer] = this.members.certainOnes();
    return balancer?.isInternetFacing() === true;
  }

  /** Those that certainly send requests to nothing, while another one sends them to something: they stand for nobody. */
  idleBalancers(): readonly LoadBalancer[] {
    const views = this.members.all.map(({ value }) => value);
    if (!views.some((balancer) => backendsOf(balancer).length > 0)) return [];
    return views.filter((balancer) => certainly(() => backendsOf(balancer).length === 0));
  }

  /**
   * The Subregions of the region in which none of its load balancers stands that sends requests on; none when it stands in
   * enough of them.
   * @throws {Undecided} when load balancers whose Subregion or membership is not known may fill the gaps
   */
  missingSubregions(enough?: number): string[] {
    const idle = this.idleBalancers();
    return this.#missing(membersOf(this.members.filter((each) => !idle.includes(each))), MORE_BALANCERS, enough);
  }

  /**
   * Whether a request still finds something behind it when Subregions are lost, with the load balancers there, and machines.
   * @throws {Undecided} when no way is certain and one is possible
   */
  answersWithout(lost: LostPlaces): boolean {
    return this.members.some((balancer) => leadsOn(balancer, lost));
  }

  /** What its load balancers send requests to, all together; what one that may be of it has may be the entry's. */
  backends(): Backend[] {
    return this.members.all.flatMap(({ value: balancer, ...unsure }) =>
      backendsOf(balancer).map((backend) => ({ ...backend, ...unsure })),
    );
  }

  /**
   * The Subregions of the region in which nothing is behind the entry.
   * @throws {Undecided} when backends that are not known may fill the gaps
   */
  subregionsWithoutBackend(): string[] {
    return this.#missing(this.backends(), MORE_BACKENDS);
  }

  #missing(members: readonly Member[], more: UnseenPart["what"], enough?: number): string[] {
    const missing = findKnownGaps(this.system.settings.region, members, enough);
    const [balancer] = this.balancers;
    if (balancer && missing.length > 0) isInAnotherPart(balancer.system, this.resource, more);
    return missing;
  }
}

/** What an entry has to do without. */
export interface LostPlaces {
  readonly subregions: readonly string[];
  /** By their urns, wherever they stand. */
  readonly machines?: ReadonlySet<string>;
}

function leadsOn(balancer: LoadBalancer, { subregions, machines }: LostPlaces): boolean {
  return all(
    () => !subregions.includes(balancer.subregion()),
    () =>
      some(backendsOf(balancer), ({ machine, subregion, why }) => {
        if (machine && machines?.has(machine.resource.urn)) return false;
        if (subregions.includes(subregion())) return false;
        if (why) throw why;
        return true;
      }),
  );
}

/** The entries of the region that serve production, or may, in the order of their first load balancer. */
export function entriesOf(system: System): Entry[] {
  return system.memo(entriesOf, system, () => formEntries(selectBalancers(system, { here: true, inProduction: true })));
}

/** The entries of the region that certainly serve no production. */
export function nonProductionEntriesOf(system: System): Entry[] {
  return formEntries(selectBalancers(system, { here: true, inProduction: false }));
}

/** The entries of another region, whatever they serve. */
export function entriesOfAnotherRegion(system: System): Entry[] {
  return formEntries([true, false].flatMap((inProduction) => selectBalancers(system, { here: false, inProduction })));
}

/** @param asked whether they lie in the region of the convention, and whether they serve production, or may */
function selectBalancers(system: System, asked: { readonly here: boolean; readonly inProduction: boolean }) {
  return system.all(LoadBalancer).filter((balancer) => {
    const isHere = !isInAnotherRegion(system, balancer.resource);
    return isHere === asked.here && possibly(() => balancer.isProduction()) === asked.inProduction;
  });
}

function formEntries(balancers: readonly LoadBalancer[]): Entry[] {
  const groups = groupByTraits(balancers.map((balancer) => describeTraits(balancer, traitsOf(balancer))));
  const entries = groups.map(({ traits, members: { certain, possible } }) => {
    const lookalikes = certain.length === 0 ? [] : groups.filter((group) => isLookalike(group, traits));
    const others = lookalikes.flatMap((group) => group.members.certain.map(doubtMembership));
    return new Entry(traits["stem"] ?? "", new Candidates(certain, [...possible, ...others]), traits);
  });
  return entries.sort((a, b) => compare(a.resource.urn, b.resource.urn));
}

function traitsOf(balancer: LoadBalancer) {
  const { system, resource } = balancer;
  const places = () => balancer.places();
  return {
    stem: () => stemOf(balancer.name, system.settings),
    listeners: () => balancer.listenerSignature(),
    facing: () => (balancer.isInternetFacing() ? "internet" : "inside"),
    net: () => balancer.net()?.resource.urn ?? PUBLIC_CLOUD,
    environment: () => environmentOf(system, resource, places),
    application: () => nearestTagValue(system, resource, system.settings.applicationTagKey, places) ?? "",
  };
}

/** Whether a load balancer that stands alone under its name offers the same as others under theirs. */
function isLookalike({ traits, members }: TraitGroup<LoadBalancer>, { stem, ...offer }: Traits): boolean {
  return members.certain.length === 1 && traits["stem"] !== stem && areCompatible(traits, offer);
}

/** A name says less than the listeners: those that stand alone under other names may belong together. */
function doubtMembership(balancer: LoadBalancer): Possible<LoadBalancer> {
  return { value: balancer, why: new UnreadableValue(balancer.resource, "listeners", LOOKALIKE) };
}
