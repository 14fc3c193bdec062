import { all, possibly, reference, referrers, some, UnknownValue, valueAt } from "../stack";
import { LoadBalancer, TO_LOAD_BALANCER } from "./load-balancer";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { View } from "./view";

/** Attributes of a load balancer; the API changes one at a time, so that several resources may share one balancer. */
export class LoadBalancerAttributes extends View<"outscale:index/loadBalancerAttributes:LoadBalancerAttributes"> {
  static readonly types = ["outscale:index/loadBalancerAttributes:LoadBalancerAttributes"] as const;

  /** @throws {UnknownValue} when the load balancer is not one of the stack's */
  loadBalancer(): LoadBalancer {
    const target = reference(this.stack, this.resource, TO_LOAD_BALANCER);
    if (target && "resource" in target) return this.stack.view(target.resource, LoadBalancer);
    throw new UnknownValue(this.resource, TO_LOAD_BALANCER.path, { outside: true });
  }

  /** Whether it sets how backends are watched. */
  setsHealthCheck(): boolean {
    return this.sets("healthCheck");
  }

  /** Whether it asks over HTTP, and does not say for which page. */
  lacksHealthCheckPath(): boolean {
    const path = valueAt(this.resource.inputs, "healthCheck.path");
    return all(
      () => path === undefined || path === "",
      () => ["HTTP", "HTTPS"].includes(this.healthCheckProtocol()),
    );
  }

  /** In capitals, whatever the program writes. */
  healthCheckProtocol(): string {
    return this.written.healthCheck?.protocol?.toUpperCase() ?? "";
  }

  /** How long a backend that fails still gets requests, in seconds. */
  detectionSeconds(): number {
    const { checkInterval = DEFAULT.checkInterval, unhealthyThreshold = DEFAULT.unhealthyThreshold } =
      this.written.healthCheck ?? {};
    return checkInterval * unhealthyThreshold;
  }
}

/** What the API takes for what a health check leaves out. */
const DEFAULT = { checkInterval: 30, unhealthyThreshold: 2 };

const HEALTH_CHECK = { en: "a health check of this load balancer", fr: "un contrôle de santé de ce load balancer" };

/**
 * Whether the program says how the backends of a load balancer are watched.
 * @throws {Undecided} when no health check is certain and one is possible
 */
export function hasHealthCheck(balancer: LoadBalancer, shared: SharedSettings): boolean {
  const { stack, resource } = balancer;
  const { certain, possible } = referrers(stack, resource, LoadBalancerAttributes.types, TO_LOAD_BALANCER);
  const view = (from: (typeof certain)[number]) => stack.view(from, LoadBalancerAttributes);
  if (some(certain, (from) => view(from).setsHealthCheck())) return true;
  const [perhaps] = possible.filter(({ from }) => possibly(() => view(from).setsHealthCheck()));
  if (perhaps) throw perhaps.why;
  return isInAnotherPart(stack, shared, resource, HEALTH_CHECK);
}
