import {
  type Front,
  frontsOf,
  LoadBalancer,
  passesBy,
  portsBehind,
  type RangeOpening,
  SecurityGroupRule,
} from "../../src/outscale";
import type { Text } from "../../src/contract";
import { certainly, definePolicy, finding, listed, possibly, some } from "../../src/policy";

export const requireEntryThroughLoadBalancer = definePolicy({
  name: "require-entry-through-load-balancer",
  clauses: ["SLA4.waf", "R13.leastaccess"],
  severity: "medium",
  level: "advisory",
  title: {
    en: "What is behind a load balancer is reached through it alone",
    fr: "Ce qui est derrière un load balancer ne s'atteint que par lui",
  },
  why: {
    en: "The convention leaves it to the client to mitigate attacks with a WAF and security groups: whoever reaches the VMs beside the load balancer meets neither its TLS, nor its log, nor what filters in front of it.",
    fr: "La convention laisse le client se défendre par un WAF et ses groupes de sécurité : qui atteint les VM à côté du load balancer ne rencontre ni son TLS, ni son journal, ni ce qui filtre devant lui.",
  },
  remediation: {
    en: "Name the load balancer's security group in `securityGroupsMembers`, or set `ipRange` to its Subnet, for the ports that it sends to.",
    fr: "Nommez le groupe de sécurité du load balancer dans `securityGroupsMembers`, ou donnez à `ipRange` son Subnet, pour les ports vers lesquels il envoie.",
  },
  *subjects(stack, { shared }): Iterable<RangeOpening> {
    if (stack.all(LoadBalancer).length === 0) return;
    for (const rule of stack.all(SecurityGroupRule)) {
      if (possibly(() => frontsOf(stack, rule.group(), shared).length > 0)) yield* rule.rangeOpenings("Inbound");
    }
  },
  *check(opening, { shared }) {
    const fronts = frontsOf(opening.rule.stack, opening.rule.group(), shared);
    if (some(fronts, (front) => passesBy(opening, front))) yield finding(opening, sentence(opening, fronts));
  },
});

function sentence(opening: RangeOpening, fronts: readonly Front[]): Text {
  const passed = fronts.filter((front) => certainly(() => passesBy(opening, front)));
  const ports = [...new Set(passed.flatMap((front) => portsBehind(opening, front)))].sort((a, b) => a - b);
  const names = listed(passed.map(({ balancer }) => balancer.name));
  const numbers = listed(ports);
  const [port, le] = ports.length === 1 ? ["Port", "Le port"] : ["Ports", "Les ports"];
  const [is, est] = ports.length === 1 ? ["is open", "est ouvert"] : ["are open", "sont ouverts"];
  const [one, un] =
    passed.length === 1 ? ["load balancer", "le load balancer"] : ["load balancers", "les load balancers"];
  return {
    en: `${port} ${numbers.en}, behind ${one} ${names.en}, ${is} to ${opening.source} directly.`,
    fr: `${le} ${numbers.fr}, derrière ${un} ${names.fr}, ${est} directement à ${opening.source}.`,
  };
}
