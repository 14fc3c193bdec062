import { any, some } from "../../stack";
import { LoadBalancerVms } from "../resources/load-balancer";
import { hasPublicAddress } from "../resources/public-ip";
import { type Route, findRoutes } from "../resources/route";
import type { Vm } from "../resources/vm";
import { routersOfVm } from "./router";

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
    () =>
      some(vm.subnets(), (subnet) => some(findRoutes(subnet, leadsToInternet), (route) => leadsToInternet(route()))),
    // Whatever a default route leads to carries what is sent to the Internet.
    () => some(routersOfVm(vm), (router) => router().name !== vm.name),
  );
}

function isBehindPublicLoadBalancer(vm: Vm): boolean {
  const attachments = vm.system.referrers(vm.resource, LoadBalancerVms, LoadBalancerVms.toVms);
  return attachments.some((attachment) => attachment.loadBalancer()?.isInternetFacing() ?? false);
}

function leadsToInternet(route: Route): boolean {
  return route.leadsToInternet();
}
