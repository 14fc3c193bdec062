import {
  addTo,
  attempt,
  reference,
  references,
  type Resource,
  some,
  type Undecided,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../../stack";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { LoadBalancer } from "../resources/load-balancer";
import { type GroupTarget, groupOf, toGroup } from "../resources/security-group";
import type { GroupOpening, SecurityGroupRule } from "../resources/security-group-rule";
import { Nic, Vm } from "../resources/vm";
import { isOfTierOrNamed } from "../tiers/job";

/** What has a security group: a VM, of its own or on its NICs, or a load balancer. */
export type Holder = Vm | LoadBalancer;

/** One that has a group, or may have it. */
interface Held {
  readonly holder: Holder;
  /** What hides whether it has it. */
  readonly why?: Undecided;
}

interface Holders {
  /** By the keys of the groups. */
  readonly certain: Map<string, Holder[]>;
  readonly possible: Required<Held>[];
}

const NIC_LINK = "outscale:index/nicLink:NicLink";

/** Who has a security group, and who may. */
export function holdersOf(system: System, { key, resource }: GroupTarget): Held[] {
  const { certain, possible } = system.memo("holders of security groups", system, () => indexed(system));
  return [
    ...[...new Set(certain.get(key))].map((holder) => ({ holder })),
    ...possible.filter(({ why }) => mayBe(why, resource)),
  ];
}

/** The VMs that have a security group, and those that may. */
export function vmsWith(system: System, group: GroupTarget): { readonly vm: Vm; readonly why?: Undecided }[] {
  return holdersOf(system, group).flatMap(({ holder, why }) =>
    holder instanceof Vm ? [{ vm: holder, ...(why && { why }) }] : [],
  );
}

/**
 * Whether one that has a security group is such a one.
 * @throws {Undecided} when none certainly is, and one may be
 */
function isHeldBy(system: System, group: GroupTarget, test: (holder: Holder) => boolean): boolean {
  return some(holdersOf(system, group), ({ holder, why }) => {
    if (!test(holder)) return false;
    if (why) throw why;
    return true;
  });
}

function mayBe(why: Undecided, group: Resource | undefined): boolean {
  const candidates = why instanceof UnknownValue ? why.candidates : [];
  return candidates.length === 0 || (group !== undefined && candidates.includes(group));
}

function indexed(system: System): Holders {
  system.needWhole();
  const holders: Holders = { certain: new Map(), possible: [] };
  for (const vm of system.all(Vm)) {
    for (const path of ["securityGroupIds", "securityGroupNames"]) add(holders, vm, vm.resource, path);
    for (const nic of ["primaryNics", "nics"].flatMap((list) => elementPaths(vm.resource.inputs, list))) {
      add(holders, vm, vm.resource, `${nic}.securityGroupIds`);
      if (valueAt(vm.resource.inputs, `${nic}.nicId`) !== undefined) addNic(holders, vm, vm.resource, `${nic}.nicId`);
    }
  }
  for (const link of system.ofTypes([NIC_LINK])) {
    const vm = attempt(() => reference(system, link, { path: "vmId", types: Vm.types }));
    if ("value" in vm && vm.value && "resource" in vm.value)
      addNic(holders, system.view(vm.value.resource, Vm), link, "nicId");
  }
  for (const balancer of system.all(LoadBalancer)) add(holders, balancer, balancer.resource, "securityGroups");
  return holders;
}

function add({ certain, possible }: Holders, holder: Holder, from: Resource, path: string): void {
  for (const target of references(holder.system, from, toGroup(path))) {
    if ("unknown" in target) possible.push({ holder, why: target.unknown });
    else addTo(certain, "resource" in target ? groupOf(target.resource).key : target.outside, holder);
  }
}

/** The groups of a NIC that stands apart are those of the VM it is on. */
function addNic(holders: Holders, vm: Vm, from: Resource, path: string): void {
  const nic = attempt(() => reference(vm.system, from, { path, types: Nic.types }));
  if ("why" in nic) holders.possible.push({ holder: vm, why: nic.why });
  else if (nic.value && "resource" in nic.value) add(holders, vm, nic.value.resource, "securityGroupIds");
}

/**
 * Whether a group is that of VMs of a declared tier.
 * @throws {Undecided} when none certainly is, and one may be
 */
function isGroupOfTier(system: System, group: GroupTarget, tiers: readonly string[]): boolean {
  const read = () =>
    isHeldBy(system, group, (holder) => holder instanceof Vm && isOfTierOrNamed(holder, tiers, GUESSED));
  // Asked of every rule of the group.
  return group.resource ? system.memo(`of tiers ${tiers.join()}`, group.resource, read) : read();
}

/** The same of the group that a rule belongs to. */
export function isRuleOfTier(rule: SecurityGroupRule, tiers: readonly string[]): boolean {
  return rule.belongsTo((group) => isGroupOfTier(rule.system, group, tiers));
}

const UNHELD = {
  en: "a security group that nothing in the stack has",
  fr: "un groupe de sécurité que rien n'a dans la pile",
};

/**
 * Whether what a rule lets in by its group are load balancers.
 * @throws {Undecided} when that is not known, or nothing in sight has the group
 */
export function letsInLoadBalancer(opening: GroupOpening): boolean {
  return letsIn(opening, (group) => isHeldBy(opening.rule.system, group, (holder) => holder instanceof LoadBalancer));
}

/**
 * Whether what a rule lets in by its group are VMs of declared tiers.
 * @throws {Undecided} when that is not known, or nothing in sight has the group
 */
export function letsInTier(opening: GroupOpening, tiers: readonly string[]): boolean {
  return letsIn(opening, (group) => isGroupOfTier(opening.rule.system, group, tiers));
}

function letsIn(opening: GroupOpening, test: (group: GroupTarget) => boolean): boolean {
  return opening.isGroup((group) => {
    if (holdersOf(opening.rule.system, group).length > 0) return test(group);
    if (group.resource) throw new UnreadableValue(opening.resource, opening.path, UNHELD);
    throw new UnknownValue(opening.resource, opening.path, { outside: true });
  });
}

const GUESSED = { en: "a VM whose tier only its name tells", fr: "une VM dont seul le nom dit le tier" };
