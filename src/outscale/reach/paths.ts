import { attempt, type Resource, type Stack, type Undecided } from "../../stack";
import { addressesOf } from "../addresses";
import { backendsOf } from "../backends";
import { filtersInside } from "../lan-filtering";
import { LoadBalancer } from "../load-balancer";
import { vmOf } from "../nic-link";
import { AddressSet } from "../openings/address-set";
import { EVERY_SERVICE, serviceOf, type ServiceRange, within } from "../openings/services";
import { portOf } from "../ports";
import type { SharedSettings } from "../settings";
import { Nic, Vm } from "../vm";
import { entrancesOfBalancer, entrancesOfVm } from "./entrances";
import { carrying, type Passage, passagesOf, type Peer } from "./filter";
import { guardsOf, listenersOf, passagesToBalancer, passagesToVm, peerOfBalancer } from "./targets";
import { doubt } from "./maybe";
import { type Hop, hop, type Path } from "./path";

/**
 * Every way by which packets from some addresses reach a service of a VM or of a load balancer, straight, behind a load
 * balancer, or by way of a VM that lets people in by an administration port and from where they go on.
 */
export function pathsFrom(stack: Stack, addresses: AddressSet, shared: SharedSettings): Path[] {
  const from: Peer = { addresses, groups: [] };
  const straight = stack.all(Vm).flatMap((vm) => {
    const passages = passagesToVm(vm, from);
    return entrancesOfVm(vm, addresses).flatMap((entrance) => passages.map((each) => pathOf(vm, entrance, each)));
  });
  const balanced = stack.all(LoadBalancer).flatMap((balancer) => pathsThrough(balancer, from, shared));
  return onward(stack, [...straight, ...balanced], shared);
}

/** Every way from a VM to the services of others. */
export function pathsFromVm(vm: Vm, shared: SharedSettings): Path[] {
  return onward(vm.stack, hopsFrom(vm, { hops: [hop(vm.resource)] }), shared, [vm]);
}

interface Way {
  readonly hops: readonly Hop[];
  readonly why?: Undecided;
}

function pathOf(to: Vm, { value, why }: { value: readonly Hop[]; why?: Undecided }, passage: Passage): Path {
  return pathTo(to, { hops: value, ...(why && { why }) }, passage);
}

function pathTo(to: Vm | LoadBalancer, way: Way, passage: Passage): Path {
  const { services, opening } = passage;
  const hops = [...way.hops, ...(opening ? [hop(opening.resource, opening.path)] : [])];
  return { to, services, hops, ...doubt(way, passage) };
}

/** To a load balancer by its listeners, and on to what is behind it. */
function pathsThrough(balancer: LoadBalancer, from: Peer, shared: SharedSettings): Path[] {
  const listeners = attempt(() => listenersOf(balancer));
  if ("why" in listeners) {
    return entrancesOfBalancer(balancer, from.addresses).map(({ value }) => ({
      ...{ to: balancer, services: EVERY_SERVICE, hops: value, why: listeners.why },
    }));
  }
  const passages = passagesToBalancer(balancer, from);
  return entrancesOfBalancer(balancer, from.addresses).flatMap(({ value, why }) =>
    listeners.value.flatMap(({ at, behind }) =>
      carrying(passages, [at]).flatMap((passage) => {
        const path = pathTo(balancer, { hops: value, ...(why && { why }) }, passage);
        return [path, ...behindBalancer(balancer, path, behind, shared)];
      }),
    ),
  );
}

function behindBalancer(balancer: LoadBalancer, path: Path, service: ServiceRange, shared: SharedSettings): Path[] {
  const way = { hops: [...path.hops, hop(balancer.resource)], ...doubt(path) };
  const peer = peerOfBalancer(balancer);
  return backendsOf(balancer, shared.region).flatMap(({ machine, why }) => {
    const found = attempt(() => (machine instanceof Nic ? vmOf(machine) : machine));
    if ("why" in found || !found.value) return [];
    const vm = found.value;
    return carrying(passagesToVm(vm, peer), [service]).map((passage) =>
      pathTo(vm, { hops: way.hops, ...doubt(way, { ...(why && { why }) }) }, passage),
    );
  });
}

/** Adds where people go on to who come in by an administration port of a VM. Each VM is gone on from once. */
function onward(stack: Stack, paths: readonly Path[], shared: SharedSettings, gone: readonly Vm[] = []): Path[] {
  const admin = shared.adminPorts.map((port) => {
    const service = serviceOf(portOf(port));
    return { first: service, last: service };
  });
  const entered = new Map<Vm, Path>();
  for (const path of paths) {
    if (!(path.to instanceof Vm) || gone.includes(path.to) || within(path.services, admin).length === 0) continue;
    const known = entered.get(path.to);
    if (!known || (known.why && !path.why)) entered.set(path.to, path);
  }
  if (entered.size === 0) return [...paths];
  const done = [...gone, ...entered.keys()];
  const next = [...entered].flatMap(([vm, path]) =>
    hopsFrom(vm, { hops: [...path.hops, hop(vm.resource)], ...doubt(path) }).filter(
      ({ to }) => !(to instanceof Vm) || !done.includes(to),
    ),
  );
  return [...paths, ...onward(stack, next, shared, done)];
}

/** From one VM to the others of its Net: by rules at both ends, or past them inside a Subnet that does not filter. */
function hopsFrom(vm: Vm, way: Way): Path[] {
  const peer = peerOfVm(vm);
  return vm.stack
    .all(Vm)
    .filter((other) => other !== vm && mayShareNet(vm, other))
    .flatMap((other) => {
      const past = attempt(() => shareUnfilteredSubnet(vm, other));
      if (!("why" in past) && past.value) return [pathTo(other, way, { services: EVERY_SERVICE })];
      const inward = passagesToVm(other, peer);
      const outward = guardsOf(vm).flatMap(({ guarded }) =>
        guarded ? passagesOf(vm.stack, guarded, "Outbound", peerOfVm(other)) : [],
      );
      return inward.flatMap((entry) =>
        outward.flatMap((exit) =>
          carrying([entry], [exit.services]).map((passage) =>
            pathTo(other, { hops: way.hops, ...doubt(way, exit) }, passage),
          ),
        ),
      );
    });
}

function mayShareNet(one: Vm, other: Vm): boolean {
  const nets = [one, other].map((vm) => attempt(() => vm.net()));
  const [first, second] = nets.map((net) => ("value" in net ? net.value : undefined));
  return first !== undefined && first === second;
}

function shareUnfilteredSubnet(one: Vm, other: Vm): boolean {
  const own = new Set<Resource>(one.subnets().map(({ resource }) => resource));
  const shared = other.subnets().find(({ resource }) => own.has(resource));
  return shared !== undefined && !filtersInside(shared.net());
}

/** What a VM is for those it calls: its private addresses where they are written, else those of its Subnets. */
function peerOfVm(vm: Vm): Peer {
  const written = attempt(() => vm.written.privateIps ?? []);
  const subnets = attempt(() => vm.subnets().map((subnet) => subnet.written.ipRange ?? ""));
  const texts =
    "value" in written && written.value.length > 0 ? written.value : "value" in subnets ? subnets.value : [];
  return {
    addresses: AddressSet.of(texts.flatMap((text) => addressesOf(text) ?? [])),
    groups: guardsOf(vm).flatMap(({ guarded }) => guarded?.groups() ?? []),
  };
}
