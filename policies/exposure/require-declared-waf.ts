import { hasWaf, LoadBalancer } from "../../src/outscale";
import { all, certainly, definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireDeclaredWaf = definePolicy({
  name: "require-declared-waf",
  clauses: ["SLA4.waf"],
  ground: "recommendation",
  severity: "low",
  level: "advisory",
  title: {
    en: "Public web entries declare their WAF",
    fr: "Les entrées web publiques déclarent leur WAF",
  },
  why: {
    en: "The convention urges the client to hold attacks off as well, with a WAF from the market: without one, those on the application reach its servers as they come.",
    fr: "La convention incite le client à se défendre lui aussi, avec un WAF du marché : sans WAF, les attaques qui visent l'application atteignent telles quelles ses serveurs.",
  },
  remediation: {
    en: "Put VMs of tier `waf` behind the load balancer, or name what filters its requests in its tag `waf`.",
    fr: "Placez des VM du tier `waf` derrière le load balancer, ou nommez dans son tag `waf` ce qui filtre ses requêtes.",
  },
  messages: {
    missing: ({ ports }: { readonly ports: readonly number[] }) => {
      const { en, fr } = formatList(ports);
      return {
        en: `It listens to the Internet on ${en}, and no WAF is declared: no VM of tier waf behind it, and no tag waf.`,
        fr: `Il est ouvert à Internet sur ${fr}, et aucun WAF n'est déclaré : ni VM du tier waf derrière lui, ni tag waf.`,
      };
    },
  },
  subjects: (system) => system.all(LoadBalancer),
  applies: (balancer) =>
    all(
      () => balancer.isInternetFacing(),
      () => balancer.listensOn(WEB),
    ),
  *check(balancer, { messages }) {
    if (hasWaf(balancer)) return;
    const ports = WEB.filter((port) => certainly(() => balancer.listensOn([port])));
    yield finding(balancer, messages.missing({ ports }));
  },
});

/** A web entry listens on one of these, whatever the protocol. */
const WEB = [80, 443];
