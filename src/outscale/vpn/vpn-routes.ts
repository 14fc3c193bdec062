import { all, any, ifKnown, some } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { Net, TO_NET } from "../resources/net";
import { Route, findRoutes, RouteTable, findRouteTables, TO_TABLE } from "../resources/route";
import { type Subnet, subnetsOf } from "../resources/subnet";
import { connectionsOf, Propagation, VirtualGateway, VirtualGatewayLink } from "../resources/vpn-gateway";
import { subnetRolesOf } from "../tiers/subnet-role";

const ROUTES = { en: "routes to the VPN of this Subnet", fr: "des routes vers le VPN de ce Subnet" };
const GATEWAY = { en: "what attaches and connects this gateway", fr: "ce qui attache et relie cette passerelle" };

/**
 * How the flows of a Subnet miss the VPN of its Net: they leave by something else, no Subnet of the Net leads to it, or
 * one declared to be of the same role does.
 * @returns `undefined` for a Subnet that leads to it, that nothing leaves beside others that do, or without VPN
 * @throws {Undecided} when that is not known
 */
export function findMissedVpn(subnet: Subnet): "left beside" | "not used" | "unlike its equals" | undefined {
  const net = subnet.net();
  const isMissed = all(
    () => some(connectionsOf(net), (connection) => Boolean(connection())),
    () => !leadsToVpn(subnet),
    () =>
      any(
        () => isLeftBeside(subnet, net),
        () => !some(subnetsOf(net), (other) => leadsToVpn(other())),
        () => some(findEqualSubnets(subnet), leadsToVpn),
      ),
    () => !isInAnotherPart(subnet.system, subnet.resource, ROUTES),
  );
  if (!isMissed) return undefined;
  if (isLeftBeside(subnet, net)) return "left beside";
  return some(findEqualSubnets(subnet), leadsToVpn) ? "unlike its equals" : "not used";
}

/** The Subnets that a tag says are of the same role. */
function findEqualSubnets(subnet: Subnet): Subnet[] {
  const role = subnetRolesOf(subnet.system).find(({ subnets }) => subnets.includes(subnet));
  return role?.isDeclared() === true ? role.subnets.filter((other) => other !== subnet) : [];
}

function isLeftBeside(subnet: Subnet, net: Net): boolean {
  return some(
    findRoutes(subnet, (route) => route.leaves(net)),
    (route) => Boolean(route()),
  );
}

function leadsToVpn(subnet: Subnet): boolean {
  const { system } = subnet;
  return any(
    () =>
      some(
        findRoutes(subnet, (route) => route.leadsToVirtualGateway()),
        (route) => route().leadsToVirtualGateway(),
      ),
    () =>
      some(findRouteTables(subnet), (table) =>
        system.referrers(table(), Propagation, TO_TABLE).some((propagation) => propagation.isEnabled()),
      ),
  );
}

/** A route, or routes that are learnt, to a virtual gateway. */
export type ToGateway = Route | Propagation;

/** Whether it leads to a virtual gateway. */
export function isToGateway(way: ToGateway): boolean {
  return way instanceof Route ? way.leadsToVirtualGateway() : way.isEnabled();
}

/** The Net whose flows it carries. */
export function netOf(way: ToGateway): Net {
  return way.target(TO_TABLE.path, RouteTable).target(TO_NET.path, Net);
}

/**
 * Why nothing comes of what goes that way: its gateway is not the Net's, or nothing is connected to it.
 * @throws {Undecided} when that is not known
 */
export function findDeadEnd(way: ToGateway): "not attached" | "not connected" | undefined {
  const gateway = way instanceof Route ? gatewayOfRoute(way) : way.gateway();
  const net = netOf(way);
  const isElsewhere = () => !some(gateway.nets(), (attached) => attached() === net);
  const isDead = all(
    () => any(isElsewhere, () => !some(gateway.connections(), (connection) => Boolean(connection()))),
    () => !net.isNamedIn(way.system.settings.directLinks),
    () => !isInAnotherPart(way.system, way.resource, GATEWAY),
  );
  if (!isDead) return undefined;
  return isElsewhere() ? "not attached" : "not connected";
}

function gatewayOfRoute(route: Route): VirtualGateway {
  // Some programs take the id from what attaches the gateway to the Net.
  const link = ifKnown(() => route.target("gatewayId", VirtualGatewayLink));
  return link ? link.gateway() : route.target("gatewayId", VirtualGateway);
}
