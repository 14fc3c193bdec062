import { all, any, type Resource, some, referrers } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { balancersIn } from "../resources/load-balancer";
import { type Net, TO_NET } from "../resources/net";
import { hasPublicAddress, PublicIpLink } from "../resources/public-ip";
import { Route, RouteTable, TO_TABLE } from "../resources/route";
import { subnetsOf } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { Propagation } from "../resources/vpn-gateway";

const WAY_OUT = { en: "a way out of this Net", fr: "une sortie de ce Net" };

/**
 * Whether a flow leaves a Net: by a route, a public IP or an internet-facing load balancer.
 * @throws {Undecided} when no way out is certain and one is possible
 */
export function letsFlowsOut(net: Net): boolean {
  const { system } = net;
  return any(
    () => some(tablesOf(net), (table) => leavesThrough(table(), net)),
    () => some(system.all(PublicIpLink), (link) => link.isIn(net)),
    () =>
      some(system.all(Vm), (vm) =>
        all(
          () => vm.net() === net,
          () => hasPublicAddress(vm),
        ),
      ),
    () => some(subnetsOf(net), (subnet) => some(balancersIn(subnet()), (balancer) => balancer().isInternetFacing())),
    () => isInAnotherPart(system, net.resource, WAY_OUT),
  );
}

function leavesThrough(table: Resource, net: Net): boolean {
  const { system } = net;
  return any(
    () => system.referrers(table, Route, TO_TABLE).some((route) => route.leaves(net)),
    () => system.referrers(table, Propagation, TO_TABLE).some((propagation) => propagation.isEnabled()),
  );
}

function tablesOf(net: Net): (() => Resource)[] {
  return referrers(net.system, net.resource, RouteTable.types, TO_NET).lookups();
}
