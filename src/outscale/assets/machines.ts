import { attempt, certainly, ifKnown, type Maybe, possibly, type Resource, stackSubject, when } from "../../stack";
import { type NodePools, nodePoolsOf } from "../kubernetes/node-pools";
import { OksCluster } from "../kubernetes/oks-cluster";
import { OksManifest } from "../kubernetes/oks-manifest";
import type { System } from "../provider/system";
import { hasDataDisks } from "../storage/tier-storage";
import { type Entry, entriesOf, entriesOfAnotherRegion, nonProductionEntriesOf } from "../tiers/entry";
import { NetVms, spreadUnitsOf } from "../tiers/net-vms";
import { allTiersOf, otherTiersOf, PUBLIC_CLOUD, type Tier } from "../tiers/tiers";
import { type Asset, makeAsset, NET_ELSEWHERE } from "./asset";
import { standInOneSubregion } from "./places";

/** Every entry, whatever it serves. */
function allEntriesOf(system: System): { readonly entry: Entry; readonly isProduction: boolean }[] {
  return [
    ...entriesOf(system).map((entry) => ({ entry, isProduction: true })),
    ...entriesOfAnotherRegion(system).map((entry) => ({ entry, isProduction: true })),
    ...nonProductionEntriesOf(system).map((entry) => ({ entry, isProduction: false })),
  ];
}

export function listTiers(system: System): Asset[] {
  return allTiersOf(system).map(tierAsset);
}

/** The tiers, and in place of those that are guessed in a Net whose loss is certain, the Net. */
export function listSpreadUnits(system: System): Asset[] {
  return [
    ...spreadUnitsOf(system).map((unit) => (unit instanceof NetVms ? netVmsAsset(unit) : tierAsset(unit))),
    ...otherTiersOf(system).map(tierAsset),
  ];
}

/** The same, as far as they reach the Internet or are reached from it. */
export function listSpreadUnitsOnInternet(system: System): Maybe<Asset>[] {
  return [
    ...spreadUnitsOf(system).flatMap((unit) =>
      when(() => unit.hasInternetPath(), unit instanceof NetVms ? netVmsAsset(unit) : tierAsset(unit)),
    ),
    ...otherTiersOf(system).flatMap((tier) => when(() => tier.hasInternetPath(), tierAsset(tier))),
  ];
}

export function listEntries(system: System): Asset[] {
  return allEntriesOf(system).map(({ entry, isProduction }) => entryAsset(entry, isProduction));
}

export function listEntriesOnInternet(system: System): Maybe<Asset>[] {
  return allEntriesOf(system).flatMap(({ entry, isProduction }) =>
    when(() => entry.isInternetFacing(), entryAsset(entry, isProduction)),
  );
}

/** The node pools, and the manifests of which it is not known whether they describe one. */
export function listNodePools(system: System): Maybe<Asset>[] {
  const hidden = system.all(OksManifest).flatMap((manifest) => {
    const { why } = attempt(() => manifest.nodePool());
    const isProduction = possibly(() => manifest.isProduction());
    return why ? [{ value: makeAsset(manifest.resource, { kind: "node pool", isOks: true, isProduction }), why }] : [];
  });
  return [...nodePoolsOf(system).map((pools) => ({ value: nodePoolAsset(pools) })), ...hidden];
}

export function listControlPlanes(system: System): Asset[] {
  return system.all(OksCluster).map((cluster) =>
    makeAsset(cluster.resource, {
      ...{ kind: "control plane", isOks: true, isRegional: true },
      isProduction: possibly(() => cluster.isProduction()),
    }),
  );
}

/** The Nets in which machines stand, the public Cloud among them. */
export function listNetsInUse(system: System): Asset[] {
  const users = new Map<string, { readonly parts: Resource[]; isProduction: boolean }>();
  const standing = [
    ...allTiersOf(system).map(({ traits, related, use }) => ({
      traits,
      related,
      isProduction: use !== "non-production",
    })),
    ...allEntriesOf(system).map(({ entry: { traits, related }, isProduction }) => ({ traits, related, isProduction })),
  ];
  for (const { traits, related, isProduction } of standing) {
    const net = traits["net"] ?? NET_ELSEWHERE;
    const known = users.get(net);
    if (known) {
      known.parts.push(...related);
      known.isProduction ||= isProduction;
    } else users.set(net, { parts: [...related], isProduction });
  }
  return [...users].map(([net, { parts, isProduction }]) => {
    const resource = net === PUBLIC_CLOUD || net === NET_ELSEWHERE ? undefined : system.get(net);
    return makeAsset(resource ?? stackSubject(system).resource, {
      ...{ kind: "net", name: resource?.name ?? net, isRegional: true, isProduction },
      standsAlone: () => standInOneSubregion(system, parts),
      parts: resource ? [resource, ...parts] : parts,
    });
  });
}

/** The Subnets and Nets that machines stand in: what is said of these is said of what stands there. */
function placesOf(machines: readonly { places(): Iterable<Resource> }[]): Resource[] {
  return [...new Set(machines.flatMap((machine) => ifKnown(() => [...machine.places()]) ?? []))];
}

function tierAsset(tier: Tier): Asset {
  const { resource, name, related, use, traits } = tier;
  return makeAsset(resource, {
    ...{ kind: "tier", name, subject: tier, isProduction: use !== "non-production", isGuessed: !tier.isDeclared },
    parts: [...related, ...placesOf(tier.vms.all.map(({ value }) => value))],
    holdsData: () => certainly(() => hasDataDisks(tier)),
    hasWitness: () => certainly(() => tier.hasWitness()),
    standsAlone: () => tier.missingSubregions(2).length > 0,
    mayStandAlone: () => certainly(() => tier.acceptedLoss() !== undefined),
    ...{ application: traits["application"], environment: traits["environment"] },
  });
}

function netVmsAsset(net: NetVms): Asset {
  const parts = [net.resource, ...net.related];
  return makeAsset(net.resource, { kind: "net", name: net.name, parts, subject: net, isGuessed: true });
}

function entryAsset(entry: Entry, isProduction: boolean): Asset {
  const { resource, name, related, traits } = entry;
  return makeAsset(resource, {
    ...{ kind: "entry", name, subject: entry, isProduction },
    parts: [...related, ...placesOf(entry.members.all.map(({ value }) => value))],
    standsAlone: () => entry.missingSubregions(2).length > 0,
    ...{ application: traits["application"], environment: traits["environment"] },
  });
}

function nodePoolAsset(pools: NodePools): Asset {
  const { resource, name, related } = pools;
  return makeAsset(resource, {
    ...{ kind: "node pool", name, parts: related, subject: pools, isOks: true },
    isProduction: !certainly(() => !pools.isProduction()),
    standsAlone: () => pools.lacksNodes(2),
  });
}
