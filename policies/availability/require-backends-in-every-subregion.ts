import { SUPPORT_TIMES } from "../../src/contract";
import { type Entry, entriesOf, type SharedSettings } from "../../src/outscale";
import { all, definePolicy, doubt, finding, possibly } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireBackendsInEverySubregion = definePolicy({
  name: "require-backends-in-every-subregion",
  clauses: ["SLA10.zones"],
  severity: "high",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Every entry has VMs behind it in all Subregions",
    fr: "Chaque entrée a des VM derrière elle dans toutes les Sous-régions",
  },
  why: {
    en: "A VM that no load balancer sends requests to replaces nothing: when a Subregion fails, so does the service, and equivalent resources elsewhere are hard to prove.",
    fr: "Une VM à qui aucun load balancer n'envoie de requêtes ne remplace rien : quand une Sous-région tombe, le service tombe, et des ressources équivalentes ailleurs sont difficiles à prouver.",
  },
  remediation: {
    en: "List the VMs of all Subregions in `backendVmIds` of the `LoadBalancerVms` of each load balancer: one load balancer sends requests to every Subregion.",
    fr: "Énumérez les VM de toutes les Sous-régions dans `backendVmIds` du `LoadBalancerVms` de chaque load balancer : un load balancer envoie des requêtes à toute Sous-région.",
  },
  subjects: (stack, { shared }) => entriesOf(stack, shared).filter((entry) => possibly(() => entry.isInternetFacing())),
  *check(entry, { shared }) {
    const isIncomplete = all(
      () => entry.isInternetFacing(),
      () => entry.subregionsWithoutBackend(shared).length > 0,
    );
    if (!isIncomplete) return;
    yield entry.backends(shared).length === 0 ? doubt(entry, NOTHING) : finding(entry, absence(entry, shared));
  },
});

const NOTHING = {
  en: "This stack puts no VM behind it.",
  fr: "Cette pile ne met aucune VM derrière elle.",
};

function absence(entry: Entry, shared: SharedSettings): Text {
  const where = formatList(entry.subregionsWithoutBackend(shared));
  const certain = entry.backends(shared).filter(({ why }) => !why);
  const names = [...new Set(certain.map(({ name }) => name))];
  const behind =
    names.length > MOST_NAMED
      ? { en: `${String(names.length)} VM`, fr: `${String(names.length)} VM` }
      : formatList(names);
  return {
    en: `Entry ${entry.name} sends no request to ${where.en}. Behind it: ${behind.en}.`,
    fr: `L'entrée ${entry.name} n'envoie aucune requête dans ${where.fr}. Derrière elle : ${behind.fr}.`,
  };
}

const MOST_NAMED = 6;
