import { attempt, firstDoubt, type Maybe, UnreadableValue, when } from "../../stack";
import { AddressSet } from "../openings/address-set";
import { PUBLIC_SPACE } from "../openings/public-space";
import { EVERY_SERVICE, type ServiceRange } from "../openings/services";
import { addressesOf } from "../provider/addresses";
import type { LoadBalancer } from "../resources/load-balancer";
import { publicIpGrantsTo } from "../resources/public-ip";
import { findInternetRoutesOf, type Route, findRoutes, findRouteTables, TO_TABLE } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { Propagation } from "../resources/vpn-gateway";
import { vpnRangesOf } from "../vpn/vpn-ranges";
import { findPassagesToVm } from "./filters-in-front";
import type { FlowPeer } from "./filter";
import { type Hop, makeHop, type HopSequence } from "./path";

/** How packets come to the door of something, before its security groups. */
export interface Entrance extends HopSequence {
  /** Whose packets come this way. */
  readonly from: FlowPeer;
  /** What passes on it. */
  readonly services: readonly ServiceRange[];
}

/** How packets from some addresses come to a VM. */
export function findEntrancesOfVm(vm: Vm, from: AddressSet): Entrance[] {
  const subnets = attempt(() => vm.subnets());
  if (subnets.why) return [makeEntrance(from, { value: [], why: subnets.why })];
  return [...enterPublicly(vm, from), ...subnets.value.flatMap((subnet) => enterPrivately(subnet, from))];
}

/** How packets from some addresses come to a load balancer. */
export function findEntrancesOfBalancer(balancer: LoadBalancer, from: AddressSet): Entrance[] {
  const found = attempt(() => balancer.subnets());
  if (found.why) return [makeEntrance(from, { value: [], why: found.why })];
  const outside = cutPublicPart(from);
  const isFacing = outside.isEmpty ? [] : when(() => balancer.isInternetFacing(), undefined);
  const ways = balancer.isInNet ? found.value.flatMap(findInternetRoutes) : [{ value: [] }];
  return [
    ...isFacing.flatMap((facing) =>
      ways.map((way) => makeEntrance(outside, { value: way.value, ...firstDoubt(facing, way) })),
    ),
    ...found.value.flatMap((subnet) => enterPrivately(subnet, from)),
  ];
}

function makeEntrance(addresses: AddressSet, { value, ...why }: Maybe<readonly Hop[]>): Entrance {
  return { hops: value, from: { addresses, groups: [] }, services: [EVERY_SERVICE], ...why };
}

/** The Internet service knows IPv4 alone. */
function cutPublicPart(addresses: AddressSet): AddressSet {
  return addresses.intersection(PUBLIC_SPACE).of("ipv4");
}

/** From the Internet, by a public IP; in a Net a route back to the Internet is needed too. */
function enterPublicly(vm: Vm, from: AddressSet): Entrance[] {
  const outside = cutPublicPart(from);
  if (outside.isEmpty) return [];
  const ways = vm.isInNet ? vm.subnets().flatMap(findInternetRoutes) : [{ value: [] }];
  const addresses = ways.length === 0 ? [] : publicAddressesOf(vm);
  return ways.flatMap((way) =>
    addresses.map((address) => {
      return makeEntrance(outside, { value: [...way.value, ...address.value], ...firstDoubt(way, address) });
    }),
  );
}

function publicAddressesOf(vm: Vm): Maybe<readonly Hop[]>[] {
  const granted = publicIpGrantsTo(vm).flatMap((read): Maybe<readonly Hop[]>[] => {
    const grant = attempt(read);
    if (grant.why) return [{ value: [], why: grant.why }];
    const { resource, path, isByNature } = grant.value;
    return when(() => grant.value.isGiven(), isByNature ? [] : [makeHop(resource, path, grant.value.address())]);
  });
  const mapped = vm
    .subnets()
    .flatMap((subnet) => when(() => subnet.givesPublicIps(), [makeHop(subnet.resource, "mapPublicIpOnLaunch")]));
  return [...granted, ...mapped];
}

function findInternetRoutes(subnet: Subnet): Maybe<readonly Hop[]>[] {
  return findInternetRoutesOf(subnet).flatMap((route) => followRoute(route, () => route().leadsStraightToInternet()));
}

/** From the Net itself, or from a network that the Subnet has a route to. */
function enterPrivately(subnet: Subnet, from: AddressSet): Entrance[] {
  const own = attempt(() => rangeOf(subnet).intersection(from));
  const inside = own.why ? [makeEntrance(from, { value: [], why: own.why })] : [makeEntrance(own.value, { value: [] })];
  return [
    ...inside.filter(({ from: { addresses } }) => !addresses.isEmpty),
    ...enterByGateway(subnet, from),
    ...enterByPropagation(subnet, from),
    ...enterByRouter(subnet, from),
  ];
}

