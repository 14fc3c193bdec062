import { ifKnown, type Resource } from "../../stack";
import type { System } from "../provider/system";
import { LoadBalancer } from "../resources/load-balancer";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { entriesOf, entriesOfAnotherRegion, nonProductionEntriesOf } from "../tiers/entry";
import { allTiersOf } from "../tiers/tiers";
import { censusOfVms } from "./census";
import { listInfrastructure } from "./infrastructure";
import { isKnown, type KnownValue, readWritten } from "./known-values";
import { describeVm, type VmEvidence } from "./vms";
import { findAttachment, listCreatedVolumes } from "./volumes";

/** All by which a page about a stack may be limited. */
export interface Selectable {
  /** Whatever their VMs are run for, be these certain to be of them or not. */
  readonly tiers: readonly Choice[];
  readonly entries: readonly Choice[];
  readonly resources: readonly Choice[];
  /** The names of all other resources of the stack, which no page shows. */
  readonly unshown: readonly string[];
}

/** Something that has names, and the urns of what they stand for. */
export interface Choice {
  readonly names: readonly string[];
  readonly urns: readonly string[];
}

/** Lists all by which a page about a stack may be limited: what it lists, and what it draws conclusions about. */
export function listSelectable(system: System): Selectable {
  const resources = [...listMachines(system), ...listVolumes(system), ...listOthers(system)];
  const shown = new Set(resources.flatMap(({ urns }) => urns));
  const rest = system.resources.filter(({ urn, elsewhere }) => !shown.has(urn) && elsewhere !== true);
  return { tiers: listTiers(system), entries: listEntries(system), resources, unshown: rest.flatMap(namesOf) };
}

function listTiers(system: System): Choice[] {
  const stopped = censusOfVms(system).stopped.flatMap(({ vm, tier }) =>
    isKnown(tier) ? [{ names: [tier], urns: [vm.resource.urn] }] : [],
  );
  return [
    ...allTiersOf(system).map(({ name, related }) => ({ names: [name], urns: related.map(({ urn }) => urn) })),
    ...stopped,
  ];
}

function listEntries(system: System): Choice[] {
  const entries = [...entriesOf(system), ...entriesOfAnotherRegion(system), ...nonProductionEntriesOf(system)];
  return entries.map(({ name, related }) => ({ names: [name], urns: related.map(({ urn }) => urn) }));
}

/** VMs and load balancers. The volumes that are made with a VM, and its public IPs, stand for it. */
function listMachines(system: System): Choice[] {
  const vms = system.all(Vm).flatMap((vm) => {
    const { volumes, publicIps } = describeVm(vm, true);
    const held = listCreatedVolumes(vm.resource).map(({ id }) => id);
    const made = volumes.filter(({ urn }) => urn === null).map(({ id }) => id);
    return [choose(vm.resource), { names: [...held, ...made, ...publicIps].filter(isText), urns: [vm.resource.urn] }];
  });
  const balancers = system.all(LoadBalancer).map(({ resource }) => {
    const own = readWritten(resource, "loadBalancerName");
    return choose(resource, isText(own) ? [own] : []);
  });
  return [...vms, ...balancers];
}

/** A volume brings the VM that it is attached to. */
function listVolumes(system: System): Choice[] {
  return system.all(Volume).map((volume) => {
    const link = ifKnown(() => volume.links()[0]?.vm().resource);
    const holder = link ?? findById(system, findAttachment(volume));
    const { names, urns } = choose(volume.resource);
    return { names, urns: [...urns, ...(holder ? [holder.urn] : [])] };
  });
}

function listOthers(system: System): Choice[] {
  const { natServices, subnets, securityGroups, nodePools, nets, publicIps } = listInfrastructure(system);
  const holders = system.all(Vm).map((vm): [VmEvidence, string] => [describeVm(vm, true), vm.resource.urn]);
  return [
    ...[...natServices, ...subnets, ...securityGroups, ...nets].map(({ urn, name, id }) => ({
      names: [name, urn, id].filter(isText),
      urns: [urn],
    })),
    ...publicIps.map(({ urn, name, id, address }) => {
      const holder = holders.filter(([{ publicIps: own }]) => isText(address) && own.includes(address));
      return { names: [name, urn, id, address].filter(isText), urns: [urn, ...holder.map(([, vm]) => vm)] };
    }),
    ...nodePools.map(({ name, urns }) => ({ names: [name, ...urns], urns })),
  ];
}

function findById(system: System, id: KnownValue): Resource | undefined {
  return isText(id) ? system.ofTypes(Vm.types).find((resource) => resource.id === id) : undefined;
}

function choose(resource: Resource, more: readonly string[] = []): Choice {
  return { names: [...namesOf(resource), ...more], urns: [resource.urn] };
}

function namesOf({ name, urn, id }: Resource): string[] {
  return [name, urn, id].filter((each) => each !== undefined);
}

function isText(value: KnownValue): value is string {
  return typeof value === "string";
}
