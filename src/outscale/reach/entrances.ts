import { attempt, firstDoubt, type Maybe, UnreadableValue, when } from "../../stack";
import { AddressSet } from "../openings/address-set";
import { PUBLIC_SPACE } from "../openings/public-space";
import { EVERY_SERVICE, type ServiceRange } from "../openings/services";
import { addressesOf } from "../provider/addresses";
import type { LoadBalancer } from "../resources/load-balancer";
import { publicIpGrantsTo } from "../resources/public-ip";
import { internetRoutesOf, type Route, routesOf, tablesOf, TO_TABLE } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { Propagation } from "../resources/vpn-gateway";
import { vpnRangesOf } from "../vpn/vpn-ranges";
import { passagesToVm } from "./doors";
import type { Peer } from "./filter";
import { type Hop, hop, type Way } from "./path";

/** How packets come to the door of something, before its security groups. */
export interface Entrance extends Way {
  /** Whose packets come this way. */
  readonly from: Peer;
  /** What passes on it. */
  readonly services: readonly ServiceRange[];
}

/** How packets from some addresses come to a VM. */
export function entrancesOfVm(vm: Vm, from: AddressSet): Entrance[] {
  const subnets = attempt(() => vm.subnets());
  if (subnets.why) return [entrance(from, { value: [], why: subnets.why })];
  return [...publicly(vm, from), ...subnets.value.flatMap((subnet) => privately(subnet, from))];
}

/** How packets from some addresses come to a load balancer. */
export function entrancesOfBalancer(balancer: LoadBalancer, from: AddressSet): Entrance[] {
  const found = attempt(() => balancer.subnets());
  if (found.why) return [entrance(from, { value: [], why: found.why })];
  const outside = publicPart(from);
  const isFacing = outside.isEmpty ? [] : when(() => balancer.isInternetFacing(), undefined);
  const ways = balancer.isInNet ? found.value.flatMap(throughInternet) : [{ value: [] }];
  return [
    ...isFacing.flatMap((facing) =>
      ways.map((way) => entrance(outside, { value: way.value, ...firstDoubt(facing, way) })),
    ),
    ...found.value.flatMap((subnet) => privately(subnet, from)),
  ];
}

function entrance(addresses: AddressSet, { value, ...why }: Maybe<readonly Hop[]>): Entrance {
  return { hops: value, from: { addresses, groups: [] }, services: [EVERY_SERVICE], ...why };
}

/** The Internet service knows IPv4 alone. */
function publicPart(addresses: AddressSet): AddressSet {
  return addresses.intersection(PUBLIC_SPACE).of("ipv4");
}

/** From the Internet, by a public IP; in a Net a route back to the Internet is needed too. */
function publicly(vm: Vm, from: AddressSet): Entrance[] {
  const outside = publicPart(from);
  if (outside.isEmpty) return [];
  const ways = vm.isInNet ? vm.subnets().flatMap(throughInternet) : [{ value: [] }];
  const addresses = ways.length === 0 ? [] : publicAddressesOf(vm);
  return ways.flatMap((way) =>
    addresses.map((address) => {
      return entrance(outside, { value: [...way.value, ...address.value], ...firstDoubt(way, address) });
    }),
  );
}

function publicAddressesOf(vm: Vm): Maybe<readonly Hop[]>[] {
  const granted = publicIpGrantsTo(vm).flatMap((read): Maybe<readonly Hop[]>[] => {
    const grant = attempt(read);
    if (grant.why) return [{ value: [], why: grant.why }];
    const { resource, path, isByNature } = grant.value;
    return when(() => grant.value.isGiven(), isByNature ? [] : [hop(resource, path, grant.value.address())]);
  });
  const mapped = vm
    .subnets()
    .flatMap((subnet) => when(() => subnet.givesPublicIps(), [hop(subnet.resource, "mapPublicIpOnLaunch")]));
  return [...granted, ...mapped];
}

function throughInternet(subnet: Subnet): Maybe<readonly Hop[]>[] {
  return internetRoutesOf(subnet).flatMap((route) => byRoute(route, () => route().leadsStraightToInternet()));
}

