import { SUPPORT_TIMES } from "../../src/contract";
import { entriesOf, nameOrCount } from "../../src/outscale";
import { definePolicy, doubt, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireBackendsInEverySubregion = definePolicy({
  name: "require-backends-in-every-subregion",
  clauses: ["SLA10.zones"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Every entry has VMs behind it in all Subregions",
    fr: "Chaque entrée a des VM derrière elle dans toutes les Sous-régions",
  },
  why: {
    en: "A VM that no load balancer sends requests to replaces nothing: when a Subregion fails, so does the service, and equivalent resources elsewhere are hard to prove.",
    fr: "Une VM à laquelle aucun load balancer n'envoie de requêtes ne remplace rien : quand une Sous-région tombe, le service tombe, et des ressources équivalentes ailleurs sont difficiles à prouver.",
  },
  remediation: {
    en: "List the VMs of all Subregions in `backendVmIds` of the `LoadBalancerVms` of each load balancer: one load balancer sends requests to every Subregion.",
    fr: "Énumérez les VM de toutes les Sous-régions dans `backendVmIds` du `LoadBalancerVms` de chaque load balancer : un load balancer envoie des requêtes vers toutes les Sous-régions.",
  },
  messages: {
    nothing: {
      en: "This stack puts no VM behind it.",
      fr: "Aucune VM de cette stack n'est derrière cette entrée.",
    },
    missing: ({
      subregions,
      behind,
    }: {
      readonly subregions: readonly string[];
      readonly behind: readonly string[];
    }) => {
      const [where, names] = [formatList(subregions), nameOrCount(behind)];
      return {
        en: `This entry sends no request to ${where.en}. Behind it: ${names.en}.`,
        fr: `Cette entrée n'envoie aucune requête vers ${where.fr}. Derrière elle : ${names.fr}.`,
      };
    },
  },
  subjects: (system) => entriesOf(system),
  applies: (entry) => entry.isInternetFacing(),
  *check(entry, { messages }) {
    const subregions = entry.subregionsWithoutBackend();
    if (subregions.length === 0) return;
    const backends = entry.backends();
    const certain = backends.filter(({ why }) => !why);
    const behind = [...new Set(certain.map(({ name }) => name))];
    yield backends.length === 0
      ? doubt(entry, messages.nothing)
      : finding(entry, messages.missing({ subregions, behind }));
  },
});
