import {
  addTo,
  attempt,
  certainly,
  ifKnown,
  type Maybe,
  type Possible,
  possibly,
  type Resource,
  stackSubject,
} from "../../stack";
import { nodePoolsOf } from "../kubernetes/node-pools";
import { isProduction } from "../grouping/environment";
import { subregionsOf } from "../provider/region";
import { findMissingSubregions } from "../grouping/spread";
import { regionOf } from "../provider/region-of";
import type { System } from "../provider/system";
import { BUCKET_TYPES } from "../resources/bucket-features";
import { Bucket } from "../resources/bucket";
import { FlexibleGpu } from "../resources/flexible-gpu";
import { LoadBalancer } from "../resources/load-balancer";
import { NatService } from "../resources/nat-service";
import { Net } from "../resources/net";
import { Subnet } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { VpnConnection } from "../resources/vpn-gateway";
import { routersInProduction } from "../tiers/ways";
import { type Asset, makeAsset, SUBREGION_NOT_KNOWN } from "./asset";

/** What lies in one Subregion. */
const ZONAL = [Subnet, Vm, Volume, LoadBalancer, NatService, FlexibleGpu] as const;

/** Everything that the stack deploys at Outscale. */
function listDeployed(system: System): Resource[] {
  return system.resources.filter((resource) => {
    if (resource.elsewhere === true) return false;
    if ((BUCKET_TYPES as readonly string[]).includes(resource.type)) {
      return certainly(() => system.view(resource, Bucket).isOnOos());
    }
    return resource.type.startsWith("outscale:");
  });
}

/** The account, whose API makes all of it. */
export function listAccount(system: System): Asset[] {
  const parts = listDeployed(system);
  if (parts.length === 0) return [];
  const standsAlone = () => standInOneSubregion(system, parts);
  return [
    makeAsset(stackSubject(system).resource, { kind: "account", isRegional: true, isWhole: true, parts, standsAlone }),
  ];
}

/** The Regions in which something lies. */
export function listRegions(system: System): Asset[] {
  const { resource } = stackSubject(system);
  const byRegion = new Map<string, Resource[]>();
  for (const deployed of listDeployed(system))
    addTo(byRegion, ifKnown(() => regionOf(system, deployed)) ?? system.settings.region, deployed);
  return [...byRegion].map(([name, parts]) =>
    makeAsset(resource, {
      ...{ kind: "region", name, parts, isRegional: true, isWhole: true },
      standsAlone: () => standInOneSubregion(system, parts),
    }),
  );
}

/**
 * Whether all the machines, volumes and nodes among some resources stand in a single Subregion.
 * @throws {Undecided} when some that are not known may stand in another
 */
export function standInOneSubregion(system: System, resources: readonly Resource[]): boolean {
  const among = new Set(resources);
  const machines = [Vm, Volume, LoadBalancer]
    .flatMap((view): (Vm | Volume | LoadBalancer)[] => system.all<Vm | Volume | LoadBalancer>(view))
    .filter(({ resource }) => among.has(resource));
  const nodes = nodePoolsOf(system)
    .filter(({ related }) => related.some((resource) => among.has(resource)))
    .flatMap(({ pools }) => pools.flatMap(({ zones }) => zones));
  const members = [
    ...machines.map((machine) => ({ subregion: () => machine.subregion() })),
    ...nodes.map((zone) => ({ subregion: () => zone })),
  ];
  return members.length > 0 && findMissingSubregions(system.settings.region, members, 2).length > 0;
}

/** The Subregions in which something lies, and one that is not known, where something may lie in one more. */
export function listSubregions(system: System): Maybe<Asset>[] {
  const { resource } = stackSubject(system);
  const bySubregion = new Map<string, Resource[]>();
  const hidden: Possible<Resource>[] = [];
  for (const one of listZonal(system)) {
    const { value: subregion, why } = attempt(() => one.subregion());
    if (why) hidden.push({ value: one.resource, why });
    else addTo(bySubregion, subregion, one.resource);
  }
  const known = [...bySubregion].map(([name, parts]) => ({
    value: makeAsset(resource, { kind: "subregion", name, parts }),
  }));
  known.push(...listSubregionsOfNodes(system).filter(({ value: { name } }) => !bySubregion.has(name)));
  const [first] = hidden;
  if (!first || subregionsOf(system.settings.region).every((name) => bySubregion.has(name))) return known;
  const parts = hidden.map(({ value }) => value);
  const unknown = makeAsset(resource, { kind: "subregion", name: SUBREGION_NOT_KNOWN, parts });
  return [...known, { value: unknown, why: first.why }];
}

/** The Subregions in which nothing lies that the convention names, but nodes of a cluster. */
function listSubregionsOfNodes(system: System): { readonly value: Asset }[] {
  const byZone = new Map<string, Resource[]>();
  for (const { pools, related } of nodePoolsOf(system)) {
    for (const zone of new Set(pools.flatMap(({ zones }) => zones))) {
      byZone.set(zone, [...(byZone.get(zone) ?? []), ...related]);
    }
  }
  return [...byZone].map(([name, parts]) => ({
    value: makeAsset(stackSubject(system).resource, { kind: "subregion", name, parts, isOks: true }),
  }));
}

function listZonal(system: System) {
  return ZONAL.flatMap((view): InstanceType<(typeof ZONAL)[number]>[] =>
    system.all<InstanceType<(typeof ZONAL)[number]>>(view),
  );
}

export function listNets(system: System): Asset[] {
  return system
    .all(Net)
    .map((net) =>
      makeAsset(net.resource, { kind: "net", isRegional: true, isProduction: possibly(() => net.isProduction()) }),
    );
}

export function listNatServices(system: System): Asset[] {
  const inUse = routersInProduction(system);
  return system.all(NatService).map((nat) => {
    const isProduction = inUse.has(nat.resource.urn) || possibly(() => nat.isProduction());
    return makeAsset(nat.resource, { isProduction });
  });
}

export function listVpns(system: System): Asset[] {
  return system.all(VpnConnection).map((connection) => {
    const { resource } = connection;
    const nets = () =>
      connection
        .gateway()
        .nets()
        .map((net) => net().resource);
    return makeAsset(resource, {
      isRegional: true,
      isProduction: possibly(() => isProduction(system, resource, () => ifKnown(nets) ?? [])),
    });
  });
}
