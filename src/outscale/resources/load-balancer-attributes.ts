import { all, any, reference, some, UnknownValue, type UnseenPart, valueAt } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { View } from "../provider/view";
import { LoadBalancer, TO_LOAD_BALANCER } from "./load-balancer";

/** Attributes of a load balancer; the API changes one at a time, so that several resources may share one balancer. */
export class LoadBalancerAttributes extends View<"outscale:index/loadBalancerAttributes:LoadBalancerAttributes"> {
  static readonly types = ["outscale:index/loadBalancerAttributes:LoadBalancerAttributes"] as const;

  /**
   * The load balancer whose attributes they are.
   * @throws {UnknownValue} when the load balancer is not one of the stack's
   */
  loadBalancer(): LoadBalancer {
    const target = reference(this.system, this.resource, TO_LOAD_BALANCER);
    if (target && "resource" in target) return this.system.view(target.resource, LoadBalancer);
    throw new UnknownValue(this.resource, TO_LOAD_BALANCER.path, { outside: true });
  }

  /** Whether it sets how backends are watched. */
  setsHealthCheck(): boolean {
    return this.sets("healthCheck");
  }

  /** Whether it turns the access log on, and names its bucket. */
  setsAccessLog(): boolean {
    return all(
      () => this.sets("accessLog"),
      () => this.written.accessLog?.isEnabled === true,
      () => (this.written.accessLog?.osuBucketName ?? "") !== "",
    );
  }

  /** Whether it gives the listener on a port its certificate. */
  setsCertificate(port: () => number | undefined): boolean {
    return all(
      () => this.sets("serverCertificateId"),
      () => this.written.loadBalancerPort === port(),
    );
  }

  /** Whether it asks over HTTP, and does not say for which page. */
  lacksHealthCheckPath(): boolean {
    const path = valueAt(this.resource.inputs, "healthCheck.path");
    return all(
      () => path === undefined || path === "",
      () => ["HTTP", "HTTPS"].includes(this.healthCheckProtocol()),
    );
  }

  /** The protocol of the health check, in capitals whatever the program writes. */
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

const HEALTH_CHECK = { en: "a health check of this load balancer", fr: "un health check de ce load balancer" };

const ACCESS_LOG = { en: "an access log of this load balancer", fr: "un journal d'accès de ce load balancer" };

/**
 * Whether the program says how the backends of a load balancer are watched.
 * @throws {Undecided} when no health check is certain and one is possible
 */
export function hasHealthCheck(balancer: LoadBalancer): boolean {
  return hasAttribute(balancer, HEALTH_CHECK, (attributes) => attributes.setsHealthCheck());
}

/**
 * Whether a load balancer writes an access log to a bucket.
 * @throws {Undecided} when no access log is certain and one is possible
 */
export function hasAccessLog(balancer: LoadBalancer): boolean {
  return hasAttribute(balancer, ACCESS_LOG, (attributes) => attributes.setsAccessLog());
}

const CERTIFICATE = { en: "a certificate for this listener", fr: "un certificat pour ce listener" };

/**
 * Whether the listener on a port gets its certificate apart from its load balancer.
 * @throws {Undecided} when none is certain and one is possible
 */
export function hasCertificate(balancer: LoadBalancer, port: () => number | undefined): boolean {
  return hasAttribute(balancer, CERTIFICATE, (attributes) => attributes.setsCertificate(port));
}

function hasAttribute(
  { system, resource, written }: LoadBalancer,
  what: UnseenPart["what"],
  sets: (attributes: LoadBalancerAttributes) => boolean,
): boolean {
  return any(
    () => system.referrers(resource, LoadBalancerAttributes, TO_LOAD_BALANCER).some(sets),
    // A name that is not known may be the one that they spell.
    () =>
      some(system.all(LoadBalancerAttributes), (attributes) => {
        const name = attributes.resource.inputs["loadBalancerName"];
        return (
          typeof name === "string" &&
          all(
            () => sets(attributes),
            () => name === written.loadBalancerName,
          )
        );
      }),
    () => isInAnotherPart(system, resource, what),
  );
}
