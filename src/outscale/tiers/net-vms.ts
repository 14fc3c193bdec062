import {
  addTo,
  certainly,
  compare,
  type Maybe,
  possibly,
  type Resource,
  some,
  stackSubject,
  type Subject,
  type Undecided,
  UnreadableValue,
} from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { findMissingSubregions, type Member } from "../grouping/spread";
import type { System } from "../provider/system";
import type { Vm } from "../resources/vm";
import { isRunAtBestEffort, isWitness, PUBLIC_CLOUD, type Tier, tiersOf } from "./tiers";

const MORE_VMS = { en: "other VMs of this Net", fr: "d'autres VM de ce Net" };
const STANDALONE = {
  en: "a VM whose name says that it stands alone by its nature, and which no tag declares",
  fr: "une VM dont le nom dit qu'elle est seule par nature, et qu'aucun tag ne déclare telle",
};

/**
 * The running production VMs of one Net and one environment of which no declaration says what they do, with all others
 * that nothing excuses. Where these together miss a Subregion, so does each of their jobs, whatever the jobs are.
 */
export class NetVms implements Subject {
  readonly kind = "net";
  readonly path = "";
  readonly system: System;
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** The tiers that are only guessed, of which nothing excuses that they are missing from a Subregion. */
  readonly guessed: readonly Tier[];
  readonly #tiers: readonly Tier[];
  readonly #members: readonly Member[];
  /** Those of its VMs that do not certainly take part in votes only. */
  readonly #workers: readonly Member[];

  /** @param environment where the Net has VMs of several, else nothing */
  constructor(
    net: string,
    environment: string | undefined,
    tiers: readonly Tier[],
    guessed: readonly [Tier, ...Tier[]],
  ) {
    const { system } = guessed[0];
    const resource = net === PUBLIC_CLOUD ? undefined : system.get(net);
    this.system = system;
    this.resource = resource ?? stackSubject(system).resource;
    const name = resource?.name ?? PUBLIC_CLOUD;
    this.name = environment === undefined ? name : `${name} (${environment})`;
    this.guessed = guessed;
    this.related = guessed.flatMap(({ related }) => related).sort((a, b) => compare(a.urn, b.urn));
    this.#tiers = tiers;
    this.#members = tiers.flatMap((tier) => listMembers(tier, () => true));
    this.#workers = tiers.flatMap((tier) => listMembers(tier, (vm) => !certainly(() => isWitness(vm))));
  }

  /**
   * The Subregions of the region in which none of its VMs stands.
   * @throws {Undecided} when VMs that are not known well enough may fill the gaps, or none counts for certain
   */
  missingSubregions(enough?: number): string[] {
    return this.#missing(this.#members, enough);
  }

  /**
   * The Subregions of the region in which none of its VMs carries load: a witness only takes part in votes.
   * @throws {Undecided} when VMs that are not known well enough may fill the gaps, or none counts for certain
   */
  subregionsWithoutWorker(enough?: number): string[] {
    return this.#missing(this.#workers, enough);
  }

  /**
   * Whether some Subregion certainly holds no equivalent of its VMs that carry load.
   * @param enough in how many Subregions there must be one, in all by default
   * @throws {Undecided} when that is not known
   */
  lacksEquivalents(enough?: number): boolean {
    return this.subregionsWithoutWorker(enough).length > 0;
  }

  /** Whether something is certainly lost, whatever its tiers are, that the guess of its tiers leaves open. */
  isCertainlyLost(): boolean {
    if (certainly(() => this.missingSubregions().length > 0)) return true;
    const isOpen = this.guessed.some((tier) => possibly(() => tier.missingSubregions().length > 0));
    return isOpen && certainly(() => this.subregionsWithoutWorker().length > 0);
  }

  /** The names of its VMs that something excuses and that certainly stand in one of some Subregions. */
  excusedIn(subregions: readonly string[]): string[] {
    const counted = this.#tiers.flatMap((tier) => countedVms(tier, () => true).map(({ value }) => value));
    const excused = this.#tiers.flatMap(({ members }) => members).filter((vm) => !counted.includes(vm));
    return excused.filter((vm) => certainly(() => subregions.includes(vm.subregion()))).map(({ name }) => name);
  }

