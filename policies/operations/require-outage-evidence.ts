import { SUPPORT_TIMES } from "../../src/contract";
import { hasAccessLog, LoadBalancer } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireOutageEvidence = definePolicy({
  name: "require-outage-evidence",
  clauses: ["SLA10.evidence", "R16.monitoring"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  weakens: SUPPORT_TIMES,
  title: {
    en: "Outages of every entry leave a trace of the client's own",
    fr: "Les pannes de chaque entrée laissent une trace propre au client",
  },
  why: {
    en: "An incident that Outscale's support has not seen itself counts only with the client's own trace of it: without one, there is nothing to claim.",
    fr: "Un incident que le support d'Outscale n'a pas vu lui-même ne compte qu'avec la trace qu'en a le client : sans elle, il n'y a rien à faire valoir.",
  },
  remediation: {
    en: "Turn `accessLog` on in a `LoadBalancerAttributes`, on a bucket of yours, or name the entry that something outside watches in the setting `probes` or by the tag `probe`.",
    fr: "Activez `accessLog` dans un `LoadBalancerAttributes`, sur un bucket à vous, ou nommez l'entrée qu'une sonde externe surveille dans le réglage `probes` ou par le tag `probe`.",
  },
  settings: {
    probes: {
      type: "array",
      items: { type: "string", minLength: 1 },
      default: [],
      examples: [["shop", "api-*"]],
      description: "The entries that something outside the region watches, by globs on the names of load balancers.",
    },
  },
  messages: {
    unrecorded: {
      en: "Nothing records its outages: no access log on a bucket, and no declared probe.",
      fr: "Rien ne garde trace de ses pannes : ni journal d'accès sur un bucket, ni sonde déclarée.",
    },
  },
  subjects: (system) => system.all(LoadBalancer),
  applies: (balancer) =>
    all(
      () => balancer.isInternetFacing(),
      () => balancer.isProduction(),
    ),
  *check(balancer, { settings, messages }) {
    const isUnrecorded = all(
      () => !hasAccessLog(balancer),
      () => !balancer.isProbed(settings.probes),
    );
    if (isUnrecorded) yield finding(balancer, messages.unrecorded);
  },
});
