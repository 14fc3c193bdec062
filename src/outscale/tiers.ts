import {
  addTo,
  all,
  any,
  attempt,
  every,
  ifKnown,
  referrers,
  type Resource,
  some,
  type Stack,
  type Subject,
  type Undecided,
  UnreadableValue,
} from "../stack";
import { environmentOf, nearestTagValue } from "./environment";
import { hasInternetPath } from "./internet-path";
import { LoadBalancerVms } from "./load-balancer";
import { matchesGlob, stemOf } from "./names";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { missingSubregions } from "./spread";
import { firstTagValue, tagValue } from "./tags";
import { Vm } from "./vm";

/** By what the VMs of a tier were found to do one job. */
export type Grouping =
  /** Declared: the program or the configuration says it. */
  | "tag"
  | "setting"
  | "placement"
  /** Guessed, from the most telling sign to none at all. */
  | "name"
  | "load balancer"
  | "alone";

/** The same for readers, said of the VMs. */
const GROUPED_BY: Readonly<Record<Grouping, { readonly en: string; readonly fr: string }>> = {
  tag: { en: "grouped by their tag", fr: "regroupées par leur étiquette" },
  setting: { en: "grouped by `tierOf`", fr: "regroupées par `tierOf`" },
  placement: {
    en: "grouped by the `osc.fcu.repulse_server` they share",
    fr: "regroupées par leur `osc.fcu.repulse_server` commun",
  },
  name: { en: "grouped by name and security groups", fr: "regroupées par nom et groupes de sécurité" },
  "load balancer": { en: "grouped by their load balancers", fr: "regroupées par leurs load balancers" },
  alone: { en: "like no other VM", fr: "sans semblable" },
};

/** The job of a VM. */
export interface Job {
  readonly name: string;
  readonly by: Grouping;
}

/** The tags by which a VM declares that nothing is asked of it, or little. */
const EPHEMERAL = { key: "lifecycle", value: "ephemeral" };
const WITNESS = { key: "quorum", value: "witness" };
const BEST_EFFORT = { key: "availability", value: "best-effort" };

function hasTag(vm: Vm, { key, value }: { readonly key: string; readonly value: string }): boolean {
  return nearestTagValue(vm.stack, vm.resource, key, () => vm.places())?.toLowerCase() === value;
}

/**
 * Whether a VM only takes part in votes.
 * @throws {Undecided} when a tag that would say is not known
 */
export function isWitness(vm: Vm): boolean {
  return hasTag(vm, WITNESS);
}

const MORE_VMS = { en: "other VMs of this tier", fr: "d'autres VM de ce tier" };
const DECLARED: readonly Grouping[] = ["tag", "setting", "placement"];

/** The running production VMs that do one job and must be equivalent across Subregions. */
export class Tier implements Subject {
  readonly kind = "tier";
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** Sorted by urn. */
  readonly members: readonly Vm[];
  /** VMs that may belong to it, and what hides whether they do. */
  readonly possible: readonly PossibleMember[];
  readonly by: Grouping;
  #workers: ReturnType<typeof attempt<ReadonlyMap<string, readonly Vm[]>>> | undefined;

  constructor(job: Job, members: readonly Vm[], possible: readonly PossibleMember[]) {
    const vms = members.length > 0 ? members : possible.map(({ vm }) => vm);
    this.name = job.name;
    this.by = job.by;
    this.members = members;
    this.possible = possible;
    this.related = vms.map(({ resource }) => resource);
    this.resource = firstOf(this.related);
  }

  /** Whether the program or the configuration says who belongs to it; a guess never blocks. */
  get isDeclared(): boolean {
    return DECLARED.includes(this.by);
  }

  /** By what its VMs were grouped, as words to follow their names. */
  get groupedBy(): { readonly en: string; readonly fr: string } {
    return GROUPED_BY[this.by];
  }

  /**
   * Whether all its VMs are declared to be run as well as may be: their loss is accepted.
   * @throws {Undecided} when a tag that would say is not known
   */
  isBestEffort(): boolean {
    return this.members.length > 0 && every(this.members, (vm) => hasTag(vm, BEST_EFFORT));
  }

