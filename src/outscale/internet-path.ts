import { any, type Resource, some } from "../stack";
import { LoadBalancerVms } from "./load-balancer";
import { hasPublicAddress } from "./public-ip";
import { referring } from "./referring";
import { Route, tablesOf, TO_TABLE } from "./route";
import { Subnet } from "./subnet";
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

function leadsToInternet({ stack }: Vm, table: Resource): boolean {
  return some(referring({ stack }, table, Route.types, TO_TABLE), (route) =>
    stack.view(route(), Route).leadsToInternet(),
  );
}