/** From the Net itself, or from a network that the Subnet has a route to. */
function privately(subnet: Subnet, from: AddressSet): Entrance[] {
  const own = attempt(() => rangeOf(subnet).intersection(from));
  const inside = own.why ? [entrance(from, { value: [], why: own.why })] : [entrance(own.value, { value: [] })];
  return [
    ...inside.filter(({ from: { addresses } }) => !addresses.isEmpty),
    ...byGateway(subnet, from),
    ...byPropagation(subnet, from),
    ...byRouter(subnet, from),
  ];
}

function byGateway(subnet: Subnet, from: AddressSet): Entrance[] {
  return routesOf(subnet, (route) => route.leadsToOtherNetwork()).flatMap((read) => {
    const answered = answeredBy(read, from);
    if (answered.isEmpty) return [];
    return byRoute(read, () => read().leadsToOtherNetwork()).map((way) => entrance(answered, way));
  });
}

/** Those of the addresses that a route carries packets back to; all of them where that is not known. */
function answeredBy(read: () => Route, from: AddressSet): AddressSet {
  const destination = attempt(() => read().destination());
  return destination.why ? from : destination.value.intersection(from);
}

function byRoute(read: () => Route, test: () => boolean): Maybe<readonly Hop[]>[] {
  const route = attempt(read);
  if (route.why) return [{ value: [], why: route.why }];
  const gateway = route.value.gateway();
  const hops = [hop(route.value.resource), ...(gateway ? [hop(gateway)] : [])];
  const destination = attempt(() => route.value.destination());
  return when(test, hops).map((way) => ({ ...way, ...firstDoubt(way, destination.why ? destination : {}) }));
}

const TOLD_OUTSIDE = {
  en: "routes that the other end of a VPN connection tells",
  fr: "des routes que l'autre bout d'une connexion VPN annonce",
};

/** By the routes that a table learns of a virtual gateway: what is written of them, and private addresses beyond. */
function byPropagation(subnet: Subnet, from: AddressSet): Entrance[] {
  return propagationsOf(subnet)
    .flatMap(({ value: propagation, ...unsure }): Entrance[] => {
      const found = attempt(() => propagation.gateway());
      if (found.why) return [entrance(from.difference(PUBLIC_SPACE), { value: [], why: found.why })];
      const { known, ...hidden } = vpnRangesOf(found.value);
      const hops = [hop(propagation.resource), hop(found.value.resource)];
      const told = new UnreadableValue(propagation.resource, "virtualGatewayId", TOLD_OUTSIDE);
      const learned = when(() => found.value.learnsRoutes(), hops).map((way) => firstDoubt(way, { why: told }));
      const beyond = [hidden, ...learned].find(({ why }) => why !== undefined);
      return [
        entrance(known.intersection(from), { value: hops, ...unsure }),
        ...(beyond ? [entrance(from.difference(PUBLIC_SPACE).difference(known), { value: hops, ...beyond })] : []),
      ];
    })
    .filter(({ from: { addresses } }) => !addresses.isEmpty);
}

function propagationsOf(subnet: Subnet): Maybe<Propagation>[] {
  const { system } = subnet;
  return tablesOf(subnet).flatMap((table) => {
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
function byRouter(subnet: Subnet, from: AddressSet): Entrance[] {
  return routesOf(subnet, (route) => route.leadsToVm()).flatMap((read): Entrance[] => {
    const router = attempt(() => read().router());
    const answered = answeredBy(read, from);
    const [inner, outer] = [answered.difference(PUBLIC_SPACE), publicPart(answered)];
    if (router.why) return inner.isEmpty ? [] : [entrance(inner, { value: [], why: router.why })];
    const hops = [hop(router.value.resource), hop(read().resource)];
    return when(() => router.value.isUnchecked(), hops).flatMap((way) => [
      ...(inner.isEmpty ? [] : [entrance(inner, way)]),
      ...publicly(router.value, outer).flatMap((first) =>
        passagesToVm(router.value, first.from).map((passage) => {
          const why = new UnreadableValue(router.value.resource, "isSourceDestChecked", FORWARDED);
          const rule = passage.opening ? [hop(passage.opening.resource, passage.opening.path)] : [];
          const all = [...first.hops, ...rule, ...hops];
          return { ...entrance(outer, { value: all, why }), services: [passage.services] };
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
