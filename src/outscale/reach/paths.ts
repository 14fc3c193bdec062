import { attempt, firstDoubt } from "../../stack";
import type { AddressSet } from "../openings/address-set";
import { EVERY_SERVICE, servicesAt, type ServiceRange, intersectServices } from "../openings/services";
import type { System } from "../provider/system";
import { LoadBalancer } from "../resources/load-balancer";
import { vmOf } from "../resources/nic-link";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { backendsOf } from "../tiers/backends";
import { findEntrancesFrom, shareUnfilteredSubnet } from "./crossings";
import { listForwardedPorts, findPassagesToBalancer, findPassagesToVm, peerOfBalancer } from "./filters-in-front";
import { type Entrance, findEntrancesOfBalancer, findEntrancesOfVm } from "./entrances";
import { cutPassages, type Passage } from "./filter";
import { makeHop, type Path, type HopSequence } from "./path";

/**
 * Every way by which packets from some addresses reach a service of a VM or of a load balancer, straight, behind a load
 * balancer, or by way of a VM that lets people in by an administration port and from where they go on.
 */
export function findPathsFrom(system: System, addresses: AddressSet): Path[] {
  const straight = system.all(Vm).flatMap((vm) => {
    return findEntrancesOfVm(vm, addresses).flatMap((entrance) => findPathsInto(vm, entrance));
  });
  const balanced = system.all(LoadBalancer).flatMap((balancer) => {
    return findEntrancesOfBalancer(balancer, addresses).flatMap((entrance) => findPathsThrough(balancer, entrance));
  });
  return addOnwardPaths(system, [...straight, ...balanced]);
}

/** Every way from a VM to the services of others. */
export function findPathsFromVm(vm: Vm): Path[] {
  return addOnwardPaths(vm.system, findPathsOnward(vm, { hops: [makeHop(vm.resource)] }), [vm]);
}

function makePath(to: Vm | LoadBalancer, way: HopSequence, passage: Passage): Path {
  const { services, opening } = passage;
  const hops = [...way.hops, ...(opening ? [makeHop(opening.resource, opening.path)] : [])];
  return { to, services, hops, ...firstDoubt(way, passage) };
}

/** To a VM, past its groups. */
function findPathsInto(vm: Vm, entrance: Entrance): Path[] {
  return cutPassages(findPassagesToVm(vm, entrance.from), entrance.services).map((passage) =>
    makePath(vm, entrance, passage),
  );
}

/** To a load balancer by its listeners, and on to what is behind it. */
function findPathsThrough(balancer: LoadBalancer, entrance: Entrance): Path[] {
  const listeners = attempt(() => listForwardedPorts(balancer));
  if (listeners.why) {
    return [{ to: balancer, services: EVERY_SERVICE, hops: entrance.hops, why: listeners.why }];
  }
  const passages = cutPassages(findPassagesToBalancer(balancer, entrance.from), entrance.services);
  return listeners.value.flatMap(({ at, behind }) =>
    cutPassages(passages, [at]).flatMap((passage) => {
      const path = makePath(balancer, entrance, passage);
      return [path, ...findPathsBehind(balancer, path, behind)];
    }),
  );
}

function findPathsBehind(balancer: LoadBalancer, path: Path, service: ServiceRange): Path[] {
  const way = { hops: [...path.hops, makeHop(balancer.resource)], ...firstDoubt(path) };
  const peer = peerOfBalancer(balancer);
  return backendsOf(balancer).flatMap(({ machine, why }) => {
    const found = attempt(() => (machine instanceof Nic ? vmOf(machine) : machine));
    if (!found.value) return [];
    const vm = found.value;
    return cutPassages(findPassagesToVm(vm, peer), [service]).map((passage) =>
      makePath(vm, { hops: way.hops, ...firstDoubt(way, { ...(why && { why }) }) }, passage),
    );
  });
}

/** The services by which a VM is administered. */
export function listAdminServices({ settings: { adminPorts } }: System): ServiceRange[] {
  return adminPorts.map(servicesAt);
}

/** Adds where people go on to who come in by an administration port of a VM. Each VM is gone on from once. */
function addOnwardPaths(system: System, paths: readonly Path[], gone: readonly Vm[] = []): Path[] {
  const admin = listAdminServices(system);
  const entered = new Map<Vm, Path>();
  for (const path of paths) {
    if (!(path.to instanceof Vm) || gone.includes(path.to) || intersectServices(path.services, admin).length === 0)
      continue;
    const known = entered.get(path.to);
    if (!known || (known.why && !path.why)) entered.set(path.to, path);
  }
  if (entered.size === 0) return [...paths];
  const done = [...gone, ...entered.keys()];
  const next = [...entered].flatMap(([vm, path]) =>
    findPathsOnward(vm, { hops: [...path.hops, makeHop(vm.resource)], ...firstDoubt(path) }).filter(
      ({ to }) => !(to instanceof Vm) || !done.includes(to),
    ),
  );
  return [...paths, ...addOnwardPaths(system, next, done)];
}

/** From one VM to others and to load balancers, or past all groups inside a Subnet that does not filter. */
function findPathsOnward(vm: Vm, way: HopSequence): Path[] {
  const { system } = vm;
  const others = system.all(Vm).filter((other) => other !== vm);
  return [
    ...others.flatMap((other) => {
      const past = attempt(() => shareUnfilteredSubnet(vm, other));
      if (past.value) return [makePath(other, way, { services: EVERY_SERVICE })];
      return findEntrancesFrom(vm, way, other).flatMap((entrance) => findPathsInto(other, entrance));
    }),
    ...system
      .all(LoadBalancer)
      .flatMap((balancer) =>
        findEntrancesFrom(vm, way, balancer).flatMap((entrance) => findPathsThrough(balancer, entrance)),
      ),
  ];
}
