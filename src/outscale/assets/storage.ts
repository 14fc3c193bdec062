import { all, certainly, ifKnown, type Maybe, possibly, type Resource, some, when } from "../../stack";
import { driverPlaces, HelmChart, isBucketDriver } from "../kubernetes/manifests/bucket-volumes";
import { kubernetesObjectsOf } from "../kubernetes/manifests/objects";
import { instructionsOf } from "../programs/instructions";
import type { System } from "../provider/system";
import { Bucket } from "../resources/bucket";
import { LoadBalancerAttributes } from "../resources/load-balancer-attributes";
import { Snapshot } from "../resources/snapshot";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { isBackedUp } from "../storage/backup";
import { devicesOf } from "../storage/devices";
import { disksOf } from "../storage/disks";
import { ImageExport, SnapshotExport } from "../storage/exports";
import { allTiersOf } from "../tiers/tiers";
import { type Asset, makeAsset } from "./asset";

/** The VMs of tiers, those that may be among them. */
function membersOfTiers(system: System): ReadonlySet<Vm> {
  return new Set(allTiersOf(system).flatMap(({ vms }) => vms.all.map(({ value }) => value)));
}

/** The VMs of no tier, which are stopped: the disks that they are made with are there all the same. */
export function listVmsWithDisksOfNoTier(system: System): Asset[] {
  const members = membersOfTiers(system);
  return system
    .all(Vm)
    .filter((vm) => !members.has(vm))
    .map((vm) => makeAsset(vm.resource, { isProduction: possibly(() => vm.isProduction()) }));
}

/** The volumes that are attached to the VM of no tier; those of a tier are a part of it. */
export function listFreeVolumes(system: System): Asset[] {
  const members = membersOfTiers(system);
  const isOfTier = (volume: Volume) => certainly(() => some(volume.links(), (link) => members.has(link.vm())));
  return system
    .all(Volume)
    .filter((volume) => !isOfTier(volume))
    .map((volume) =>
      makeAsset(volume.resource, { isLoose: true, isProduction: possibly(() => volume.isProduction()) }),
    );
}

export function listSnapshots(system: System): Asset[] {
  return system.all(Snapshot).map(({ resource }) => makeAsset(resource, { isRegional: true }));
}

/** What a tool outside the program takes snapshots of, once for each volume or VM. */
export function listBackups(system: System): Asset[] {
  const devices = devicesOf(system).filter((device) =>
    certainly(() =>
      all(
        () => device.is("data"),
        () => isBackedUp(device),
      ),
    ),
  );
  const backedUp = new Map(devices.map((device) => [device.resource.urn, device]));
  return [...backedUp.values()].map((device) =>
    makeAsset(device.resource, {
      ...{ kind: "backup", isRegional: true },
      isProduction: possibly(() => device.isProduction()),
    }),
  );
}

/** The disks of guaranteed IOPS. */
export function listDisksOfGuaranteedIops(system: System): Maybe<Asset>[] {
  return disksOf(system).flatMap((disk) => {
    const { resource, path, name } = disk;
    const asset = makeAsset(resource, { name: path === "" ? name : `${name} ${path}`, subject: disk });
    return when(() => disk.isGuaranteed(), asset);
  });
}

/** The buckets of any provider that lie in Outscale's object storage, or may. */
export function listBuckets(system: System): Maybe<Asset>[] {
  return system.all(Bucket).flatMap((bucket) => {
    const isProduction = possibly(() => bucket.isProduction());
    return when(() => bucket.isOnOos(), makeAsset(bucket.resource, { isRegional: true, isProduction }));
  });
}

/** What writes to object storage or reads from it: logs, exports, and whatever machines do with it by themselves. */
export function listUsesOfObjectStorage(system: System): Maybe<Asset>[] {
  const exports = [...system.all(SnapshotExport), ...system.all(ImageExport)].map(({ resource }) => resource);
  const logs = system.all(LoadBalancerAttributes).filter((attributes) => certainly(() => attributes.setsAccessLog()));
  const logged = logs.map((log) => ifKnown(() => log.loadBalancer().resource) ?? log.resource);
  const users = [...exports, ...logged, ...listNativeUsers(system)];
  const byUrn = new Map(users.map((resource) => [resource.urn, resource]));
  return [...byUrn.values()].map((resource) => ({
    value: makeAsset(resource, { kind: "use of object storage", isRegional: true }),
  }));
}

/** The machines, commands, objects and charts that certainly use it. */
function listNativeUsers(system: System): Resource[] {
  const callers = system.all(Vm).filter((vm) => certainly(() => vm.userData()?.calledServices.has("oos") === true));
  const mounting = instructionsOf(system).filter((told) => certainly(() => told.bucketMounts().length > 0));
  const drivers = kubernetesObjectsOf(system).filter((object) =>
    certainly(() => some(driverPlaces(object), (place) => isBucketDriver(object, place))),
  );
  const charts = system.all(HelmChart).filter((chart) => certainly(() => chart.installsBucketDriver()));
  return [...callers, ...mounting, ...drivers, ...charts].map(({ resource }) => resource);
}
