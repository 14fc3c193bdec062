import { SUPPORT_TIMES } from "../../src/contract";
import { type NodePool, NodePools, nodePoolsOf, OksManifest, type SharedSettings } from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";
import { joinTexts } from "../../src/text";
import { formatList, type Text } from "../../src/text";

export const requireOksNodesInEverySubregion = definePolicy({
  name: "require-oks-nodes-in-every-subregion",
  clauses: ["GEN.asterisk", "R17.continuity"],
  severity: "high",
  level: "advisory",
  weakens: SUPPORT_TIMES,
  title: {
    en: "The nodes of a Kubernetes cluster run in all Subregions, and heal",
    fr: "Les nœuds d'un cluster Kubernetes tournent dans toutes les Sous-régions, et se réparent",
  },
  why: {
    en: "Nodes in one Subregion fall with it, and Kubernetes has nowhere to move what ran on them; a node that nothing replaces is lost to the cluster until somebody looks.",
    fr: "Des nœuds dans une seule Sous-région tombent avec elle, et Kubernetes n'a nulle part où replacer ce qu'ils portaient ; un nœud que rien ne remplace manque au cluster jusqu'à ce que quelqu'un s'en occupe.",
  },
  remediation: {
    en: "Make one node pool for each Subregion, alike but for its name and `zones`, or name all Subregions in the `zones` of one with as many nodes, and write `autoHealing: true`.",
    fr: "Faites un node pool par Sous-région, semblables hormis le nom et `zones`, ou nommez toutes les Sous-régions dans les `zones` d'un seul qui ait autant de nœuds, et écrivez `autoHealing: true`.",
  },
  *subjects(stack, { shared }): Iterable<OksManifest | NodePools> {
    yield* stack
      .all(OksManifest)
      .filter((manifest) => possibly(() => manifest.nodePool() !== undefined))
      .filter((manifest) => possibly(() => manifest.isProduction(shared)));
    yield* nodePoolsOf(stack, shared).filter((pools) => possibly(() => pools.isProduction(shared)));
  },
  *check(subject, { shared }) {
    if (subject instanceof NodePools) yield* checkTogether(subject, shared);
    else yield* checkAlone(subject, shared);
  },
});

function* checkAlone(manifest: OksManifest, shared: SharedSettings) {
  const isFaulty = all(
    () => faults(manifest.nodePool()).length > 0,
    () => manifest.isProduction(shared),
  );
  if (!isFaulty) return;
  const found = faults(manifest.nodePool());
  const message = joinTexts(found, " ");
  yield finding(manifest, message, "manifest");
}

function faults(pool: NodePool | undefined): Text[] {
  if (pool === undefined) return [];
  const { name, zones, nodes, heals } = pool;
  const unhealed = {
    en: `Node pool ${name} does not replace broken nodes: \`autoHealing\` is not true.`,
    fr: `Le node pool ${name} ne remplace pas les nœuds en panne : \`autoHealing\` ne vaut pas true.`,
  };
  const tooFew = {
    en: `Node pool ${name} has ${String(nodes)} of the ${String(zones.length)} nodes that its Subregions need.`,
    fr: `Le node pool ${name} a ${String(nodes)} des ${String(zones.length)} nœuds que demandent ses Sous-régions.`,
  };
  return [...(heals ? [] : [unhealed]), ...(nodes !== undefined && nodes > 0 && nodes < zones.length ? [tooFew] : [])];
}

function* checkTogether(pools: NodePools, shared: SharedSettings) {
  const isIncomplete = all(
    () => pools.missingSubregions(shared).length > 0,
    () => pools.isProduction(shared),
  );
  if (!isIncomplete) return;
  const where = formatList(pools.missingSubregions(shared));
  const names = formatList(pools.pools.map(({ name }) => name));
  yield finding(pools, {
    en: `Node pool ${pools.name} has no node in ${where.en}. It consists of ${names.en}.`,
    fr: `Le node pool ${pools.name} n'a aucun nœud dans ${where.fr}. Il se compose de ${names.fr}.`,
  });
}
