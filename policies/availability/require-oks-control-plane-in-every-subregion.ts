import { SUPPORT_TIMES } from "../../src/contract";
import { OksCluster } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding, ifKnown, possibly } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireOksControlPlaneInEverySubregion = definePolicy({
  name: "require-oks-control-plane-in-every-subregion",
  clauses: ["GEN.asterisk", "R17.continuity"],
  severity: "high",
  level: "advisory",
  weakens: SUPPORT_TIMES,
  alone: [OksCluster],
  title: {
    en: "The control plane of a Kubernetes cluster runs in all Subregions",
    fr: "Le plan de contrôle d'un cluster Kubernetes tourne dans toutes les Sous-régions",
  },
  why: {
    en: "A control plane in one Subregion falls with it: the nodes elsewhere then go on without anything to replace or schedule what they lose.",
    fr: "Un plan de contrôle dans une seule Sous-région tombe avec elle : les nœuds placés ailleurs continuent alors sans rien pour remplacer ni replacer ce qu'ils perdent.",
  },
  remediation: {
    en: "Set `cpMultiAz` to true, name every Subregion in `cpSubregions`, and give `controlPlanes` a type of three masters such as `cp.3.masters.small`.",
    fr: "Donnez à `cpMultiAz` la valeur true, nommez toutes les Sous-régions dans `cpSubregions`, et donnez à `controlPlanes` un type à trois masters comme `cp.3.masters.small`.",
  },
  subjects: (stack, { shared }) =>
    stack.all(OksCluster).filter((cluster) => possibly(() => cluster.isProduction(shared))),
  *check(cluster, { shared }) {
    const { region } = shared;
    const isGathered = all(
      () =>
        any(
          () => cluster.singleMaster() !== undefined,
          () => !cluster.isSpread(),
          () => cluster.missingSubregions(region).length > 0,
        ),
      () => cluster.isProduction(shared),
    );
    if (!isGathered) return;
    const master = ifKnown(() => cluster.singleMaster());
    if (master !== undefined) {
      const message = {
        en: `The control plane is a single master (${master}).`,
        fr: `Le plan de contrôle est un master unique (${master}).`,
      };
      yield finding(cluster, message, "controlPlanes");
    }
    if (certainly(() => !cluster.isSpread())) {
      const message = {
        en: "The control plane is not spread over Subregions: `cpMultiAz` is not true.",
        fr: "Le plan de contrôle n'est pas réparti sur les Sous-régions : `cpMultiAz` ne vaut pas true.",
      };
      yield finding(cluster, message, "cpMultiAz");
    }
    const missing = ifKnown(() => cluster.missingSubregions(region)) ?? [];
    if (missing.length > 0) {
      const { en, fr } = formatList(missing);
      const message = { en: `\`cpSubregions\` lacks ${en}.`, fr: `\`cpSubregions\` ne nomme pas ${fr}.` };
      yield finding(cluster, message, "cpSubregions");
    }
  },
});