  #missing(members: readonly Member[], enough: number | undefined): string[] {
    const missing = findMissingSubregions(this.system.settings.region, members, enough);
    if (missing.length > 0) isInAnotherPart(this.system, this.resource, MORE_VMS);
    return missing;
  }

  /**
   * Whether one of its VMs reaches the Internet or is reached from it.
   * @throws {Undecided} when no path is certain and one is possible
   */
  hasInternetPath(): boolean {
    return some(this.guessed, (tier) => tier.hasInternetPath());
  }
}

/** The VMs of a tier as they count for their Net: those that nothing excuses, and those that something may excuse. */
function listMembers(tier: Tier, counts: (vm: Vm) => boolean): Member[] {
  return countedVms(tier, counts).map(({ value: vm, why }) => {
    const hidden = why ?? guessedExcuse(tier, vm);
    return { subregion: () => vm.subregion(), ...(hidden && { why: hidden }) };
  });
}

/** The VMs of a tier that nothing excuses. */
function countedVms(tier: Tier, counts: (vm: Vm) => boolean): Maybe<Vm>[] {
  return isExcused(tier) ? [] : tier.vms.filter((vm) => counts(vm) && !certainly(() => isRunAtBestEffort(vm))).all;
}

function isExcused(tier: Tier): boolean {
  return certainly(() => tier.acceptedLoss() !== undefined);
}

/** A name alone excuses nothing, and still leaves open whether it would. */
function guessedExcuse(tier: Tier, vm: Vm): Undecided | undefined {
  return tier.isStandalone ? new UnreadableValue(vm.resource, "tags", STANDALONE) : undefined;
}

/** The Nets of a stack that have VMs of guessed tiers, each with all its VMs that nothing excuses. */
function netVmsOf(system: System): NetVms[] {
  return system.memo(netVmsOf, system, () => {
    const byPlace = new Map<string, Tier[]>();
    const tiers = tiersOf(system);
    for (const tier of tiers) addTo(byPlace, JSON.stringify([tier.traits["net"], tier.traits["environment"]]), tier);
    return [...byPlace.values()].flatMap((placed) => {
      const net = placed[0]?.traits["net"];
      const environment = placed[0]?.traits["environment"];
      const [first, ...others] = placed.filter(
        (tier) => !tier.isDeclared && tier.members.length > 0 && !isExcused(tier),
      );
      if (net === undefined || environment === undefined || !first) return [];
      const isShared = tiers.some(({ traits }) => traits["net"] === net && traits["environment"] !== environment);
      const all = [...placed, ...tiers.filter((tier) => mayStandIn(tier, net, environment))];
      return [new NetVms(net, isShared ? environment : undefined, all, [first, ...others])];
    });
  });
}

/** Whether a tier of which not all is known may stand in a Net, in an environment. */
function mayStandIn({ traits, members }: Tier, net: string, environment: string): boolean {
  const { net: itsNet, environment: itsEnvironment } = traits;
  if (members.length > 0) return false;
  return (
    (itsNet ?? net) === net &&
    (itsEnvironment ?? environment) === environment &&
    (itsNet === undefined || itsEnvironment === undefined)
  );
}

/**
 * What must stand in every Subregion: each declared tier, and each that is guessed; where the loss of a Net is certain
 * whatever its tiers are, the Net in place of those that are guessed.
 */
export function spreadUnitsOf(system: System): (Tier | NetVms)[] {
  return system.memo(spreadUnitsOf, system, () => {
    const lost = netVmsOf(system).filter((net) => net.isCertainlyLost());
    const covered = new Set(lost.flatMap(({ guessed }) => guessed));
    return [...tiersOf(system).filter((tier) => !covered.has(tier)), ...lost];
  });
}

/**
 * The tiers whose VMs can be compared between Subregions: not those that are guessed in a Net whose loss is certain, nor
 * those that no VM is certainly of.
 */
export function comparableTiersOf(system: System): Tier[] {
  return spreadUnitsOf(system).flatMap((unit) => (unit instanceof NetVms || unit.members.length === 0 ? [] : [unit]));
}
