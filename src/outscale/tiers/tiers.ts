import {
  addTo,
  all,
  any,
  attempt,
  type Candidates,
  certainly,
  every,
  type Reading,
  type Resource,
  some,
  type Subject,
  UnreadableValue,
} from "../../stack";
import { describeTraits, type Described, groupByTraits, type Traits } from "../grouping/group-by-traits";
import { environmentOf, nearestTagValue } from "../grouping/environment";
import { stemOf } from "../grouping/names";
import { isInAnotherPart } from "../grouping/part-of-system";
import { findMissingSubregions, membersOf } from "../grouping/spread";
import { isInAnotherRegion } from "../provider/region-of";
import type { System } from "../provider/system";
import { Vm } from "../resources/vm";
import { hasInternetPath } from "./internet-path";
import { declaredJob, type Grouping, type Job } from "./job";
import { type Candidate, guessJobs } from "./tier-guesses";

/** The tags by which a VM declares that nothing is asked of it, or little. */
const EPHEMERAL = { key: "lifecycle", value: "ephemeral" };
const WITNESS = { key: "quorum", value: "witness" };
const VOTER = { key: "quorum", value: "voter" };
const BEST_EFFORT = { key: "availability", value: "best-effort" };

function hasTag(vm: Vm, { key, value }: { readonly key: string; readonly value: string }): boolean {
  return nearestTagValue(vm.system, vm.resource, key, () => vm.places())?.toLowerCase() === value;
}

/**
 * Whether a VM only takes part in votes.
 * @throws {Undecided} when a tag that would say is not known
 */
export function isWitness(vm: Vm): boolean {
  return hasTag(vm, WITNESS);
}

const VOTES_ONLY = {
  en: "those of a tier of which one VM only takes part in votes",
  fr: "ceux d'un tier dont une VM ne fait que voter",
};
const MORE_VMS = { en: "other VMs of this tier", fr: "d'autres VM de ce tier" };
/** Where VMs stand that are in no Net. */
export const PUBLIC_CLOUD = "public Cloud";

const DECLARED: readonly Grouping[] = ["tag", "setting", "placement"];

/** What a tier is run for; of another than `production` no Subregion is asked. */
export type TierUse = "production" | "ephemeral" | "non-production" | "another region";

/** Why a tier may be missing from a Subregion: by the declaration of the program, or of the configuration. */
export type AcceptedLoss =
  | { readonly kind: "ephemeral" | "best-effort" | "standalone" }
  | { readonly kind: "singleton" | "impossible"; readonly reason: string };

/** The running VMs that do one job and, in production, must be equivalent across Subregions. */
export class Tier implements Subject {
  readonly kind = "tier";
  /** What its VMs are run for. */
  readonly use: TierUse;
  /** The Net, the environment and the application that its VMs have in common, as far as these are known. */
  readonly traits: Traits;
  readonly system: System;
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** The VMs that are of it, sorted by urn, and those that may be. */
  readonly vms: Candidates<Vm>;
  /** By what its VMs were found to do one job. */
  readonly by: Grouping;

  constructor(job: Job, members: Candidates<Vm>, traits: Traits, use: TierUse) {
    this.traits = traits;
    this.use = use;
    const vms = members.certainOrPossible;
    const [first] = vms;
    if (!first) throw new Error("a tier without VMs");
    this.name = job.name;
    this.by = job.by;
    this.vms = members;
    this.system = first.system;
    this.resource = first.resource;
    this.related = vms.map(({ resource }) => resource);
  }

  /** The VMs that are certainly of it. */
  get members(): readonly Vm[] {
    return this.vms.certain;
  }

  /** Whether the program or the configuration says who belongs to it; a guess never blocks. */
  get isDeclared(): boolean {
    return DECLARED.includes(this.by);
  }

  /**
   * Whether all its VMs are declared to be run as well as may be: their loss is accepted.
   * @throws {Undecided} when a tag that would say is not known
   */
  isBestEffort(): boolean {
    return this.members.length > 0 && every(this.members, isRunAtBestEffort);
  }

  /** Whether its job is one that stands alone by its nature, such as `bastion`; of a guessed tier, its name says so. */
  get isStandalone(): boolean {
    const { settings } = this.system;
    // A guessed tier of one VM has its whole name, `bastion-a`.
    const job = this.isDeclared ? this.name.toLowerCase() : stemOf(this.name, settings);
    return settings.standaloneTiers.includes(job);
  }

