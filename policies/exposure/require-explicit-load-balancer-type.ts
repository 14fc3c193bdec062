import { LoadBalancer } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireExplicitLoadBalancerType = definePolicy({
  name: "require-explicit-load-balancer-type",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  alone: [LoadBalancer],
  title: {
    en: "Load balancers of a Net say whether they face the Internet",
    fr: "Les load balancers d'un Net disent s'ils sont exposés à Internet",
  },
  why: {
    en: "A load balancer that does not say faces the Internet: one meant for the inside of a Net is then public by an omission.",
    fr: "Un load balancer qui ne le dit pas est exposé à Internet : celui qu'on voulait interne à un Net est alors public par oubli.",
  },
  remediation: {
    en: "Write `loadBalancerType`: `internal`, or `internet-facing` where clients come from the Internet.",
    fr: "Écrivez `loadBalancerType` : `internal`, ou `internet-facing` là où des clients viennent d'Internet.",
  },
  messages: {
    unsaid: {
      en: "Nothing says that this load balancer is internal: by default it faces the Internet.",
      fr: "Rien ne dit que ce load balancer est interne : par défaut, il est exposé à Internet.",
    },
    neither: {
      en: "What is said of this load balancer is neither `internal` nor `internet-facing`.",
      fr: "Le type donné à ce load balancer n'est ni `internal` ni `internet-facing`.",
    },
  },
  subjects: (system) => system.all(LoadBalancer),
  // In the public Cloud the API takes no type: all face the Internet there.
  applies: (balancer) => balancer.isInNet,
  *check(balancer, { messages }) {
    if (balancer.hasExplicitType()) return;
    const id = balancer.sets("loadBalancerType") ? "neither" : "unsaid";
    yield finding(balancer, messages[id], "loadBalancerType");
  },
});
