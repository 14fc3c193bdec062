import { attempt, firstDoubt, type Maybe, type Resource } from "../../stack";
import { EVERY_SERVICE } from "../openings/services";
import { filtersInside } from "../resources/lan-filtering";
import type { LoadBalancer } from "../resources/load-balancer";
import { type Route, findRoutes } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { findGuards, peerOfBalancer, peerOfVm } from "./filters-in-front";
import type { Entrance } from "./entrances";
import { findPassages, type FlowPeer, isAmong } from "./filter";
import { type Hop, makeHop, type HopSequence } from "./path";

/** How packets of a VM come to the door of another VM, or of a load balancer: by what its own groups let out. */
export function findEntrancesFrom(vm: Vm, way: HopSequence, to: Vm | LoadBalancer): Entrance[] {
  const [from, peer] = [peerOfVm(vm), to instanceof Vm ? peerOfVm(to) : peerOfBalancer(to)];
  const crossings = findCrossings(vm, from, to, peer);
  if (crossings.length === 0) return [];
  const exits = findGuards(vm).flatMap(({ value: guarded }) =>
    guarded ? findPassages(vm.system, guarded, "Outbound", peer) : [{ services: EVERY_SERVICE }],
  );
  return crossings.flatMap((crossing) =>
    exits.map((exit) => ({
      ...{ hops: [...way.hops, ...crossing.value], from, services: [exit.services] },
      ...firstDoubt(way, crossing, exit),
    })),
  );
}

/** From Net to Net: nothing inside one, else a peering that has a route on each side. */
function findCrossings(vm: Vm, from: FlowPeer, to: Vm | LoadBalancer, peer: FlowPeer): Maybe<readonly Hop[]>[] {
  const [own, other] = [vm, to].map((one) => attempt(() => one.net()));
  if (!own || !other || own.why || other.why || !own.value || !other.value) return [];
  if (own.value === other.value) return [{ value: [] }];
  const there = vm.subnets().flatMap((subnet) => findPeerings(subnet, peer));
  const back = there.length === 0 ? [] : to.subnets().flatMap((subnet) => findPeerings(subnet, from));
  return there.flatMap((first) =>
    back
      .filter(({ peering }) => peering === first.peering)
      .map((second) => ({ value: [...first.hops, ...second.hops.slice(0, 1)], ...firstDoubt(first, second) })),
  );
}

interface Peered extends HopSequence {
  readonly peering: string;
}

/** The routes of a Subnet that lead to addresses by a peering. */
function findPeerings(subnet: Subnet, peer: FlowPeer): Peered[] {
  return findRoutes(subnet, (route) => route.peering() !== undefined).flatMap((read) => {
    const found = attempt(read);
    return found.why ? [] : followPeering(found.value, peer);
  });
}

function followPeering(route: Route, peer: FlowPeer): Peered[] {
  const peering = attempt(() => route.peering());
  if (peering.why || peering.value === undefined) return [];
  const gateway = route.gateway();
  const way = { peering: peering.value, hops: [makeHop(route.resource), ...(gateway ? [makeHop(gateway)] : [])] };
  const meets = attempt(() => isAmong(peer, route.destination()));
  if (meets.why) return [{ ...way, why: meets.why }];
  return meets.value ? [way] : [];
}

/**
 * Whether two VMs stand in one Subnet inside which security groups do not filter.
 * @throws {Undecided} when that is not known
 */
export function shareUnfilteredSubnet(one: Vm, other: Vm): boolean {
  const own = new Set<Resource>(one.subnets().map(({ resource }) => resource));
  const shared = other.subnets().find(({ resource }) => own.has(resource));
  return shared !== undefined && !filtersInside(shared.net());
}
