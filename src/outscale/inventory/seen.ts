import { attempt, references, valueAt } from "../../stack";
import type { System } from "../provider/system";
import { LoadBalancer, LoadBalancerVms, TO_LOAD_BALANCER } from "../resources/load-balancer";
import { Subnet } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { PERFORMANCES } from "../resources/vm-size";
import { Volume, VolumeLink } from "../resources/volume";
import { describeBalancer } from "./balancers";
import { listInfrastructure } from "./infrastructure";
import { isKnown, type KnownValue, readOutput, readWritten, textOf, textsOf } from "./known-values";
import { describeVm, type VmEvidence } from "./vms";
import { describeVolume, findAttachment, idOf, listCreatedVolumes, type VolumeEvidence } from "./volumes";
import { isValueOf } from "./words";

/** All that is looked up by its id in two states. */
export const SEEN_KINDS = [
  "vm",
  "load balancer",
  "volume",
  "subnet",
  "NAT service",
  "security group",
  "node pool",
] as const;

/** What can be looked up by its id, in two states or in the answers of the API. */
export type SeenKind = (typeof SEEN_KINDS)[number];

/** All that two sights of a resource can be compared by, in the order in which a page names it. */
export const SEEN_PROPERTIES = [
  "state",
  "subregion",
  "type",
  "performance",
  "size",
  "iops",
  "net",
  "subnets",
  "volumes",
  "rootVolume",
  "vm",
  "backends",
  "nodes",
] as const;

/** What two sights of a resource can be compared by. */
export type SeenProperty = (typeof SEEN_PROPERTIES)[number];

/** A value as it is seen: one text, or several in the order of the alphabet, which may be none. */
export type SeenValue = string | readonly string[];

/** What is told of a resource. What is not told is not there: it is compared with nothing. */
export type SeenFacts = Partial<Readonly<Record<SeenProperty, SeenValue>>>;

/** A resource by the names that the provider and the program have for it. */
export interface SeenName {
  readonly kind: SeenKind;
  readonly id: string;
  /** What the program calls it, where it does. */
  readonly name: string | null;
}

/** A resource as it is seen once. */
export interface Seen extends SeenName {
  readonly facts: SeenFacts;
}

/** What is the same wherever one resource is seen. */
export function seenKey({ kind, id }: SeenName): string {
  return `${kind} ${id}`;
}

/** The properties of which only some values can be: any other value is not shown, and not compared. */
const CHECKED = { state: "state", performance: "performance", size: "number", iops: "number" } as const;

function isTold(property: string, value: SeenValue | undefined): value is SeenValue {
  if (typeof value !== "string" || !(property in CHECKED)) return value !== undefined;
  return isValueOf(CHECKED[property as keyof typeof CHECKED], value);
}

/** Leaves out what is not told. Lists are put in order: in which one they were told means nothing. */
export function tellFacts(facts: Partial<Readonly<Record<SeenProperty, SeenValue | undefined>>>): SeenFacts {
  const told = Object.entries(facts).flatMap(([property, value]) => {
    if (!isTold(property, value)) return [];
    return [[property, typeof value === "string" ? value : [...new Set(value)].sort()]];
  });
  return Object.fromEntries(told) as SeenFacts;
}

/** The type of a VM, and its class of performance, be it told apart or by the type's own name. */
export function tellType(type: string | undefined, performance: string | undefined): SeenFacts {
  const [, number = ""] = /p([1-3])$/i.exec(type ?? "") ?? [];
  return tellFacts({
    type: type?.toLowerCase(),
    performance: PERFORMANCES[Number(number) - 1] ?? performance?.toLowerCase(),
  });
}

/** The IOPS of a volume, where they were asked for: the API tells of other types too how many they may reach. */
export function tellIops(type: string | undefined, iops: string | undefined): SeenFacts {
  return tellFacts({ iops: type === "io1" ? iops : undefined });
}

/**
 * All of a deployed stack that has an id, be it of production or not. A page may list less: whether something is still
 * there hangs on the stack, and not on what a page is about.
 */
export function listSeen(system: System): Seen[] {
  const vms = system.all(Vm).map((vm) => ({ vm, evidence: describeVm(vm, true) }));
  const holders = new Map(vms.flatMap(({ vm, evidence }) => listHeld(vm, evidence)));
  const found = [
    ...vms.flatMap(({ vm, evidence }) => see("vm", evidence, tellVm(vm, evidence))),
    ...system.all(LoadBalancer).flatMap(seeBalancer),
    ...system.all(Volume).flatMap((volume) => seeVolume(describeVolume(volume), tellAttachment(volume, holders))),
    ...vms.flatMap(({ vm, evidence }) => seeVolumesOf(vm, evidence)),
    ...system.all(Subnet).flatMap(seeSubnet),
    ...seeInfrastructure(system),
  ];
  // The first sight of a volume is that of its own resource, which tells the most.
  return [...new Map(found.reverse().map((seen) => [seenKey(seen), seen])).values()].reverse();
}

function see(kind: SeenKind, { id, name }: { id: KnownValue; name: string | null }, facts: SeenFacts): Seen[] {
  return isKnown(id) ? [{ kind, id, name, facts }] : [];
}

