import { SUPPORT_TIMES } from "../../src/contract";
import { hasHealthCheck, LoadBalancer, LoadBalancerAttributes } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding } from "../../src/policy";

export const requireLoadBalancerHealthCheck = definePolicy({
  name: "require-load-balancer-health-check",
  clauses: ["SLA9.supervise", "SLA10.evidence"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Load balancers watch the VMs behind them",
    fr: "Les load balancers surveillent les VM derrière eux",
  },
  why: {
    en: "Watching VMs is the client's part, and the time it takes to do so is not downtime: a VM that hangs keeps getting requests, at the client's expense.",
    fr: "Surveiller ses VM revient au client, et le temps qu'il y met n'est pas de l'indisponibilité : une VM figée continue de recevoir des requêtes, aux dépens du client.",
  },
  remediation: {
    en: "Write `healthCheck` in a `LoadBalancerAttributes` of the load balancer: `path` for HTTP and HTTPS, a `checkInterval` and an `unhealthyThreshold` whose product is short.",
    fr: "Écrivez `healthCheck` dans un `LoadBalancerAttributes` du load balancer : `path` en HTTP et HTTPS, un `checkInterval` et un `unhealthyThreshold` dont le produit donne un délai court.",
  },
  settings: {
    maxDetectionSeconds: {
      type: "integer",
      description: "How long a VM that fails may still get requests: the interval times the unhealthy threshold.",
      minimum: 10,
      default: 60,
    },
  },
  messages: {
    unwatched: {
      en: "No `LoadBalancerAttributes` of the stack sets its health check.",
      fr: "Aucun `LoadBalancerAttributes` de la stack ne définit son health check.",
    },
    pathless: ({ protocol }: { readonly protocol: string }) => ({
      en: `The ${protocol} health check names no path.`,
      fr: `Le health check ${protocol} ne nomme aucun chemin.`,
    }),
    slow: ({ seconds, most }: { readonly seconds: number; readonly most: number }) => ({
      en: `A VM that fails keeps getting requests for ${String(seconds)} seconds, where ${String(most)} are accepted.`,
      fr: `Une VM en panne reçoit encore des requêtes pendant ${String(seconds)} secondes, là où ${String(most)} sont acceptées.`,
    }),
  },
  subjects: (system) => [...system.all(LoadBalancer), ...system.all(LoadBalancerAttributes)],
  applies: (subject) =>
    subject instanceof LoadBalancer
      ? subject.isProduction()
      : all(
          () => subject.setsHealthCheck(),
          () => subject.loadBalancer().isProduction(),
        ),
  *check(subject, { settings, messages }) {
    if (subject instanceof LoadBalancer) {
      if (!hasHealthCheck(subject)) yield finding(subject, messages.unwatched);
      return;
    }
    const most = settings.maxDetectionSeconds;
    const isPathless = () => subject.lacksHealthCheckPath();
    const isSlow = () => subject.detectionSeconds() > most;
    if (!any(isPathless, isSlow)) return;
    if (certainly(isPathless)) {
      yield finding(subject, messages.pathless({ protocol: subject.healthCheckProtocol() }), "healthCheck.path");
    }
    if (certainly(isSlow)) {
      yield finding(subject, messages.slow({ seconds: subject.detectionSeconds(), most }), "healthCheck");
    }
  },
});
