import { SUPPORT_TIMES } from "../../src/contract";
import { hasHealthCheck, LoadBalancer, LoadBalancerAttributes } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding, possibly } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireLoadBalancerHealthCheck = definePolicy({
  name: "require-load-balancer-health-check",
  clauses: ["SLA9.supervise", "SLA10.evidence"],
  severity: "high",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Load balancers watch the VMs behind them",
    fr: "Les load balancers surveillent les VM derrière eux",
  },
  why: {
    en: "Watching VMs is the client's part, and the time it takes to do so is not downtime: a VM that hangs keeps getting requests, at the client's expense.",
    fr: "Surveiller ses VM revient au client, et le temps qu'il y met n'est pas de l'indisponibilité : une VM figée continue de recevoir des requêtes, à ses dépens.",
  },
  remediation: {
    en: "Write `healthCheck` in a `LoadBalancerAttributes` of the load balancer: `path` for HTTP and HTTPS, a `checkInterval` and an `unhealthyThreshold` whose product is short.",
    fr: "Écrivez `healthCheck` dans un `LoadBalancerAttributes` du load balancer : `path` en HTTP et HTTPS, un `checkInterval` et un `unhealthyThreshold` dont le produit est court.",
  },
  settings: {
    maxDetectionSeconds: {
      type: "integer",
      description: "How long a VM that fails may still get requests: the interval times the unhealthy threshold.",
      minimum: 10,
      default: 60,
    },
  },
  *subjects(stack, { shared }): Iterable<LoadBalancer | LoadBalancerAttributes> {
    yield* stack.all(LoadBalancer).filter((balancer) => possibly(() => balancer.isProduction(shared)));
    yield* stack.all(LoadBalancerAttributes).filter((attributes) =>
      possibly(() =>
        all(
          () => attributes.setsHealthCheck(),
          () => attributes.loadBalancer().isProduction(shared),
        ),
      ),
    );
  },
  *check(subject, { settings, shared }) {
    if (subject instanceof LoadBalancer) {
      const isUnwatched = all(
        () => subject.isProduction(shared),
        () => !hasHealthCheck(subject, shared),
      );
      if (isUnwatched) yield finding(subject, UNWATCHED);
      return;
    }
    const most = settings.maxDetectionSeconds;
    const isPathless = () => subject.lacksHealthCheckPath();
    const isSlow = () => subject.detectionSeconds() > most;
    const isFlawed = all(
      () => any(isPathless, isSlow),
      () => subject.setsHealthCheck(),
      () => subject.loadBalancer().isProduction(shared),
    );
    if (!isFlawed) return;
    if (certainly(isPathless)) yield finding(subject, pathless(subject), "healthCheck.path");
    if (certainly(isSlow)) yield finding(subject, slow(subject, most), "healthCheck");
  },
});

const UNWATCHED = {
  en: "No `LoadBalancerAttributes` of the stack sets its health check.",
  fr: "Aucun `LoadBalancerAttributes` de la pile ne règle son contrôle de santé.",
};

function pathless(attributes: LoadBalancerAttributes): Text {
  const protocol = attributes.healthCheckProtocol();
  return {
    en: `The ${protocol} health check names no path.`,
    fr: `Le contrôle de santé ${protocol} ne nomme aucun chemin.`,
  };
}

function slow(attributes: LoadBalancerAttributes, most: number): Text {
  const seconds = String(attributes.detectionSeconds());
  return {
    en: `A VM that fails keeps getting requests for ${seconds} seconds, where ${String(most)} are accepted.`,
    fr: `Une VM en panne reçoit encore des requêtes pendant ${seconds} secondes, là où ${String(most)} sont acceptées.`,
  };
}
