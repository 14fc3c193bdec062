import { SUPPORT_TIMES } from "../../src/contract";
import { enoughSubregions, NodePools, nodePoolsOf, OksManifest, type System } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";
import { formatList, joinTexts, type Text } from "../../src/text";

const MISSING: Text = {
  en: "for the node pools that are missing from a Subregion",
  fr: "pour les node pools absents d'une Sous-région",
};

export const requireOksNodesInEverySubregion = definePolicy({
  name: "require-oks-nodes-in-every-subregion",
  clauses: ["GEN.asterisk", "R17.continuity"],
  ground: "condition",
  severity: "high",
  level: "mandatory",
  stakes: [
    { forfeits: ["SLA4.internet"], extent: MISSING, when: arePools, isLost: isAbsent },
    {
      forfeits: ["SLA4.firewall"],
      extent: MISSING,
      when: arePools,
      isLost: (subject: OksManifest | NodePools, system) =>
        system.settings.readings.A2 !== "unstarred" && isAbsent(subject, system),
    },
    { forfeits: SUPPORT_TIMES, extent: MISSING, when: arePools, isLost: isAbsent },
  ],
  weakens: SUPPORT_TIMES,
  title: {
    en: "The nodes of a Kubernetes cluster run in all Subregions, and heal",
    fr: "Les nœuds d'un cluster Kubernetes tournent dans toutes les Sous-régions, et se réparent",
  },
  why: {
    en: "Nodes in one Subregion fall with it, and Kubernetes has nowhere to move what ran on them; a node that nothing replaces is lost to the cluster until somebody looks.",
    fr: "Des nœuds dans une seule Sous-région tombent avec elle, et Kubernetes n'a nulle part où replacer ce qu'ils portaient ; un nœud que rien ne remplace manque au cluster jusqu'à ce que quelqu'un s'en occupe.",
  },
  remediation: {
    en: "Make one node pool for each Subregion, alike but for its name and `zones`, or name all Subregions in the `zones` of one with as many nodes, and write `autoHealing: true`.",
    fr: "Créez un node pool par Sous-région, semblables hormis le nom et `zones`, ou nommez toutes les Sous-régions dans les `zones` d'un seul qui ait autant de nœuds, et écrivez `autoHealing: true`.",
  },
  messages: {
    unhealed: describeLackOfHealing(),
    "too-few": describeLackOfNodes,
    "unhealed-and-too-few": (few: Few) => joinTexts([describeLackOfHealing(), describeLackOfNodes(few)], " "),
    missing: ({ subregions, pools }: { readonly subregions: readonly string[]; readonly pools: readonly string[] }) => {
      const [where, names] = [formatList(subregions), formatList(pools)];
      return {
        en: `This node pool has no node in ${where.en}. It consists of ${names.en}.`,
        fr: `Ce node pool n'a aucun nœud dans ${where.fr}. Il se compose de ${names.fr}.`,
      };
    },
  },
  subjects: (system) => [...system.all(OksManifest), ...nodePoolsOf(system)],
  applies: (subject) =>
    all(
      () => subject instanceof NodePools || subject.nodePool() !== undefined,
      () => subject.isProduction(),
    ),
  *check(subject, { messages }) {
    if (subject instanceof NodePools) {
      const subregions = subject.missingSubregions();
      const pools = subject.pools.map(({ name }) => name);
      if (subregions.length > 0) yield finding(subject, messages.missing({ subregions, pools }));
      return;
    }
    const pool = subject.nodePool();
    if (pool === undefined || (pool.heals && !pool.hasTooFewNodes)) return;
    const tooFew = pool.heals ? messages["too-few"] : messages["unhealed-and-too-few"];
    const few = { nodes: pool.nodes, zones: pool.zones.length };
    yield finding(subject, pool.hasTooFewNodes ? tooFew(few) : messages.unhealed, "manifest");
  },
});

function arePools(subject: OksManifest | NodePools): boolean {
  return subject instanceof NodePools;
}

/** Whether node pools are absent from a Subregion in which they would have to be. */
function isAbsent(subject: OksManifest | NodePools, system: System): boolean {
  return subject instanceof NodePools && subject.lacksNodes(enoughSubregions(system));
}

/** How many nodes a pool has, and how many Subregions it names. */
interface Few {
  readonly nodes: number | undefined;
  readonly zones: number;
}

function describeLackOfHealing(): Text {
  return {
    en: "This node pool does not replace broken nodes: `autoHealing` is not true.",
    fr: "Ce node pool ne remplace pas les nœuds en panne : `autoHealing` ne vaut pas true.",
  };
}

function describeLackOfNodes({ nodes, zones }: Few): Text {
  return {
    en: `This node pool has ${String(nodes)} of the ${String(zones)} nodes that its Subregions need.`,
    fr: `Ce node pool a ${String(nodes)} des ${String(zones)} nœuds que demandent ses Sous-régions.`,
  };
}
