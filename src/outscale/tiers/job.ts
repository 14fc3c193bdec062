import { ifKnown, UnreadableValue } from "../../stack";
import type { Text } from "../../text";
import { matchesGlob, stemOf } from "../grouping/names";
import { firstTagValue, tagValue } from "../grouping/tags";
import type { System } from "../provider/system";
import { Vm } from "../resources/vm";
import { REPULSE_SERVER } from "./placement";

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

/** Says by what VMs were grouped, in words to follow their names. */
export function describeGrouping(by: Grouping): Text {
  return GROUPED_BY[by];
}

const GROUPED_BY: Readonly<Record<Grouping, Text>> = {
  tag: { en: "grouped by their tag", fr: "d'après le tag" },
  setting: { en: "grouped by `tierOf`", fr: "d'après `tierOf`" },
  placement: {
    en: "grouped by the `osc.fcu.repulse_server` they share",
    fr: "d'après leur `osc.fcu.repulse_server` commun",
  },
  name: { en: "grouped by name and security groups", fr: "d'après nom et groupes de sécurité" },
  "load balancer": { en: "grouped by their load balancers", fr: "d'après les load balancers" },
  alone: { en: "like no other VM", fr: "sans autre VM semblable" },
};

/** What to do about a tier that is only guessed: on a guess nothing is decided. */
export const GUESSED_TIER: Text = {
  en: "This tier is guessed: tag its VMs `tier` to declare it.",
  fr: "Ce tier est deviné : donnez à ses VM le tag `tier` pour le déclarer.",
};

/** The job of a VM. */
export interface Job {
  readonly name: string;
  readonly by: Grouping;
}

/**
 * The job that a tag, the setting `tierOf` or a placement shared with another VM gives.
 * @throws {UnknownValue} when a tag that would say is not known
 */
export function declaredJob(vm: Vm): Job | undefined {
  const { tierTagKeys, tierOf } = vm.system.settings;
  const tag = firstTagValue(vm.system, vm.resource, tierTagKeys);
  if (tag !== undefined) return { name: tag, by: "tag" };
  const glob = Object.keys(tierOf).find((each) => matchesGlob(vm.name, each));
  if (glob !== undefined) return { name: tierOf[glob] ?? "", by: "setting" };
  const [repulsion] = repulsions(vm).filter((value) => (sharedRepulsions(vm.system).get(value) ?? 0) > 1);
  return repulsion === undefined ? undefined : { name: repulsion, by: "placement" };
}

/** The tier whose VMs carry a VPN. */
export const VPN = "vpn";

/** What leaves it open whether a VM is of a tier, as a noun phrase. */
type Guess = UnreadableValue["what"];

/**
 * Whether a VM does the job of one of these tiers. Where nothing declares its job, its name alone does not decide.
 * @throws {UnreadableValue} when nothing declares its tier, and its name is that of one of these
 */
export function isOfTierOrNamed(vm: Vm, tiers: readonly string[], named: Guess): boolean {
  const job = declaredJob(vm);
  if (job) return isAmong(tiers, job.name);
  if (!isAmong(tiers, stemOf(vm.name, vm.system.settings))) return false;
  throw new UnreadableValue(vm.resource, "tags", named);
}

/** @param tiers in lower case, as settings are read */
function isAmong(tiers: readonly string[], name: string): boolean {
  return tiers.includes(name.toLowerCase());
}

const UNDECLARED = { en: "a VM whose tier nothing declares", fr: "une VM dont rien ne déclare le tier" };

/**
 * Whether a VM does the job of one of these tiers, in whatever environment; a guess decides nothing.
 * @throws {UnreadableValue} when nothing declares its tier
 * @throws {UnknownValue} when a tag that would say is not known
 */
export function isOfTier(vm: Vm, tiers: readonly string[]): boolean {
  const job = declaredJob(vm);
  if (job) return isAmong(tiers, job.name);
  throw new UnreadableValue(vm.resource, "tags", UNDECLARED);
}

/** The values by which a VM asks to be kept apart from its equals, in its tags or in its user data. */
function repulsions(vm: Vm): string[] {
  return REPULSE_SERVER.flatMap((key) => {
    // User data that is not known hides at most one sign among several: the VM's job can still be guessed.
    const value = tagValue(vm.system, vm.resource, key) ?? ifKnown(() => vm.launchTag(key));
    return value === undefined ? [] : [value];
  });
}

function sharedRepulsions(system: System): ReadonlyMap<string, number> {
  return system.memo(repulsions, system, () => {
    const counts = new Map<string, number>();
    for (const vm of system.all(Vm)) {
      const values = new Set(ifKnown(() => repulsions(vm)));
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  });
}
