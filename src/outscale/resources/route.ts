import { all, any, attempt, ifKnown, possibly, reference, type Resource, UnreadableValue, refuse } from "../../stack";
import { AddressSet } from "../openings/address-set";
import { PUBLIC_SPACE } from "../openings/public-space";
import { addressesOf } from "../provider/addresses";
import { View } from "../provider/view";
import { type Net, TO_NET } from "./net";
import { vmOf } from "./nic-link";
import { hasPublicAddress } from "./public-ip";
import { type Subnet, toSubnet } from "./subnet";
import { Nic } from "./nic";
import { Vm } from "./vm";
import { VirtualGateway } from "./vpn-gateway";

/** A route table of a Net. */
export class RouteTable extends View<"outscale:index/routeTable:RouteTable"> {
  static readonly types = ["outscale:index/routeTable:RouteTable"] as const;
}

/** Has a Subnet routed by a table. */
class RouteTableLink extends View<"outscale:index/routeTableLink:RouteTableLink"> {
  static readonly types = ["outscale:index/routeTableLink:RouteTableLink"] as const;

  /** @throws {UnknownValue} when the table is not in the stack */
  table(): Resource {
    return this.target(TO_TABLE.path, RouteTable).resource;
  }
}

/** Has the Subnets of a Net without a table of their own routed by a table. */
class MainRouteTableLink extends View<"outscale:index/mainRouteTableLink:MainRouteTableLink"> {
  static readonly types = ["outscale:index/mainRouteTableLink:MainRouteTableLink"] as const;

  /** @throws {UnknownValue} when the table is not in the stack */
  table(): Resource {
    return this.target(TO_TABLE.path, RouteTable).resource;
  }
}

const TO_PEERING = { path: "netPeeringId", types: ["outscale:index/netPeering:NetPeering"] };

/** How route tables are referred to. */
export const TO_TABLE = { path: "routeTableId", types: RouteTable.types } as const;

/** A route: where a table sends some addresses. */
export class Route extends View<"outscale:index/route:Route"> {
  static readonly types = ["outscale:index/route:Route"] as const;

  /** Whether what it carries leaves the Net; a VM or a NIC of the Net itself carries nothing out by that alone. */
  leaves(net: Net): boolean {
    return any(
      () => this.sets("gatewayId") || this.sets("natServiceId") || this.sets("netPeeringId"),
      () => this.sets("vmId") && this.target("vmId", Vm).net() !== net,
      () => this.sets("nicId") && this.target("nicId", Nic).net() !== net,
    );
  }

  /**
   * Whether what it carries reaches the Internet, by an Internet service, a NAT service or a VM with a public IP.
   * @throws {Undecided} when what it leads to is not known
   */
  leadsToInternet(): boolean {
    return any(
      () => this.sets("natServiceId"),
      () => this.#leadsToInternetService(),
      () => this.leadsToVm() && hasPublicAddress(this.router()),
    );
  }

  /**
   * Whether it sends public addresses straight out of the Net, through an Internet service. That has IPv4 alone.
   * @throws {Undecided} when what it leads to, or for which addresses, is not known
   */
  leadsStraightToInternet(): boolean {
    return all(
      () => this.#leadsToInternetService(),
      () => this.carriesPublicAddresses(),
    );
  }

  /**
   * Whether it leads to another network by a virtual gateway or a peering.
   * @throws {Undecided} when what it leads to is not known
   */
  leadsToOtherNetwork(): boolean {
    return any(
      () => this.sets("netPeeringId"),
      () => this.leadsToVirtualGateway(),
    );
  }

  /** Whether it hands packets to a VM, by a NIC or not. */
  leadsToVm(): boolean {
    return this.sets("vmId") || this.sets("nicId");
  }

  /**
   * The VM that it hands packets to.
   * @throws {Undecided} when that is not known
   */
  router(): Vm {
    return this.sets("vmId") ? this.target("vmId", Vm) : vmOf(this.target("nicId", Nic));
  }

  /**
   * The peering that it leads to: its urn, or an id from outside the stack.
   * @returns `undefined` when it leads elsewhere
   */
  peering(): string | undefined {
    if (!this.sets("netPeeringId")) return undefined;
    const target = reference(this.system, this.resource, TO_PEERING);
    return target && ("resource" in target ? target.resource.urn : target.outside);
  }

  /**
   * Whether it leads to a virtual gateway.
   * @throws {Undecided} when what it leads to is not known
   */
  leadsToVirtualGateway(): boolean {
    return this.sets("gatewayId") && this.#gateway() === VIRTUAL_GATEWAY;
  }

