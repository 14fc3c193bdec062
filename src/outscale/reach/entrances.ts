import { attempt } from "../../stack";
import type { LoadBalancer } from "../load-balancer";
import { AddressSet } from "../openings/address-set";
import { addressesOf } from "../addresses";
import { PUBLIC_SPACE } from "../openings/public-space";
import { publicIpGrantsOf } from "../public-ip";
import { internetRoutesOf, type Route, routesOf } from "../route";
import type { Subnet } from "../subnet";
import type { Vm } from "../vm";
import { doubt, type Maybe, when } from "./maybe";
import { type Hop, hop } from "./path";

/** The hops by which packets come to the door of something, before its security groups. */
export type Entrance = Maybe<readonly Hop[]>;

/** How packets from some addresses come to a VM. */
export function entrancesOfVm(vm: Vm, from: AddressSet): Entrance[] {
  const subnets = attempt(() => vm.subnets());
  if ("why" in subnets) return [{ value: [], why: subnets.why }];
  return [...publicly(vm, subnets.value, from), ...subnets.value.flatMap((subnet) => privately(subnet, from))];
}

/** How packets from some addresses come to a load balancer. */
export function entrancesOfBalancer(balancer: LoadBalancer, from: AddressSet): Entrance[] {
  const found = attempt(() => balancer.subnets());
  if ("why" in found) return [{ value: [], why: found.why }];
  const isFacing = when(() => balancer.isInternetFacing(), undefined);
  const outside = from.intersection(PUBLIC_SPACE).isEmpty ? [] : isFacing;
  const ways = balancer.isInNet ? found.value.flatMap((subnet) => throughInternet(subnet)) : [{ value: [] }];
  return [
    ...outside.flatMap((facing) => ways.map((way) => ({ value: way.value, ...doubt(facing, way) }))),
    ...found.value.flatMap((subnet) => privately(subnet, from)),
  ];
}

/** From the Internet, by a public IP; in a Net a route back to the Internet is needed too. */
function publicly(vm: Vm, subnets: readonly Subnet[], from: AddressSet): Entrance[] {
  if (from.intersection(PUBLIC_SPACE).isEmpty) return [];
  const ways = vm.isInNet ? subnets.flatMap(throughInternet) : [{ value: [] }];
  const addresses = [
    ...publicIpGrantsOf(vm.stack).flatMap((grant) =>
      when(() => grant.vm() === vm && grant.isGiven(), grant.isByNature ? [] : [hop(grant.resource, grant.path)]),
    ),
    ...subnets.flatMap((subnet) => when(() => subnet.givesPublicIps(), [hop(subnet.resource, "mapPublicIpOnLaunch")])),
  ];
  return ways.flatMap((way) =>
    addresses.map((address) => ({ value: [...way.value, ...address.value], ...doubt(way, address) })),
  );
}

function throughInternet(subnet: Subnet): Entrance[] {
  return internetRoutesOf(subnet).flatMap((route) => byRoute(route, () => route().leadsStraightToInternet()));
}

/** From the Net itself, or from a network that the Subnet has a route to. */
function privately(subnet: Subnet, from: AddressSet): Entrance[] {
  const routes = routesOf(subnet, (route) => route.leadsToOtherNetwork());
  return [
    ...when(() => !from.intersection(rangeOf(subnet)).isEmpty, []),
    ...routes.flatMap((route) =>
      byRoute(route, () => route().leadsToOtherNetwork() && !route().destination().intersection(from).isEmpty),
    ),
  ];
}

function byRoute(read: () => Route, test: () => boolean): Entrance[] {
  const route = attempt(read);
  if ("why" in route) return [{ value: [], why: route.why }];
  const gateway = route.value.gateway();
  return when(test, [hop(route.value.resource), ...(gateway ? [hop(gateway)] : [])]);
}

/** @throws {UnknownValue} when the Net or its range is not known */
function rangeOf(subnet: Subnet): AddressSet {
  const range = addressesOf(subnet.net().written.ipRange ?? "");
  return AddressSet.of(range ? [range] : []);
}
