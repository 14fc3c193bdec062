import { any, certainly, some } from "../../stack";
import type { System } from "../provider/system";
import { LoadBalancer, LoadBalancerVms } from "../resources/load-balancer";
import { hasPublicAddress } from "../resources/public-ip";
import { type Route, findRoutes } from "../resources/route";
import type { Vm } from "../resources/vm";
import { backendsOf } from "./backends";
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
    // What a Subnet of another stack leads to is not in sight.
    () => vm.subnets().length === 0 && vm.net() !== undefined,
  );
}

function isBehindPublicLoadBalancer(vm: Vm): boolean {
  const attachments = vm.system.referrers(vm.resource, LoadBalancerVms, LoadBalancerVms.toVms);
  return any(
    () => machinesBehindPublic(vm.system).has(vm.resource.urn),
    () => attachments.some((attachment) => attachment.loadBalancer()?.isInternetFacing() ?? false),
  );
}

/** The urns of the machines that load balancers which face the Internet certainly lead to, in whatever way. */
function machinesBehindPublic(system: System): ReadonlySet<string> {
  return system.memo(machinesBehindPublic, system, () => {
    const balancers = system.all(LoadBalancer).filter((balancer) => certainly(() => balancer.isInternetFacing()));
    const backends = balancers.flatMap(backendsOf).filter(({ why }) => !why);
    return new Set(backends.flatMap(({ machine }) => (machine ? [machine.resource.urn] : [])));
  });
}

function leadsToInternet(route: Route): boolean {
  return route.leadsToInternet();
}
