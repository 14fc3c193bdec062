import { findLoadBalancersInFront, LoadBalancer, bypasses, portsBehind, SecurityGroupRule } from "../../src/outscale";
import { certainly, definePolicy, finding, some } from "../../src/policy";
import { formatList, pluralize } from "../../src/text";

export const requireEntryThroughLoadBalancer = definePolicy({
  name: "require-entry-through-load-balancer",
  clauses: ["SLA4.waf", "R13.leastaccess"],
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "What is behind a load balancer is reached through it alone",
    fr: "Ce qui est derrière un load balancer n'est joignable que par lui",
  },
  why: {
    en: "The convention leaves it to the client to mitigate attacks with a WAF and security groups: whoever reaches the VMs beside the load balancer meets neither its TLS, nor its log, nor what filters in front of it.",
    fr: "La convention laisse au client le soin de se défendre par un WAF et ses groupes de sécurité : quiconque atteint les VM sans passer par le load balancer ne rencontre ni son TLS, ni son journal, ni ce qui filtre devant lui.",
  },
  remediation: {
    en: "Name the load balancer's security group in `securityGroupsMembers`, or set `ipRange` to its Subnet, for the ports that it sends to.",
    fr: "Nommez le groupe de sécurité du load balancer dans `securityGroupsMembers`, ou donnez à `ipRange` son Subnet, pour les ports vers lesquels il envoie.",
  },
  messages: {
    "passed-by": ({ ports, balancers, range }: Bypass) => {
      const [numbers, names] = [formatList(ports), formatList(balancers)];
      const port = pluralize(ports.length, { en: "Port", fr: "Le port" }, { en: "Ports", fr: "Les ports" });
      const open = pluralize(ports.length, { en: "is open", fr: "est ouvert" }, { en: "are open", fr: "sont ouverts" });
      const front = pluralize(
        balancers.length,
        { en: "load balancer", fr: "le load balancer" },
        { en: "load balancers", fr: "les load balancers" },
      );
      return {
        en: `${port.en} ${numbers.en}, behind ${front.en} ${names.en}, ${open.en} to ${range} directly.`,
        fr: `${port.fr} ${numbers.fr}, derrière ${front.fr} ${names.fr}, ${open.fr} directement à ${range}.`,
      };
    },
  },
  subjects: (system) =>
    system.all(LoadBalancer).length === 0
      ? []
      : system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound")),
  applies: ({ rule }) => findLoadBalancersInFront(rule.system, rule.group()).length > 0,
  *check(opening, { messages }) {
    const { rule } = opening;
    const fronts = findLoadBalancersInFront(rule.system, rule.group());
    if (!some(fronts, (front) => bypasses(opening, front))) return;
    const bypassed = fronts.filter((front) => certainly(() => bypasses(opening, front)));
    const ports = [...new Set(bypassed.flatMap((front) => portsBehind(opening, front)))].sort((a, b) => a - b);
    const balancers = bypassed.map(({ value: balancer }) => balancer.name);
    yield finding(opening, messages["passed-by"]({ ports, balancers, range: opening.source }));
  },
});

/** The ports that are open beside load balancers, and to which range. */
interface Bypass {
  readonly ports: readonly number[];
  readonly balancers: readonly string[];
  readonly range: string;
}