  /**
   * Whether one of its VMs reaches the Internet or is reached from it.
   * @throws {Undecided} when no path is certain and one is possible
   */
  hasInternetPath(): boolean {
    return some(this.members, hasInternetPath);
  }

  /**
   * Its VMs by Subregion.
   * @throws {Undecided} when it is not known which VMs these are, or where one lies
   */
  membersBySubregion(shared: SharedSettings): ReadonlyMap<string, readonly Vm[]> {
    return this.#bySubregion(shared, () => true);
  }

  /**
   * Its VMs that carry load, by Subregion: a witness only takes part in votes.
   * @throws {Undecided} when it is not known which VMs these are, or where one lies
   */
  workersBySubregion(shared: SharedSettings): ReadonlyMap<string, readonly Vm[]> {
    // Asked by most policies about tiers; a tier is made for one set of settings.
    this.#workers ??= attempt(() => this.#bySubregion(shared, (vm) => !isWitness(vm)));
    if ("why" in this.#workers) throw this.#workers.why;
    return this.#workers.value;
  }

  /**
   * Whether it can be compared between Subregions: its loss is not accepted, and it carries load in several. One alone
   * has nothing to be equal to.
   * @throws {Undecided} when that is not known
   */
  isSpread(shared: SharedSettings): boolean {
    return all(
      () => !this.isBestEffort(),
      () => this.workersBySubregion(shared).size > 1,
    );
  }

  /**
   * Whether it goes on when a Subregion is lost: a VM that carries load runs in another one.
   * @throws {Undecided} when none certainly does and one may
   */
  runsWithout(lost: string, { region }: SharedSettings): boolean {
    return any(
      () => some(this.members, (vm) => isElsewhere(vm, lost, region)),
      () =>
        some(this.possible, ({ vm, why }) => {
          if (isElsewhere(vm, lost, region)) throw why;
          return false;
        }),
    );
  }

  /**
   * Whether one of its VMs only takes part in votes.
   * @throws {Undecided} when a tag that would say is not known
   */
  hasWitness(): boolean {
    return some(this.members, isWitness);
  }

  /**
   * The Subregions of the region in which none of its VMs lies; none when it lies in enough of them.
   * @throws {Undecided} when VMs whose Subregion or membership is not known may fill every gap
   */
  missingSubregions(shared: SharedSettings, enough?: number): string[] {
    const { region } = shared;
    const vms = [
      ...this.members.map((vm) => ({ subregion: () => vm.subregion(region) })),
      ...this.possible.map(({ vm, why }) => ({ subregion: () => vm.subregion(region), why })),
    ];
    const missing = missingSubregions(region, vms, enough);
    const [vm] = this.members;
    if (vm && missing.length > 0) isInAnotherPart(vm.stack, shared, this.resource, MORE_VMS);
    return missing;
  }

  #bySubregion({ region }: SharedSettings, counts: (vm: Vm) => boolean): ReadonlyMap<string, readonly Vm[]> {
    const [unsure] = this.possible;
    if (unsure) throw unsure.why;
    const found = new Map<string, Vm[]>();
    for (const vm of this.members) if (counts(vm)) addTo(found, vm.subregion(region), vm);
    return found;
  }
}

function isElsewhere(vm: Vm, lost: string, region: string): boolean {
  return all(
    () => vm.subregion(region) !== lost,
    () => !isWitness(vm),
  );
}

export interface PossibleMember {
  readonly vm: Vm;
  readonly why: Undecided;
}

function firstOf(resources: readonly Resource[]): Resource {
  const [first] = resources;
  if (!first) throw new Error("a tier without VMs");
  return first;
}

/** What must be alike for two VMs to be of one tier. */
const SAME = ["net", "environment", "application", "job"] as const;
type Traits = Record<(typeof SAME)[number], string>;

interface Placed {
  readonly vm: Vm;
  readonly traits: Partial<Traits>;
  readonly by: Grouping;
  /** What hides the traits that are not there, or whether the VM runs in production at all. */
  readonly why?: Undecided;
}