function tellVm(vm: Vm, evidence: VmEvidence): SeenFacts {
  const { resource } = vm;
  const created = listCreatedVolumes(resource);
  const isTold = Array.isArray(readOutput(resource, "blockDeviceMappingsCreateds"));
  const data = evidence.volumes.map(({ id }) => id);
  const [root] = created.filter(({ isRoot }) => isRoot);
  return {
    ...tellType(known(evidence.type), known(readWritten(resource, "performance"))),
    ...tellFacts({
      state: known(evidence.state),
      subregion: known(evidence.subregion),
      subnets: evidence.subnetIds.length > 0 ? allKnown(evidence.subnetIds) : undefined,
      volumes: isTold && knowsLinks(vm) ? allKnown(data) : undefined,
      rootVolume: root && known(root.id),
    }),
  };
}

/** Whether all links to a VM are known: a link that may be to it may attach one volume more. */
function knowsLinks({ system, resource }: Vm): boolean {
  return system.referrers(resource, VolumeLink, { path: "vmId", types: Vm.types }).possible.length === 0;
}

/** The ids of the volumes that the provider says a VM holds, each with the VM's. */
function listHeld({ resource }: Vm, { id }: VmEvidence): [string, string][] {
  if (!isKnown(id)) return [];
  return listCreatedVolumes(resource).flatMap(({ id: volume }): [string, string][] =>
    isKnown(volume) ? [[volume, id]] : [],
  );
}

/** The volumes that no resource of the stack is, and that its VMs hold: those made with them, and those of other stacks. */
function seeVolumesOf({ resource }: Vm, { id, subregion, volumes }: VmEvidence): Seen[] {
  const holder = tellFacts({ vm: isKnown(id) ? [id] : undefined });
  const roots = listCreatedVolumes(resource).filter(({ isRoot }) => isRoot);
  return [
    ...volumes.filter(({ urn }) => urn === null).flatMap((volume) => seeVolume(volume, holder)),
    ...roots.flatMap((root) =>
      see("volume", { id: root.id, name: null }, { ...tellFacts({ subregion: known(subregion) }), ...holder }),
    ),
  ];
}

function seeVolume(volume: VolumeEvidence, more: SeenFacts): Seen[] {
  const type = known(volume.type);
  return see("volume", volume, {
    ...tellFacts({ subregion: known(volume.subregion), type, size: known(volume.size) }),
    ...tellIops(type, known(volume.iops)),
    ...more,
  });
}

/** @param holders the VMs that hold volumes as the provider says, by the ids of the volumes */
function tellAttachment(volume: Volume, holders: ReadonlyMap<string, string>): SeenFacts {
  const { resource } = volume;
  const id = idOf(resource, "volumeId");
  const vm = findAttachment(volume) ?? (isKnown(id) ? holders.get(id) : undefined) ?? null;
  return tellFacts({
    state: known(textOf(readOutput(resource, "state"))),
    vm: vm === null ? [] : isKnown(vm) ? [vm] : undefined,
  });
}

function seeBalancer(balancer: LoadBalancer): Seen[] {
  const { id, name, state, subregion } = describeBalancer(balancer, true);
  const placed = textsOf(readOutput(balancer.resource, "subregionNames"));
  return see(
    "load balancer",
    { id, name },
    tellFacts({
      state: known(state),
      subregion: (placed.length > 0 ? allKnown(placed)?.join(", ") : undefined) ?? known(subregion),
      backends: listBackendIds(balancer),
    }),
  );
}

/**
 * The ids of the VMs that are registered with a load balancer, the stopped ones too: by the program, or where that
 * registers none, by the provider's answer. `undefined` where one is not known.
 */
function listBackendIds({ system, resource }: LoadBalancer): string[] | undefined {
  const { certain, possible } = system.referrers(resource, LoadBalancerVms, TO_LOAD_BALANCER);
  if (possible.length > 0) return undefined;
  if (certain.length === 0) return allKnown(textsOf(readOutput(resource, "backendVmIds")));
  return allKnown(
    certain.flatMap((link) =>
      references(system, link.resource, LoadBalancerVms.toVms).map((target): KnownValue => {
        if ("unknown" in target) return { unknown: "untold" };
        return "resource" in target ? idOf(target.resource, "vmId") : target.outside;
      }),
    ),
  );
}

function seeSubnet(subnet: Subnet): Seen[] {
  const { resource } = subnet;
  const subregion = textOf(readOutput(resource, "subregionName"));
  const net = textOf(readOutput(resource, "netId"), valueAt(resource.inputs, "netId"));
  return see(
    "subnet",
    { id: idOf(resource, "subnetId"), name: resource.name },
    tellFacts({ subregion: known(subregion) ?? attempt(() => subnet.subregion()).value, net: known(net) }),
  );
}

function seeInfrastructure(system: System): Seen[] {
  const { natServices, securityGroups, nodePools } = listInfrastructure(system);
  return [
    ...natServices.flatMap((nat) => see("NAT service", nat, tellFacts({ subregion: known(nat.subregion) }))),
    // Nothing is told of a group but that it is there: its rules are judged, and are on no page.
    ...securityGroups.flatMap((group) => see("security group", group, {})),
    // A node pool has no id of the provider's: its name is the same in every state.
    ...nodePools.flatMap(({ name, zones, nodes }) =>
      see(
        "node pool",
        { id: name, name: null },
        tellFacts({ subregion: zones.join(", "), nodes: nodes === null ? undefined : String(nodes) }),
      ),
    ),
  ];
}

function known(value: KnownValue<string | number>): string | undefined {
  return isKnown(value) ? String(value) : undefined;
}

/** All of some values, or nothing where one is not known. */
function allKnown(values: readonly KnownValue[]): string[] | undefined {
  const found = values.filter((value) => isKnown(value));
  return found.length === values.length ? found : undefined;
}
