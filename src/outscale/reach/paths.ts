import { attempt, firstDoubt } from "../../stack";
import type { AddressSet } from "../openings/address-set";
import { EVERY_SERVICE, serviceAt, type ServiceRange, intersectServices } from "../openings/services";
import type { System } from "../provider/system";
import { LoadBalancer } from "../resources/load-balancer";
import { vmOf } from "../resources/nic-link";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { backendsOf } from "../tiers/backends";
import { entrancesFrom, shareUnfilteredSubnet } from "./crossings";
import { listenersOf, passagesToBalancer, passagesToVm, peerOfBalancer } from "./doors";
import { type Entrance, entrancesOfBalancer, entrancesOfVm } from "./entrances";
import { carrying, type Passage } from "./filter";
import { hop, type Path, type Way } from "./path";

/**
 * Every way by which packets from some addresses reach a service of a VM or of a load balancer, straight, behind a load
 * balancer, or by way of a VM that lets people in by an administration port and from where they go on.
 */
export function pathsFrom(system: System, addresses: AddressSet): Path[] {
  const straight = system.all(Vm).flatMap((vm) => {
    return entrancesOfVm(vm, addresses).flatMap((entrance) => pathsInto(vm, entrance));
  });
  const balanced = system.all(LoadBalancer).flatMap((balancer) => {
    return entrancesOfBalancer(balancer, addresses).flatMap((entrance) => pathsThrough(balancer, entrance));
  });
  return onward(system, [...straight, ...balanced]);
}

/** Every way from a VM to the services of others. */
export function pathsFromVm(vm: Vm): Path[] {
  return onward(vm.system, hopsFrom(vm, { hops: [hop(vm.resource)] }), [vm]);
}

function pathTo(to: Vm | LoadBalancer, way: Way, passage: Passage): Path {
  const { services, opening } = passage;
  const hops = [...way.hops, ...(opening ? [hop(opening.resource, opening.path)] : [])];
  return { to, services, hops, ...firstDoubt(way, passage) };
}

/** To a VM, past its groups. */
function pathsInto(vm: Vm, entrance: Entrance): Path[] {
  return carrying(passagesToVm(vm, entrance.from), entrance.services).map((passage) => pathTo(vm, entrance, passage));
}

/** To a load balancer by its listeners, and on to what is behind it. */
function pathsThrough(balancer: LoadBalancer, entrance: Entrance): Path[] {
  const listeners = attempt(() => listenersOf(balancer));
  if (listeners.why) {
    return [{ to: balancer, services: EVERY_SERVICE, hops: entrance.hops, why: listeners.why }];
  }
  const passages = carrying(passagesToBalancer(balancer, entrance.from), entrance.services);
  return listeners.value.flatMap(({ at, behind }) =>
    carrying(passages, [at]).flatMap((passage) => {
      const path = pathTo(balancer, entrance, passage);
      return [path, ...behindBalancer(balancer, path, behind)];
    }),
  );
}

function behindBalancer(balancer: LoadBalancer, path: Path, service: ServiceRange): Path[] {
  const way = { hops: [...path.hops, hop(balancer.resource)], ...firstDoubt(path) };
  const peer = peerOfBalancer(balancer);
  return backendsOf(balancer).flatMap(({ machine, why }) => {
    const found = attempt(() => (machine instanceof Nic ? vmOf(machine) : machine));
    if (!found.value) return [];
    const vm = found.value;
    return carrying(passagesToVm(vm, peer), [service]).map((passage) =>
      pathTo(vm, { hops: way.hops, ...firstDoubt(way, { ...(why && { why }) }) }, passage),
    );
  });
}

/** The services by which a VM is administered. */
export function adminServices({ settings: { adminPorts } }: System): ServiceRange[] {
  return adminPorts.map(serviceAt);
}

/** Adds where people go on to who come in by an administration port of a VM. Each VM is gone on from once. */
function onward(system: System, paths: readonly Path[], gone: readonly Vm[] = []): Path[] {
  const admin = adminServices(system);
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
    hopsFrom(vm, { hops: [...path.hops, hop(vm.resource)], ...firstDoubt(path) }).filter(
      ({ to }) => !(to instanceof Vm) || !done.includes(to),
    ),
  );
  return [...paths, ...onward(system, next, done)];
}

/** From one VM to others and to load balancers, or past all groups inside a Subnet that does not filter. */
function hopsFrom(vm: Vm, way: Way): Path[] {
  const { system } = vm;
  const others = system.all(Vm).filter((other) => other !== vm);
  return [
    ...others.flatMap((other) => {
      const past = attempt(() => shareUnfilteredSubnet(vm, other));
      if (past.value) return [pathTo(other, way, { services: EVERY_SERVICE })];
      return entrancesFrom(vm, way, other).flatMap((entrance) => pathsInto(other, entrance));
    }),
    ...system
      .all(LoadBalancer)
      .flatMap((balancer) => entrancesFrom(vm, way, balancer).flatMap((entrance) => pathsThrough(balancer, entrance))),
  ];
}