/** The tiers of a stack, in the order of their first VM. */
export function tiersOf(stack: Stack, shared: SharedSettings): Tier[] {
  return stack.derive(shared, () => grouped(stack, shared));
}

function grouped(stack: Stack, shared: SharedSettings): Tier[] {
  const placed = stack.all(Vm).flatMap((vm) => placeVm(vm, shared));
  const certain = groupBy(
    withGuesses(
      placed.filter(({ why }) => !why),
      shared,
    ),
  );
  const loose = placed.flatMap((one) => (one.why ? [{ ...one, why: one.why }] : []));
  const tiers = certain.map((group) => {
    const [first] = group;
    const possible = loose.filter(({ traits }) => first && compatible(traits, first.traits));
    return new Tier(jobOf(group), vmsOf(group), possible);
  });
  const undecided = groupBy(loose).map((group) => new Tier(jobOf(group), [], group));
  return [...tiers, ...undecided].sort((a, b) => (a.resource.urn < b.resource.urn ? -1 : 1));
}

function jobOf(group: readonly Placed[]): Job {
  const [first] = group;
  return { name: first?.traits.job ?? first?.vm.name ?? "", by: first?.by ?? "alone" };
}

function vmsOf(group: readonly Placed[]): Vm[] {
  return group.map(({ vm }) => vm);
}

function groupBy<P extends Placed>(placed: readonly P[]): P[][] {
  const groups = new Map<string, P[]>();
  for (const one of placed) {
    const key = JSON.stringify(SAME.map((trait) => one.traits[trait] ?? null));
    addTo(groups, key, one);
  }
  return [...groups.values()];
}

function compatible(known: Partial<Traits>, wanted: Partial<Traits>): boolean {
  return SAME.every((trait) => known[trait] === undefined || known[trait] === wanted[trait]);
}

/** Nothing for a VM that certainly does not run in production. */
function placeVm(vm: Vm, shared: SharedSettings): Placed[] {
  let why: Undecided | undefined;
  const read = <T>(what: () => T): T | undefined => {
    const found = attempt(what);
    if ("value" in found) return found.value;
    why ??= found.why;
    return undefined;
  };
  if (read(() => vm.isStopped()) === true || read(() => vm.isProduction(shared)) === false) return [];
  // What is made to be thrown away is missed by nobody.
  if (read(() => hasTag(vm, EPHEMERAL)) === true) return [];
  const job = read(() => declaredJob(vm, shared));
  const { environment: setting } = shared;
  const traits = {
    net: read(() => vm.net()?.resource.urn ?? "public Cloud"),
    environment: read(() => environmentOf(vm.stack, vm.resource, setting, () => vm.places())),
    application: read(() => nearestTagValue(vm.stack, vm.resource, shared.applicationTagKey, () => vm.places()) ?? ""),
    job: job?.name.toLowerCase(),
  };
  return [{ vm, traits: known(traits), by: job?.by ?? "alone", ...(why && { why }) }];
}

function known(traits: Readonly<Record<keyof Traits, string | undefined>>): Partial<Traits> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));
}

/**
 * The job that a tag, the setting `tierOf` or a placement shared with another VM gives.
 * @throws {UnknownValue} when a tag that would say is not known
 */
export function declaredJob(vm: Vm, { tierTagKeys, tierOf }: SharedSettings): Job | undefined {
  const tag = firstTagValue(vm.stack, vm.resource, tierTagKeys);
  if (tag !== undefined) return { name: tag, by: "tag" };
  const glob = Object.keys(tierOf).find((each) => matchesGlob(vm.name, each));
  if (glob !== undefined) return { name: tierOf[glob] ?? "", by: "setting" };
  const [repulsion] = repulsions(vm).filter((value) => (sharedRepulsions(vm.stack).get(value) ?? 0) > 1);
  return repulsion === undefined ? undefined : { name: repulsion, by: "placement" };
}

const UNDECLARED = { en: "a VM whose tier nothing declares", fr: "une VM dont rien ne déclare le tier" };