  /** The gateway or the peering that it leads to, where that is one of the stack's. */
  gateway(): Resource | undefined {
    const found = [{ path: GATEWAY, types: [...GATEWAYS, ...Object.keys(ATTACHED)] }, TO_PEERING].map((how) =>
      ifKnown(() => reference(this.system, this.resource, how)),
    );
    return found.flatMap((target) => (target && "resource" in target ? [target.resource] : []))[0];
  }

  /** Whether it carries what is sent to some public IPv4 address. */
  carriesPublicAddresses(): boolean {
    return !this.destination().intersection(PUBLIC_IPV4).isEmpty;
  }

  /** The addresses that it carries. */
  destination(): AddressSet {
    const addresses = addressesOf(this.written.destinationIpRange ?? "");
    if (addresses) return AddressSet.of([addresses]);
    throw new UnreadableValue(this.resource, "destinationIpRange", NO_RANGE);
  }

  #leadsToInternetService(): boolean {
    return this.sets("gatewayId") && this.#gateway() === INTERNET_SERVICE;
  }

  #gateway(): string | undefined {
    const found = attempt(() => reference(this.system, this.resource, { path: GATEWAY, types: GATEWAYS }));
    if (found.why) {
      const attached = this.#attachedGateway();
      if (attached === undefined) throw found.why;
      return attached;
    }
    const target = found.value;
    // An id from outside says by its prefix what it is.
    if (target && "outside" in target) return target.outside.startsWith("igw-") ? INTERNET_SERVICE : VIRTUAL_GATEWAY;
    return target?.resource.type;
  }

  /** Some programs take the id from what attaches the gateway to the Net, for the route to come after it. */
  #attachedGateway(): string | undefined {
    const types = Object.keys(ATTACHED);
    const target = ifKnown(() => reference(this.system, this.resource, { path: GATEWAY, types }));
    return target && "resource" in target ? ATTACHED[target.resource.type] : undefined;
  }
}

/** Whether routes carry, all together, what is sent to any public IPv4 address. */
export function carryAllToInternet(routes: readonly Route[]): boolean {
  return PUBLIC_IPV4.isSubsetOf(AddressSet.of(routes.flatMap((route) => route.destination().ranges)));
}

const PUBLIC_IPV4 = PUBLIC_SPACE.of("ipv4");
const NO_RANGE = { en: "text that is no address range", fr: "un texte qui n'est pas une plage d'adresses" };
const INTERNET_SERVICE = "outscale:index/internetService:InternetService";
const [VIRTUAL_GATEWAY] = VirtualGateway.types;
const GATEWAY = "gatewayId";
const GATEWAYS = [INTERNET_SERVICE, VIRTUAL_GATEWAY];
const ATTACHED: Readonly<Record<string, string>> = {
  "outscale:index/internetServiceLink:InternetServiceLink": INTERNET_SERVICE,
  "outscale:index/virtualGatewayLink:VirtualGatewayLink": VIRTUAL_GATEWAY,
};

/**
 * The route tables of a Subnet: its own, else its Net's main one. What is not known throws when it is looked at.
 */
export function findRouteTables(subnet: Subnet): (() => Resource)[] {
  const { system, resource } = subnet;
  const own = system.referrers(resource, RouteTableLink, toSubnet());
  if (own.certain.length > 0) return own.certain.map((link) => () => link.table());
  if (own.possible.length > 0) return own.possible.map(({ why }) => refuse(why));
  if (system.ofTypes(MainRouteTableLink.types).length === 0) return [];
  const net = attempt(() => subnet.net().resource);
  if (net.why) return [refuse(net.why)];
  const main = system.referrers(net.value, MainRouteTableLink, TO_NET).lookups();
  return main.map((link) => () => link().table());
}

/**
 * The routes of a Subnet that lead straight to the Internet, or may. What is not known throws when it is looked at.
 */
export function findInternetRoutesOf(subnet: Subnet): (() => Route)[] {
  return findRoutes(subnet, (route) => route.leadsStraightToInternet());
}

/** The routes of a Subnet that are such ones, or may be. What is not known throws when it is looked at. */
export function findRoutes(subnet: Subnet, test: (route: Route) => boolean): (() => Route)[] {
  const { system } = subnet;
  return findRouteTables(subnet).flatMap((table) => {
    const found = attempt(table);
    if (found.why) return [refuse(found.why)];
    const routes = system.referrers(found.value, Route, TO_TABLE);
    return routes.filter((route) => possibly(() => test(route))).lookups();
  });
}
