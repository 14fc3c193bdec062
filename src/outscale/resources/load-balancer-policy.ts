import { all, any, referrers, some } from "../../stack";
import { isSet } from "../provider/view";
import { listenersOfBalancer } from "./listener";
import { type LoadBalancer, TO_LOAD_BALANCER } from "./load-balancer";

/** Resources that have a load balancer set a cookie, by which a client comes back to the same VM. */
const POLICY = ["outscale:index/loadBalancerPolicy:LoadBalancerPolicy"];

/**
 * Whether a load balancer sets cookies over HTTPS.
 * @throws {Undecided} when none is certain to be set and one may be
 */
export function setsCookiesOverTls(balancer: LoadBalancer): boolean {
  const listeners = listenersOfBalancer(balancer);
  return all(
    () => some(listeners, ({ protocol }) => protocol === "HTTPS"),
    () =>
      any(
        () => some(listeners, ({ resource, path }) => isSet(resource, `${path}.policyNames`)),
        () => referrers(balancer.system, balancer.resource, POLICY, TO_LOAD_BALANCER).some(() => true),
      ),
  );
}