/**
 * Whether a VM does the job of one of these tiers, in whatever environment; a guess decides nothing.
 * @throws {UnreadableValue} when nothing declares its tier
 * @throws {UnknownValue} when a tag that would say is not known
 */
export function isOfTier(vm: Vm, tiers: readonly string[], shared: SharedSettings): boolean {
  const job = declaredJob(vm, shared);
  if (job) return tiers.some((tier) => tier.toLowerCase() === job.name.toLowerCase());
  throw new UnreadableValue(vm.resource, "tags", UNDECLARED);
}

const REPULSE = ["osc.fcu.repulse_server", "osc.fcu.repulse_server_strict"];

/** The values by which a VM asks to be kept apart from its equals, in its tags or in its user data. */
function repulsions(vm: Vm): string[] {
  return REPULSE.flatMap((key) => {
    // User data that is not known hides at most one sign among several: the VM's job can still be guessed.
    const value = tagValue(vm.stack, vm.resource, key) ?? ifKnown(() => vm.launchTag(key));
    return value === undefined ? [] : [value];
  });
}

function sharedRepulsions(stack: Stack): ReadonlyMap<string, number> {
  return stack.derive(repulsions, () => {
    const counts = new Map<string, number>();
    for (const vm of stack.all(Vm)) {
      const values = new Set(ifKnown(() => repulsions(vm)));
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  });
}

/** Gives a job to those that declare none: by name and security groups, else by load balancers, else none but its own. */
function withGuesses(placed: readonly Placed[], shared: SharedSettings): Placed[] {
  const declared = placed.filter(({ traits }) => traits.job !== undefined);
  const silent = placed.filter(({ traits }) => traits.job === undefined);
  const stem = (vm: Vm) => stemOf(vm.name, shared.region, shared.memberWords);
  const byName = guessed(
    silent,
    "name",
    ({ vm }) => `${stem(vm)} ${securityGroupsOf(vm)}`,
    ({ vm }) => stem(vm),
  );
  const byEntry = guessed(
    byName.alone,
    "load balancer",
    ({ vm }) => entryOf(vm, shared),
    ({ vm }) => stem(vm),
  );
  const alone = byEntry.alone.map((one) => ({ ...one, traits: { ...one.traits, job: one.vm.name } }));
  return [...declared, ...byName.grouped, ...byEntry.grouped, ...alone];
}

/** Groups those with the same sign, and tells them from those that share theirs with nobody. */
function guessed(
  placed: readonly Placed[],
  by: Grouping,
  sign: (one: Placed) => string | undefined,
  name: (one: Placed) => string,
): { grouped: Placed[]; alone: Placed[] } {
  const signed = placed.map((one) => ({
    ...one,
    traits: { ...one.traits, job: sign(one) ?? `alone: ${one.vm.resource.urn}` },
  }));
  const groups = groupBy(signed);
  const unsigned = new Map(placed.map((one) => [one.vm, one]));
  return {
    grouped: groups
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map((one) => ({ ...one, by, traits: { ...one.traits, job: name(group[0] ?? one) } }))),
    alone: groups.filter((group) => group.length === 1).flatMap(([one]) => (one ? [unsigned.get(one.vm) ?? one] : [])),
  };
}

function securityGroupsOf(vm: Vm): string {
  return ifKnown(() => vm.securityGroups().sort().join()) ?? vm.resource.urn;
}

/** What the load balancers in front of a VM offer; two VMs behind the same offer do the same job. */
function entryOf(vm: Vm, { region, memberWords }: SharedSettings): string | undefined {
  const offers = ifKnown(() => {
    const { certain } = referrers(vm.stack, vm.resource, LoadBalancerVms.types, LoadBalancerVms.toVms);
    return certain.flatMap((resource) => {
      const balancer = vm.stack.view(resource, LoadBalancerVms).loadBalancer();
      return balancer ? [`${stemOf(balancer.name, region, memberWords)} ${balancer.listenerSignature()}`] : [];
    });
  });
  return offers === undefined || offers.length === 0 ? undefined : [...new Set(offers)].sort().join(" | ");
}
