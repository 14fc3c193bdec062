import { isAcceptedEntry, isSensitive, LoadBalancer, settingWithoutSensitive } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireInternalLoadBalancer = definePolicy({
  name: "require-internal-load-balancer",
  clauses: ["R13.links"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "Load balancers of sensitive Nets are internal",
    fr: "Les load balancers des Nets sensibles sont internes",
  },
  why: {
    en: "Sensitive communications go over encrypted or dedicated links where they need them: what faces the Internet is reached by everybody, over none of these.",
    fr: "Les communications sensibles passent par des liens chiffrés ou dédiés là où il le faut : ce qui est exposé à Internet est joignable par tous, sans aucun de ces liens.",
  },
  remediation: {
    en: "Set `loadBalancerType` to `internal` and come through the VPN, or accept TLS from the client to the VMs by `pack-settings.sensitiveEntry: vpn-or-tls`.",
    fr: "Donnez à `loadBalancerType` la valeur `internal` et venez par le VPN, ou acceptez TLS du client jusqu'aux VM par `pack-settings.sensitiveEntry: vpn-or-tls`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    facing: {
      en: "This load balancer faces the Internet in front of what is sensitive.",
      fr: "Ce load balancer est exposé à Internet devant ce qui est sensible.",
    },
    "in-clear": {
      en: "This load balancer faces the Internet in front of what is sensitive, without TLS all the way.",
      fr: "Ce load balancer est exposé à Internet devant ce qui est sensible, sans TLS de bout en bout.",
    },
  },
  subjects: (system) => system.all(LoadBalancer),
  applies: (balancer) => isSensitive(balancer),
  *check(balancer, { system, messages }) {
    const isExposed = all(
      () => balancer.isInternetFacing(),
      () => !isAcceptedEntry(balancer),
    );
    if (!isExposed) return;
    const id = system.settings.sensitiveEntry === "vpn-or-tls" ? "in-clear" : "facing";
    yield finding(balancer, messages[id], "loadBalancerType");
  },
});
