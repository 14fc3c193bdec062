import type { Maybe } from "../../stack";
import type { System } from "../provider/system";
import { type Asset, compareAssets, nameApart } from "./asset";
import {
  listControlPlanes,
  listEntries,
  listEntriesOnInternet,
  listNetsInUse,
  listNodePools,
  listSpreadUnits,
  listSpreadUnitsOnInternet,
  listTiers,
} from "./machines";
import { listAccount, listNatServices, listNets, listRegions, listSubregions, listVpns } from "./places";
import {
  listBackups,
  listBuckets,
  listDisksOfGuaranteedIops,
  listFreeVolumes,
  listSnapshots,
  listUsesOfObjectStorage,
  listVmsWithDisksOfNoTier,
} from "./storage";

/** What a commitment can be about, each with all that a stack has of it. */
const LISTS = {
  account: (system) => sure(listAccount(system)),
  regions: (system) => sure(listRegions(system)),
  subregions: listSubregions,
  nets: (system) => [...sure(listNetsInUse(system)), ...listNodePools(system)],
  machines: (system) => [...sure(listTiers(system)), ...listNodePools(system)],
  vms: (system) => sure(listTiers(system)),
  "ways to the Internet": (system) => [
    ...listSpreadUnitsOnInternet(system),
    ...listEntriesOnInternet(system),
    ...listNodePools(system),
  ],
  "behind security groups": (system) => [
    ...sure([...listSpreadUnits(system), ...listEntries(system)]),
    ...listNodePools(system),
  ],
  "load balancers": (system) => sure(listEntries(system)),
  volumes: (system) => sure([...listTiers(system), ...listVmsWithDisksOfNoTier(system), ...listFreeVolumes(system)]),
  snapshots: (system) => sure([...listSnapshots(system), ...listBackups(system)]),
  "guaranteed IOPS": listDisksOfGuaranteedIops,
  "object storage": (system) => [...listBuckets(system), ...listUsesOfObjectStorage(system)],
  "what may fail": (system) => {
    const found = [
      ...sure([
        ...mergeNets(listSpreadUnits(system), listNets(system)),
        ...listEntries(system),
        ...listFreeVolumes(system),
        ...listControlPlanes(system),
        ...listNatServices(system),
        ...listVpns(system),
      ]),
      ...listNodePools(system),
      ...listBuckets(system),
    ];
    // An account serves production as long as something in it does.
    const isProduction = found.length === 0 || found.some(({ value }) => value.isProduction);
    return [...found, ...sure(listAccount(system).map((account) => ({ ...account, isProduction })))];
  },
} as const satisfies Readonly<Record<string, (system: System) => Maybe<Asset>[]>>;

/** What a commitment can be about. */
export type AssetScope = keyof typeof LISTS;

/** All that a stack has of what a commitment can be about, or may have, each with a name of its own. */
export function assetsOf(system: System, scope: AssetScope): readonly Maybe<Asset>[] {
  return system.memo(LISTS[scope], system, () => {
    const found = LISTS[scope](system);
    const named = nameApart(found.map(({ value }) => value)).map((value, index) => {
      const why = found[index]?.why;
      return { value, ...(why && { why }) };
    });
    return named.sort(({ value: a }, { value: b }) => compareAssets(a, b));
  });
}

function sure(assets: readonly Asset[]): Maybe<Asset>[] {
  return assets.map((value) => ({ value }));
}

/** A Net whose loss is certain stands for the Net too. */
function mergeNets(units: readonly Asset[], nets: readonly Asset[]): Asset[] {
  const lost = new Set(units.filter(({ kind }) => kind === "net").map(({ resource }) => resource.urn));
  return [...units, ...nets.filter(({ resource }) => !lost.has(resource.urn))];
}