  /**
   * Why it may be missing from a Subregion; `undefined` where nothing declares that it may.
   * @throws {Undecided} when a tag that would say is not known
   */
  acceptedLoss(): AcceptedLoss | undefined {
    if (this.use === "ephemeral") return { kind: "ephemeral" };
    const { singletons } = this.system.settings;
    const singleton = singletons.find(({ tier }) => tier === this.name.toLowerCase());
    if (singleton) {
      return { kind: singleton.impossibleElsewhere ? "impossible" : "singleton", reason: singleton.reason };
    }
    if (this.isDeclared && this.isStandalone) return { kind: "standalone" };
    return this.isBestEffort() ? { kind: "best-effort" } : undefined;
  }

  /**
   * Whether one of its VMs reaches the Internet or is reached from it.
   * @throws {Undecided} when no path is certain and one is possible
   */
  hasInternetPath(): boolean {
    return this.system.memo(hasInternetPath, this, () => this.vms.some(hasInternetPath));
  }

  /**
   * Its VMs by Subregion.
   * @throws {Undecided} when it is not known which VMs these are, or where one lies
   */
  membersBySubregion(): ReadonlyMap<string, readonly Vm[]> {
    return this.#bySubregion(() => true);
  }

  /**
   * Its VMs that carry load, by Subregion: a witness only takes part in votes.
   * @throws {Undecided} when it is not known which VMs these are, or where one lies
   */
  workersBySubregion(): ReadonlyMap<string, readonly Vm[]> {
    // Asked by most policies about tiers.
    return this.system.memo("workers", this, () => this.#bySubregion((vm) => !isWitness(vm)));
  }

  /**
   * Whether it can be compared between Subregions: its loss is not accepted, and it carries load in several. One alone
   * has nothing to be equal to.
   * @throws {Undecided} when that is not known
   */
  isSpread(): boolean {
    return all(
      () => !this.isBestEffort(),
      () => this.workersBySubregion().size > 1,
    );
  }

  /**
   * Whether some Subregion certainly holds no equivalent of its VMs that carry load.
   * @param enough in how many Subregions there must be one, in all by default; that a witness then stands for one is to
   * be argued
   * @throws {Undecided} when that is not known
   */
  lacksEquivalents(enough?: number): boolean {
    if (this.subregionsWithoutWorker(enough).length > 0) return true;
    if (enough === undefined || this.subregionsWithoutWorker().length === 0 || !this.hasWitness()) return false;
    throw new UnreadableValue(this.resource, "tags", VOTES_ONLY);
  }

  /** Its application and environment, where another tier bears its name: `shop, production`. */
  nameAmongNamesakes(): string | undefined {
    const namesakes = tiersOf(this.system).filter(({ name }) => name.toLowerCase() === this.name.toLowerCase());
    if (namesakes.length < 2) return undefined;
    const told = [this.traits["application"], this.traits["environment"]].filter((word) => (word ?? "") !== "");
    return told.length === 0 ? undefined : told.join(", ");
  }

  /**
   * Whether it goes on when Subregions are lost: a VM that carries load runs in another one, and a majority is left where
   * one is needed.
   * @throws {Undecided} when none certainly does and one may
   */
  runsWithout(lost: readonly string[]): boolean {
    return all(
      () => this.vms.some((vm) => isElsewhere(vm, lost)),
      () => !this.needsMajority() || this.#keepsMajority(lost),
    );
  }

  /**
   * Whether it goes on only while more than half of its VMs, witnesses among them, are left: by their tags `quorum: voter`
   * and `quorum: witness`, for where one votes the others do, or by the setting `majorityTiers`.
   * @throws {Undecided} when a tag that would say is not known
   */
  needsMajority(): boolean {
    return any(
      () => this.system.settings.majorityTiers.includes(this.name.toLowerCase()),
      () => some(this.members, (vm) => hasTag(vm, VOTER) || isWitness(vm)),
    );
  }

  #keepsMajority(lost: readonly string[]): boolean {
    const vms = this.vms.exactly();
    return vms.filter((vm) => !lost.includes(vm.subregion())).length * 2 > vms.length;
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
  missingSubregions(enough?: number): string[] {
    return this.#missing(this.vms, enough);
  }

  /**
   * The Subregions of the region in which none of its VMs carries load: a witness only takes part in votes.
   * @throws {Undecided} when VMs whose Subregion, membership or part is not known may fill every gap
   */
  subregionsWithoutWorker(enough?: number): string[] {
    return this.#missing(
      this.vms.filter((vm) => !certainly(() => isWitness(vm))),
      enough,
    );
  }

  #missing(vms: Candidates<Vm>, enough: number | undefined): string[] {
    const missing = findMissingSubregions(this.system.settings.region, membersOf(vms), enough);
    const [vm] = this.members;
    if (vm && missing.length > 0) isInAnotherPart(vm.system, this.resource, MORE_VMS);
    return missing;
  }

  #bySubregion(counts: (vm: Vm) => boolean): ReadonlyMap<string, readonly Vm[]> {
    const found = new Map<string, Vm[]>();
    for (const vm of this.vms.exactly()) if (counts(vm)) addTo(found, vm.subregion(), vm);
    return found;
  }
}

