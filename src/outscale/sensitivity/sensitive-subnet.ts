import { all, any, certainly, ifKnown, some } from "../../stack";
import { balancersIn, type LoadBalancer } from "../resources/load-balancer";
import { findRoutes } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import { hasPublicEntry } from "../tiers/public-subnet";
import { isAcceptedEntry } from "./sensitive-entry";

/**
 * How a Subnet and the Internet meet: by a route, or by what stands in it. An accepted entry is neither, and may have
 * the route that its answers take.
 * @throws {Undecided} when no way is certain and one is possible
 */
export function internetWayOf(subnet: Subnet): "route" | "entry" | undefined {
  const hasRoute = () => isRouted(subnet);
  if (!any(hasRoute, () => hasEntry(subnet))) return undefined;
  return certainly(hasRoute) ? "route" : "entry";
}

/** The destinations of the routes that lead from a Subnet to the Internet, as far as they are known. */
export function listInternetDestinations(subnet: Subnet): string[] {
  const routes = ifKnown(() => findRoutes(subnet, (route) => route.leadsToInternet())) ?? [];
  const written = routes.flatMap((route) => ifKnown(() => route().written.destinationIpRange) ?? []);
  return [...new Set(written)];
}

function isRouted(subnet: Subnet): boolean {
  const isAccepted = (balancer: LoadBalancer) =>
    all(
      () => balancer.isInternetFacing(),
      () => isAcceptedEntry(balancer),
    );
  return all(
    () =>
      some(
        findRoutes(subnet, (route) => route.leadsToInternet()),
        (route) => route().leadsToInternet(),
      ),
    () => !some(balancersIn(subnet), (balancer) => isAccepted(balancer())),
  );
}

function hasEntry(subnet: Subnet): boolean {
  return hasPublicEntry(subnet, (balancer) =>
    all(
      () => balancer.isInternetFacing(),
      () => !isAcceptedEntry(balancer),
    ),
  );
}
