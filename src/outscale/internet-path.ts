import { any, type Resource, some } from "../stack";
import { LoadBalancerVms } from "./load-balancer";
import { TO_NET } from "./net";
import { hasPublicAddress } from "./public-ip";
import { referring } from "./referring";
import { MainRouteTableLink, Route, RouteTableLink, TO_TABLE } from "./route";
import { Subnet, toSubnet } from "./subnet";
import type { Vm } from "./vm";

/**
 * Whether a VM reaches the Internet or is reached from it: in the public Cloud, by a public IP, behind a load balancer
 * that faces the Internet, or by a route of its Subnet.
 * @throws {Undecided} when no path is certain and one is possible
 */
export function hasInternetPath(vm: Vm): boolean {
  return any(
    () => !vm.isInNet,
    () => hasPublicAddress(vm),
    () => isBehindPublicLoadBalancer(vm),
    () => some(subnetsOf(vm), (subnet) => some(tablesOf(subnet), (table) => leadsToInternet(vm, table()))),
  );
}

function isBehindPublicLoadBalancer(vm: Vm): boolean {
  const attachments = referring(vm, vm.resource, LoadBalancerVms.types, LoadBalancerVms.toVms);
  return some(attachments, (attachment) => {
    return vm.stack.view(attachment(), LoadBalancerVms).loadBalancer()?.isInternetFacing() ?? false;
  });
}

function subnetsOf(vm: Vm): Subnet[] {
  return vm
    .places()
    .filter(({ type }) => (Subnet.types as readonly string[]).includes(type))
    .map((resource) => vm.stack.view(resource, Subnet));
}

/** The tables that may route for a Subnet: those linked to it, else the main one of its Net. */
function tablesOf(subnet: Subnet): (() => Resource)[] {
  const { stack, resource } = subnet;
  const own = referring(subnet, resource, RouteTableLink.types, toSubnet());
  if (own.length > 0) return own.map((link) => () => stack.view(link(), RouteTableLink).table());
  const main = referring(subnet, subnet.net().resource, MainRouteTableLink.types, TO_NET);
  return main.map((link) => () => stack.view(link(), MainRouteTableLink).table());
}

function leadsToInternet({ stack }: Vm, table: Resource): boolean {
  return some(referring({ stack }, table, Route.types, TO_TABLE), (route) =>
    stack.view(route(), Route).leadsToInternet(),
  );
}
