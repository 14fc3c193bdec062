import { any, all, referrers, type Resource, some } from "../stack";
import { LoadBalancer } from "./load-balancer";
import { type Net, TO_NET } from "./net";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { Subnet } from "./subnet";
import { View } from "./view";
import { Nic, Vm } from "./vm";

/** A route table of a Net. */
export class RouteTable extends View<"outscale:index/routeTable:RouteTable"> {
  static readonly types = ["outscale:index/routeTable:RouteTable"] as const;
}

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
}

/** Lets a route table learn the routes of a virtual gateway. */
class Propagation extends View<"outscale:index/virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation"> {
  static readonly types = ["outscale:index/virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation"] as const;
}

/** Gives a VM or a NIC a public IP. */
export class PublicIpLink extends View<"outscale:index/publicIpLink:PublicIpLink"> {
  static readonly types = ["outscale:index/publicIpLink:PublicIpLink"] as const;

  /** What gets the public IP. */
  holder(): Vm | Nic {
    return this.sets("nicId") ? this.target("nicId", Nic) : this.target("vmId", Vm);
  }

  isIn(net: Net): boolean {
    return any(
      () => this.sets("vmId") && this.target("vmId", Vm).net() === net,
      () => this.sets("nicId") && this.target("nicId", Nic).net() === net,
    );
  }
}

const WAY_OUT = { en: "a way out of this Net", fr: "une sortie de ce Net" };

/**
 * Whether a flow leaves a Net: by a route, a public IP or an internet-facing load balancer.
 * @throws {Undecided} when no way out is certain and one is possible
 */
export function isLeft(net: Net, shared: SharedSettings): boolean {
  const { stack } = net;
  return any(
    () => some(tablesOf(net), (table) => leavesThrough(table(), net)),
    () => some(stack.all(PublicIpLink), (link) => link.isIn(net)),
    () =>
      some(stack.all(Vm), (vm) =>
        all(
          () => vm.net() === net,
          () => vm.hasPublicIp(),
        ),
      ),
    () =>
      some(subnetsOf(net), (subnet) => some(balancersIn(net, subnet()), (balancer) => balancer().isInternetFacing())),
    () => isInAnotherPart(stack, shared, net.resource, WAY_OUT),
  );
}

function leavesThrough(table: Resource, net: Net): boolean {
  const { stack } = net;
  return any(
    () => some(referring(net, table, Route.types, TO_TABLE), (route) => stack.view(route(), Route).leaves(net)),
    () =>
      some(referring(net, table, Propagation.types, TO_TABLE), (propagation) => {
        return stack.view(propagation(), Propagation).written.enable !== false;
      }),
  );
}

function tablesOf(net: Net): (() => Resource)[] {
  return referring(net, net.resource, RouteTable.types, TO_NET);
}

function subnetsOf(net: Net): (() => Resource)[] {
  return referring(net, net.resource, Subnet.types, TO_NET);
}

function balancersIn(net: Net, subnet: Resource): (() => LoadBalancer)[] {
  return referring(net, subnet, LoadBalancer.types, { path: "subnets", types: Subnet.types }).map(
    (balancer) => () => net.stack.view(balancer(), LoadBalancer),
  );
}

/** Those who refer to a resource; one of whom that cannot be told throws when it is looked at. */
export function referring(
  { stack }: Net,
  to: Resource,
  from: readonly string[],
  how: Parameters<typeof referrers>[3],
): (() => Resource)[] {
  const { certain, possible } = referrers(stack, to, from, how);
  return [
    ...certain.map((resource) => () => resource),
    ...possible.map(({ why }) => () => {
      throw why;
    }),
  ];
}
