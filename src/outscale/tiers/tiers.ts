import { addTo, all, any, attempt, type Candidates, every, type Resource, some, type Subject } from "../../stack";
import { describeTraits, type Described, groupByTraits } from "../grouping/group-by-traits";
import { environmentOf, nearestTagValue } from "../grouping/environment";
import { isInAnotherPart } from "../grouping/part-of-system";
import { findMissingSubregions, membersOf } from "../grouping/spread";
import type { System } from "../provider/system";
import { Vm } from "../resources/vm";
import { hasInternetPath } from "./internet-path";
import { declaredJob, type Grouping, type Job } from "./job";
import { type Candidate, guessJobs } from "./tier-guesses";

/** The tags by which a VM declares that nothing is asked of it, or little. */
const EPHEMERAL = { key: "lifecycle", value: "ephemeral" };
const WITNESS = { key: "quorum", value: "witness" };
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

const MORE_VMS = { en: "other VMs of this tier", fr: "d'autres VM de ce tier" };
const DECLARED: readonly Grouping[] = ["tag", "setting", "placement"];

/** The running production VMs that do one job and must be equivalent across Subregions. */
export class Tier implements Subject {
  readonly kind = "tier";
  readonly system: System;
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  readonly related: readonly Resource[];
  /** The VMs that are of it, sorted by urn, and those that may be. */
  readonly vms: Candidates<Vm>;
  /** By what its VMs were found to do one job. */
  readonly by: Grouping;

  constructor(job: Job, members: Candidates<Vm>) {
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
   * Whether it goes on when a Subregion is lost: a VM that carries load runs in another one.
   * @throws {Undecided} when none certainly does and one may
   */
  runsWithout(lost: string): boolean {
    return this.vms.some((vm) => isElsewhere(vm, lost));
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
    const missing = findMissingSubregions(this.system.settings.region, membersOf(this.vms), enough);
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

function isElsewhere(vm: Vm, lost: string): boolean {
  return all(
    () => vm.subregion() !== lost,
    () => !isWitness(vm),
  );
}

/** The tiers of a stack, in the order of their first VM. */
export function tiersOf(system: System): Tier[] {
  return system.memo(tiersOf, system, () => formTiers(system));
}

function formTiers(system: System): Tier[] {
  const candidates = system.all(Vm).flatMap((vm) => candidateOf(vm));
  const certain = candidates.filter(({ why }) => !why);
  const loose = candidates.filter(({ why }) => why);
  const tiers = groupByTraits([...guessJobs(system, certain), ...loose]).map(({ traits, members }) => {
    const [first] = members.all.map(({ value }) => value);
    const job = { name: traits["job"] ?? first?.vm.name ?? "", by: first?.by ?? "alone" };
    return new Tier(
      job,
      members.map(({ vm }) => vm),
    );
  });
  return tiers.sort((a, b) => (a.resource.urn < b.resource.urn ? -1 : 1));
}

/** What must be alike for two VMs to be of one tier. Nothing for a VM that certainly does not run in production. */
function candidateOf(vm: Vm): Described<Candidate>[] {
  const { system, resource } = vm;
  const isLeftOut = attempt(() =>
    any(
      () => vm.isStopped(),
      () => !vm.isProduction(),
      // What is made to be thrown away is missed by nobody.
      () => hasTag(vm, EPHEMERAL),
    ),
  );
  if (isLeftOut.value) return [];
  const job = attempt(() => declaredJob(vm));
  const declared = job.value;
  const one = describeTraits<Candidate>(
    { vm, by: declared?.by ?? "alone" },
    {
      net: () => vm.net()?.resource.urn ?? "public Cloud",
      environment: () => environmentOf(system, resource, () => vm.places()),
      application: () => nearestTagValue(system, resource, system.settings.applicationTagKey, () => vm.places()) ?? "",
    },
  );
  const traits = declared ? { ...one.traits, job: declared.name.toLowerCase() } : one.traits;
  const why = isLeftOut.why ?? job.why ?? one.why;
  return [{ value: one.value, traits, ...(why && { why }) }];
}