function enterByGateway(subnet: Subnet, from: AddressSet): Entrance[] {
  return findRoutes(subnet, (route) => route.leadsToOtherNetwork()).flatMap((read) => {
    const answered = cutToDestination(read, from);
    if (answered.isEmpty) return [];
    return followRoute(read, () => read().leadsToOtherNetwork()).map((way) => makeEntrance(answered, way));
  });
}

/** Those of the addresses that a route carries packets back to; all of them where that is not known. */
function cutToDestination(read: () => Route, from: AddressSet): AddressSet {
  const destination = attempt(() => read().destination());
  return destination.why ? from : destination.value.intersection(from);
}

function followRoute(read: () => Route, test: () => boolean): Maybe<readonly Hop[]>[] {
  const route = attempt(read);
  if (route.why) return [{ value: [], why: route.why }];
  const gateway = route.value.gateway();
  const hops = [makeHop(route.value.resource), ...(gateway ? [makeHop(gateway)] : [])];
  const destination = attempt(() => route.value.destination());
  return when(test, hops).map((way) => ({ ...way, ...firstDoubt(way, destination.why ? destination : {}) }));
}

const TOLD_OUTSIDE = {
  en: "routes that the other end of a VPN connection tells",
  fr: "des routes que l'autre bout d'une connexion VPN annonce",
};

/** By the routes that a table learns of a virtual gateway: what is written of them, and private addresses beyond. */
function enterByPropagation(subnet: Subnet, from: AddressSet): Entrance[] {
  return propagationsOf(subnet)
    .flatMap(({ value: propagation, ...unsure }): Entrance[] => {
      const found = attempt(() => propagation.gateway());
      if (found.why) return [makeEntrance(from.difference(PUBLIC_SPACE), { value: [], why: found.why })];
      const { known, ...hidden } = vpnRangesOf(found.value);
      const hops = [makeHop(propagation.resource), makeHop(found.value.resource)];
      const told = new UnreadableValue(propagation.resource, "virtualGatewayId", TOLD_OUTSIDE);
      const learned = when(() => found.value.learnsRoutes(), hops).map((way) => firstDoubt(way, { why: told }));
      const beyond = [hidden, ...learned].find(({ why }) => why !== undefined);
      return [
        makeEntrance(known.intersection(from), { value: hops, ...unsure }),
        ...(beyond ? [makeEntrance(from.difference(PUBLIC_SPACE).difference(known), { value: hops, ...beyond })] : []),
      ];
    })
    .filter(({ from: { addresses } }) => !addresses.isEmpty);
}

function propagationsOf(subnet: Subnet): Maybe<Propagation>[] {
  const { system } = subnet;
  return findRouteTables(subnet).flatMap((table) => {
    const found = attempt(table);
    if (found.why) return [];
    return system.referrers(found.value, Propagation, TO_TABLE).all.flatMap(({ value: propagation, ...unsure }) => {
      return when(() => propagation.isEnabled(), propagation).map((one) => ({ ...one, ...firstDoubt(one, unsure) }));
    });
  });
}

const FORWARDED = {
  en: "what the VM does with packets that are addressed to others",
  fr: "ce que la VM fait des paquets adressés à d'autres",
};

/**
 * By a VM that carries packets of others. From private networks the route is what their packets come by; from the
 * Internet they come to the VM first, and whether it hands them on only its own configuration says.
 */
function enterByRouter(subnet: Subnet, from: AddressSet): Entrance[] {
  return findRoutes(subnet, (route) => route.leadsToVm()).flatMap((read): Entrance[] => {
    const router = attempt(() => read().router());
    const answered = cutToDestination(read, from);
    const [inner, outer] = [answered.difference(PUBLIC_SPACE), cutPublicPart(answered)];
    if (router.why) return inner.isEmpty ? [] : [makeEntrance(inner, { value: [], why: router.why })];
    const hops = [makeHop(router.value.resource), makeHop(read().resource)];
    return when(() => router.value.isUnchecked(), hops).flatMap((way) => [
      ...(inner.isEmpty ? [] : [makeEntrance(inner, way)]),
      ...enterPublicly(router.value, outer).flatMap((first) =>
        findPassagesToVm(router.value, first.from).map((passage) => {
          const why = new UnreadableValue(router.value.resource, "isSourceDestChecked", FORWARDED);
          const rule = passage.opening ? [makeHop(passage.opening.resource, passage.opening.path)] : [];
          const all = [...first.hops, ...rule, ...hops];
          return { ...makeEntrance(outer, { value: all, why }), services: [passage.services] };
        }),
      ),
    ]);
  });
}

/** @throws {UnknownValue} when the Net or its range is not known */
function rangeOf(subnet: Subnet): AddressSet {
  const range = addressesOf(subnet.net().written.ipRange ?? "");
  return AddressSet.of(range ? [range] : []);
}
