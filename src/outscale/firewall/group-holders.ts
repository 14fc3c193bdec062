import {
  addTo,
  attempt,
  Candidates,
  type Possible,
  reference,
  references,
  type Resource,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../../stack";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { LoadBalancer } from "../resources/load-balancer";
import { type GroupReference, groupOf, toGroup } from "../resources/security-group";
import type { GroupOpening, OpeningRule } from "../resources/rule-openings";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { isOfTierOrNamed } from "../tiers/job";

/** What has a security group: a VM, of its own or on its NICs, or a load balancer. */
export type GroupHolder = Vm | LoadBalancer;

interface HoldersOfAll {
  /** By the keys of the groups. */
  readonly certain: Map<string, GroupHolder[]>;
  /** Of groups that are not known. */
  readonly possible: Possible<GroupHolder>[];
}

const NIC_LINK = "outscale:index/nicLink:NicLink";

/** The VMs and load balancers that have a security group, and those that may. */
export function holdersOf(system: System, { key, resource }: GroupReference): Candidates<GroupHolder> {
  const { certain, possible } = system.memo(holdersOf, system, () => findHolders(system));
  return new Candidates(
    [...new Set(certain.get(key))],
    possible.filter(({ why }) => why.mayLeadTo(resource)),
  );
}

function findHolders(system: System): HoldersOfAll {
  system.needWhole();
  const holders: HoldersOfAll = { certain: new Map(), possible: [] };
  for (const vm of system.all(Vm)) {
    for (const path of ["securityGroupIds", "securityGroupNames"]) add(holders, vm, vm.resource, path);
    for (const nic of ["primaryNics", "nics"].flatMap((list) => elementPaths(vm.resource.inputs, list))) {
      add(holders, vm, vm.resource, `${nic}.securityGroupIds`);
      if (valueAt(vm.resource.inputs, `${nic}.nicId`) !== undefined) addNic(holders, vm, vm.resource, `${nic}.nicId`);
    }
  }
  for (const link of system.ofTypes([NIC_LINK])) {
    const vm = attempt(() => reference(system, link, { path: "vmId", types: Vm.types }));
    if (vm.value && "resource" in vm.value) addNic(holders, system.view(vm.value.resource, Vm), link, "nicId");
  }
  for (const balancer of system.all(LoadBalancer)) add(holders, balancer, balancer.resource, "securityGroups");
  return holders;
}

function add({ certain, possible }: HoldersOfAll, holder: GroupHolder, from: Resource, path: string): void {
  for (const target of references(holder.system, from, toGroup(path))) {
    if ("unknown" in target) possible.push({ value: holder, why: target.unknown });
    else addTo(certain, "resource" in target ? groupOf(target.resource).key : target.outside, holder);
  }
}

/** The groups of a NIC that stands apart are those of the VM it is on. */
function addNic(holders: HoldersOfAll, vm: Vm, from: Resource, path: string): void {
  const nic = attempt(() => reference(vm.system, from, { path, types: Nic.types }));
  if (nic.why) holders.possible.push({ value: vm, why: nic.why });
  else if (nic.value && "resource" in nic.value) add(holders, vm, nic.value.resource, "securityGroupIds");
}

/**
 * Whether a group is that of VMs of a declared tier.
 * @throws {Undecided} when none certainly is, and one may be
 */
function isGroupOfTier(system: System, group: GroupReference, tiers: readonly string[]): boolean {
  const read = () =>
    holdersOf(system, group).some((holder) => holder instanceof Vm && isOfTierOrNamed(holder, tiers, GUESSED));
  // Asked of every rule of the group.
  return group.resource ? system.memo(`of tiers ${tiers.join()}`, group.resource, read) : read();
}

/** Whether the group that a rule belongs to is that of VMs of a declared tier. */
export function isRuleOfTier(rule: OpeningRule, tiers: readonly string[]): boolean {
  return rule.belongsTo((group) => isGroupOfTier(rule.system, group, tiers));
}

const UNHELD = {
  en: "a security group that nothing in the stack has",
  fr: "un groupe de sécurité que rien n'utilise dans la stack",
};

/**
 * Whether what a rule lets in by its group are load balancers.
 * @throws {Undecided} when that is not known, or nothing in sight has the group
 */
export function letsInLoadBalancer(opening: GroupOpening): boolean {
  return letsIn(opening, (group) => holdersOf(opening.system, group).some((holder) => holder instanceof LoadBalancer));
}

/**
 * Whether what a rule lets in by its group are VMs of declared tiers.
 * @throws {Undecided} when that is not known, or nothing in sight has the group
 */
export function letsInTier(opening: GroupOpening, tiers: readonly string[]): boolean {
  return letsIn(opening, (group) => isGroupOfTier(opening.rule.system, group, tiers));
}

function letsIn(opening: GroupOpening, test: (group: GroupReference) => boolean): boolean {
  return opening.isGroup((group) => {
    if (holdersOf(opening.system, group).all.length > 0) return test(group);
    if (group.resource) throw new UnreadableValue(opening.resource, opening.path, UNHELD);
    throw new UnknownValue(opening.resource, opening.path, { outside: true });
  });
}

const GUESSED = { en: "a VM whose tier only its name tells", fr: "une VM dont seul le nom dit le tier" };
