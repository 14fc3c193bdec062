import type { Resource, Undecided } from "../../stack";
import type { ServiceRange } from "../openings/services";
import type { LoadBalancer } from "../resources/load-balancer";
import type { Vm } from "../resources/vm";

/** One thing that lets a flow pass: a route, a gateway, a public IP, a rule, a load balancer, a VM in between. */
export interface Hop {
  readonly resource: Resource;
  /** The Pulumi property path of the part that does, else empty. */
  readonly path: string;
  /** The public IP that it gives, where that is told. */
  readonly address?: string;
}

/** The steps by which a flow comes somewhere, and what hides whether they are all there. */
export interface HopSequence {
  readonly hops: readonly Hop[];
  readonly why?: Undecided;
}

/** A way by which some services of a VM or a load balancer are reached, from where the flow starts to its last filter. */
export interface Path extends HopSequence {
  readonly to: Vm | LoadBalancer;
  /** What is reached there. */
  readonly services: ServiceRange;
}

export function makeHop(resource: Resource, path = "", address?: string): Hop {
  return { resource, path, ...(address !== undefined && { address }) };
}