function isElsewhere(vm: Vm, lost: readonly string[]): boolean {
  return all(
    () => !lost.includes(vm.subregion()),
    () => !isWitness(vm),
  );
}

/** The production tiers of a stack that are meant to last, in the order of their first VM. */
export function tiersOf(system: System): Tier[] {
  return system.memo(tiersOf, system, () => formTiers(system, "production"));
}

/** The tiers whose VMs certainly are for another use than production that lasts: nobody misses them. */
export function tiersUsedFor(system: System, use: Exclude<TierUse, "production">): Tier[] {
  return system.memo(use, system, () => formTiers(system, use));
}

/** Every tier, whatever its VMs are run for. */
export function allTiersOf(system: System): Tier[] {
  return [...tiersOf(system), ...otherTiersOf(system)];
}

/** The tiers that are not of production that lasts in the region of the convention. */
export function otherTiersOf(system: System): Tier[] {
  return (["ephemeral", "non-production", "another region"] as const).flatMap((use) => tiersUsedFor(system, use));
}

/**
 * Whether a VM is declared to be run as well as may be.
 * @throws {Undecided} when a tag that would say is not known
 */
export function isRunAtBestEffort(vm: Vm): boolean {
  return hasTag(vm, BEST_EFFORT);
}

/** Whether a VM certainly runs for a use; what is not certain to be for another one may serve production. */
const IS_USED_FOR: Readonly<Record<TierUse, (vm: Vm) => Reading<boolean>>> = {
  "another region": (vm) => ({ value: liesInAnotherRegion(vm) && !certainly(() => vm.isStopped()) }),
  production: (vm) => {
    if (liesInAnotherRegion(vm)) return { value: false };
    const isLeftOut = attempt(() =>
      any(
        () => vm.isStopped(),
        () => !vm.isProduction(),
        // What is made to be thrown away is missed by nobody.
        () => hasTag(vm, EPHEMERAL),
      ),
    );
    return isLeftOut.why ? isLeftOut : { value: !isLeftOut.value };
  },
  ephemeral: (vm) => ({
    value: certainly(() =>
      all(
        () => !liesInAnotherRegion(vm),
        () => !vm.isStopped(),
        () => vm.isProduction(),
        () => hasTag(vm, EPHEMERAL),
      ),
    ),
  }),
  "non-production": (vm) => ({
    value: certainly(() =>
      all(
        () => !liesInAnotherRegion(vm),
        () => !vm.isStopped(),
        () => !vm.isProduction(),
      ),
    ),
  }),
};

function liesInAnotherRegion({ system, resource }: Vm): boolean {
  return isInAnotherRegion(system, resource);
}

function formTiers(system: System, use: TierUse): Tier[] {
  const candidates = system.all(Vm).flatMap((vm) => candidateOf(vm, use));
  const certain = candidates.filter(({ why }) => !why);
  const loose = candidates.filter(({ why }) => why);
  const tiers = groupByTraits([...guessJobs(system, certain), ...loose]).map(({ traits, members }) => {
    const [first] = members.all.map(({ value }) => value);
    const job = { name: traits["job"] ?? first?.vm.name ?? "", by: first?.by ?? "alone" };
    return new Tier(
      job,
      members.map(({ vm }) => vm),
      traits,
      use,
    );
  });
  return tiers.sort((a, b) => (a.resource.urn < b.resource.urn ? -1 : 1));
}

/** What must be alike for two VMs to be of one tier. Nothing for a VM that certainly is for another use. */
function candidateOf(vm: Vm, use: TierUse): Described<Candidate>[] {
  const { system, resource } = vm;
  const isUsed = IS_USED_FOR[use](vm);
  if (isUsed.value === false) return [];
  const job = attempt(() => declaredJob(vm));
  const declared = job.value;
  const one = describeTraits<Candidate>(
    { vm, by: declared?.by ?? "alone" },
    {
      net: () => vm.net()?.resource.urn ?? PUBLIC_CLOUD,
      environment: () => environmentOf(system, resource, () => vm.places()),
      application: () => nearestTagValue(system, resource, system.settings.applicationTagKey, () => vm.places()) ?? "",
    },
  );
  const traits = declared ? { ...one.traits, job: declared.name.toLowerCase() } : one.traits;
  const why = isUsed.why ?? job.why ?? one.why;
  return [{ value: one.value, traits, ...(why && { why }) }];
}
