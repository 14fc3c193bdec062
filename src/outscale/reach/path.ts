import type { Resource, Undecided } from "../../stack";
import type { LoadBalancer } from "../load-balancer";
import type { ServiceRange } from "../openings/services";
import type { Vm } from "../vm";

/** One thing that lets a flow pass: a route, a gateway, a public IP, a rule, a load balancer, a VM in between. */
export interface Hop {
  readonly resource: Resource;
  /** The Pulumi property path of the part that does, else empty. */
  readonly path: string;
}

/** A way by which some services of a VM or a load balancer are reached. */
export interface Path {
  readonly to: Vm | LoadBalancer;
  /** What is reached there. */
  readonly services: ServiceRange;
  /** From where the flow starts to its last filter. */
  readonly hops: readonly Hop[];
  /** What hides whether the way is open. */
  readonly why?: Undecided;
}

export function hop(resource: Resource, path = ""): Hop {
  return { resource, path };
}
