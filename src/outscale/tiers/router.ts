import { ifKnown, type Resource, some } from "../../stack";
import { NatService } from "../resources/nat-service";
import { vmOf } from "../resources/nic-link";
import { carryAllToInternet, findRoutes, type Route } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { isOfTier } from "./job";

/** What carries the traffic of a private Subnet to the Internet. */
export interface Router {
  readonly type: "NAT service" | "VM" | "NIC";
  readonly name: string;
  readonly resource: Resource;
  /** @throws {UnknownValue} when its Subnet is not known */
  readonly subregion: () => string;
  /**
   * Whether it is there to carry what others send.
   * @throws {UnreadableValue} when nothing declares it
   */
  readonly isRouter: () => boolean;
}

/**
 * What the default routes of a Subnet lead to: none for a Subnet that has no way out, or a public one.
 * What is not known throws when it is looked at.
 */
export function routersOf(subnet: Subnet): (() => Router)[] {
  const whole = findRoutes(subnet, (route) => leadsToRouter(route) && carryAllToInternet([route]));
  return whole.length > 0 ? whole.map((route) => () => routerOf(route())) : joinParts(subnet);
}

/** Whether a route leads to a NAT service, a VM or a NIC. */
function leadsToRouter(route: Route): boolean {
  return some(ROUTERS, ([path]) => route.sets(path));
}

/** Routes that only together carry all public addresses, such as those to `0.0.0.0/1` and `128.0.0.0/1`. */
function joinParts(subnet: Subnet): (() => Router)[] {
  const isPart = (route: Route) => leadsToRouter(route) && route.carriesPublicAddresses();
  const parts = findRoutes(subnet, isPart).map((route) => route());
  if (!carryAllToInternet(parts)) return [];
  const byRouter = new Map(parts.map((route) => [ifKnown(() => nameRouter(route)) ?? route.resource.urn, route]));
  return [...byRouter.values()].map((route) => () => routerOf(route));
}

function nameRouter(route: Route): string {
  const { type, name } = routerOf(route);
  return `${type} ${name}`;
}

/** @throws {Undecided} when it is not known which addresses it carries, or to what it leads */
function routerOf(route: Route): Router {
  route.destination();
  const read = ROUTERS.find(([path]) => route.sets(path))?.[1];
  if (!read) throw new Error(`${route.name} leads to no router`);
  return read(route);
}

const ROUTERS = [
  ["natServiceId", natRouter],
  ["vmId", vmRouter],
  ["nicId", nicRouter],
] as const;

function natRouter(route: Route): Router {
  const nat = route.target("natServiceId", NatService);
  return {
    type: "NAT service",
    name: nat.name,
    resource: nat.resource,
    subregion: () => nat.subregion(),
    isRouter: () => true,
  };
}

function vmRouter(route: Route): Router {
  const vm = route.target("vmId", Vm);
  return {
    type: "VM",
    name: vm.name,
    resource: vm.resource,
    subregion: () => vm.subregion(),
    isRouter: () => isOfTier(vm, vm.system.settings.routerTiers),
  };
}

function nicRouter(route: Route): Router {
  const nic = route.target("nicId", Nic);
  return {
    type: "NIC",
    name: nic.name,
    resource: nic.resource,
    subregion: () => nic.subregion(),
    isRouter: () => isOfTier(vmOf(nic), nic.system.settings.routerTiers),
  };
}

/** What carries the traffic of a VM to the Internet, from each of its Subnets. */
export function routersOfVm(vm: Vm): (() => Router)[] {
  return vm.subnets().flatMap(routersOf);
}
