import { attempt, some, type Resource, type Subject, type Undecided, UnreadableValue } from "../../stack";
import { stemOf } from "../grouping/names";
import { isInAnotherPart } from "../grouping/part-of-system";
import { subregionsOf } from "../provider/region";
import type { System } from "../provider/system";
import { type NodePool, OksManifest } from "./oks-manifest";

const FEW_NODES = {
  en: "fewer nodes than zones, which may leave a Subregion without one",
  fr: "moins de nœuds que de zones, ce qui peut laisser une Sous-région sans nœud",
};
const LOOKALIKES = {
  en: "a pool that may be one with pools of other names, which fill its gaps",
  fr: "un node pool qui peut n'en faire qu'un avec d'autres, de noms différents, qui comblent ses lacunes",
};
const MORE_POOLS = { en: "other pools of these nodes", fr: "d'autres pools de ces nœuds" };

/** The node pools of a cluster whose names differ by a Subregion or an index: nodes that do one job. */
export class NodePools implements Subject {
  readonly kind = "tier";
  readonly system: System;
  readonly path = "";
  readonly name: string;
  readonly resource: Resource;
  readonly related: readonly Resource[];
  /** Its node pools, one for each manifest. */
  readonly pools: readonly NodePool[];
  readonly #members: readonly [PoolMember, ...PoolMember[]];
  /** What hides whether other manifests describe more of them. */
  readonly #hidden: Undecided | undefined;
  /** The zones of other pools of the cluster that, like it, miss a Subregion: names alone tell these apart. */
  readonly #lookalikes: readonly string[];

  constructor(
    name: string,
    members: readonly [PoolMember, ...PoolMember[]],
    { hidden, lookalikes }: { readonly hidden: Undecided | undefined; readonly lookalikes: readonly string[] },
  ) {
    this.name = name;
    this.system = members[0].manifest.system;
    this.resource = members[0].manifest.resource;
    this.related = members.map(({ manifest }) => manifest.resource);
    this.pools = members.map(({ pool }) => pool);
    this.#members = members;
    this.#hidden = hidden;
    this.#lookalikes = lookalikes;
  }

  /** Whether one of its pools serves production. */
  isProduction(): boolean {
    return some(this.#members, ({ manifest }) => manifest.isProduction());
  }

  /**
   * The Subregions of the region in which none of its nodes is; none when they are in enough of them.
   * @throws {Undecided} when manifests that are not known may fill the gap
   */
  missingSubregions(enough?: number): string[] {
    const zones = this.pools.flatMap((pool) => pool.zones);
    const subregions = subregionsOf(this.system.settings.region);
    const missing = subregions.filter((subregion) => !zones.includes(subregion));
    if (subregions.length - missing.length >= (enough ?? subregions.length)) return [];
    this.#excludeMore();
    if (missing.every((subregion) => this.#lookalikes.includes(subregion))) {
      throw new UnreadableValue(this.resource, "manifest", LOOKALIKES);
    }
    return missing;
  }

  /**
   * Whether some Subregion certainly has none of its nodes, whichever of their zones these take: a pool of fewer nodes
   * than zones leaves some of them empty.
   * @param enough in how many Subregions there must be one, in all by default
   * @throws {Undecided} when the zones that its nodes take may do, or manifests that are not known may fill the gap
   */
  lacksNodes(enough?: number): boolean {
    if (this.missingSubregions(enough).length > 0) return true;
    const asked = enough ?? subregionsOf(this.system.settings.region).length;
    const few = this.pools.filter(({ hasTooFewNodes }) => hasTooFewNodes);
    const served = new Set(this.pools.filter((pool) => !few.includes(pool)).flatMap(({ zones }) => zones));
    if (served.size >= asked) return false;
    const nodes = few.reduce((sum, pool) => sum + (pool.nodes ?? 0), 0);
    if (served.size + nodes >= asked) throw new UnreadableValue(this.resource, "manifest", FEW_NODES);
    this.#excludeMore();
    return true;
  }

  /** @throws {Undecided} when there may be more pools of these nodes than those that are known */
  #excludeMore(): void {
    if (this.#hidden) throw this.#hidden;
    isInAnotherPart(this.system, this.resource, MORE_POOLS);
  }
}

interface PoolMember {
  readonly manifest: OksManifest;
  readonly pool: NodePool;
}

/** A manifest of which not all is known: whether it describes a pool, of which name, of which cluster. */
interface HiddenPool {
  readonly why: Undecided;
  readonly cluster?: string;
  readonly stem?: string;
}

/** The node pools of a stack that have nodes, by cluster and name. */
export function nodePoolsOf(system: System): NodePools[] {
  const groups = new Map<string, { cluster: string; stem: string; members: [PoolMember, ...PoolMember[]] }>();
  const hidden: HiddenPool[] = [];
  for (const manifest of system.all(OksManifest)) {
    const cluster = attempt(() => manifest.cluster());
    const found = attempt(() => manifest.nodePool());
    if (found.why) hidden.push({ why: found.why, ...(!cluster.why && { cluster: cluster.value }) });
    else if (found.value && found.value.nodes !== 0) {
      const member = { manifest, pool: found.value };
      const stem = stemOf(member.pool.name, system.settings);
      if (cluster.why) hidden.push({ why: cluster.why, stem });
      const owner = cluster.why ? `of ${manifest.resource.urn}` : cluster.value;
      const key = JSON.stringify([owner, stem]);
      const group = groups.get(key);
      if (group) group.members.push(member);
      else groups.set(key, { cluster: owner, stem, members: [member] });
    }
  }
  const subregions = subregionsOf(system.settings.region);
  const all = [...groups.values()].map((group) => ({ ...group, zones: zonesOf(group.members) }));
  const gaping = all.filter(({ zones }) => !subregions.every((subregion) => zones.includes(subregion)));
  return all.map((group) => {
    const { cluster, stem, members } = group;
    const more = hidden.find((one) => (one.cluster ?? cluster) === cluster && (one.stem ?? stem) === stem);
    const others = gaping.filter((other) => other !== group && other.cluster === cluster);
    return new NodePools(stem, members, { hidden: more?.why, lookalikes: others.flatMap(({ zones }) => zones) });
  });
}

function zonesOf(members: readonly PoolMember[]): string[] {
  return members.flatMap(({ pool }) => pool.zones);
}
