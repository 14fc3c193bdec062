import { SUPPORT_TIMES } from "../../src/contract";
import { OksCluster } from "../../src/outscale";
import { any, certainly, definePolicy, finding, ifKnown } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireOksControlPlaneInEverySubregion = definePolicy({
  name: "require-oks-control-plane-in-every-subregion",
  clauses: ["GEN.asterisk", "R17.continuity"],
  ground: "condition",
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
    fr: "Un plan de contrôle dans une seule Sous-région tombe avec elle : les nœuds placés ailleurs continuent alors sans rien pour remplacer ni replacer ce qu'ils perdent.",
  },
  remediation: {
    en: "Set `cpMultiAz` to true, name every Subregion in `cpSubregions`, and give `controlPlanes` a type of three masters such as `cp.3.masters.small`.",
    fr: "Donnez à `cpMultiAz` la valeur true, nommez toutes les Sous-régions dans `cpSubregions`, et donnez à `controlPlanes` un type à trois masters comme `cp.3.masters.small`.",
  },
  messages: {
    "single-master": ({ type }: { readonly type: string }) => ({
      en: `The control plane is a single master (${type}).`,
      fr: `Le plan de contrôle est un master unique (${type}).`,
    }),
    gathered: {
      en: "The control plane is not spread over Subregions: `cpMultiAz` is not true.",
      fr: "Le plan de contrôle n'est pas réparti sur les Sous-régions : `cpMultiAz` ne vaut pas true.",
    },
    missing: ({ subregions }: { readonly subregions: readonly string[] }) => {
      const { en, fr } = formatList(subregions);
      return { en: `\`cpSubregions\` lacks ${en}.`, fr: `\`cpSubregions\` ne nomme pas ${fr}.` };
    },
  },
  subjects: (system) => system.all(OksCluster),
  applies: (cluster) => cluster.isProduction(),
  *check(cluster, { messages }) {
    const isGathered = any(
      () => cluster.singleMaster() !== undefined,
      () => !cluster.isSpread(),
      () => cluster.missingSubregions().length > 0,
    );
    if (!isGathered) return;
    const type = ifKnown(() => cluster.singleMaster());
    if (type !== undefined) yield finding(cluster, messages["single-master"]({ type }), "controlPlanes");
    if (certainly(() => !cluster.isSpread())) yield finding(cluster, messages.gathered, "cpMultiAz");
    const subregions = ifKnown(() => cluster.missingSubregions()) ?? [];
    if (subregions.length > 0) yield finding(cluster, messages.missing({ subregions }), "cpSubregions");
  },
});
