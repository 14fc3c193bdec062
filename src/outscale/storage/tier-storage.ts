import { all, any, ifKnown, some } from "../../stack";
import type { Tier } from "../tiers/tiers";
import { dataDisksOf, hasVolumeElsewhere } from "./data";
import type { Disk } from "./disks";

/** The data disks of the VMs of a tier that lie in one Subregion. */
interface StorageOfSubregion {
  readonly subregion: string;
  readonly vms: readonly (readonly (() => Disk)[])[];
}

/** As much as is known of a disk: its type, the IOPS that are part of it, and its size. */
interface KnownDisk {
  readonly type?: string | undefined;
  readonly iops?: number | undefined;
  readonly gibibytes: number | undefined;
}

/** What is known of the data disks of a tier in one Subregion. */
export interface KnownStorage {
  readonly subregion: string;
  readonly disks: readonly KnownDisk[];
}

/**
 * Whether a VM that is of a tier, or may be, has data disks.
 * @throws {Undecided} when none certainly has and one may
 */
export function hasDataDisks(tier: Tier): boolean {
  const vms = tier.vms.all.map(({ value }) => value);
  return any(
    () => some(vms, (vm) => dataDisksOf(vm).length > 0),
    () => hasVolumeElsewhere(tier),
  );
}

/**
 * What the Subregions of a tier hold, where that is not the same.
 * @throws {Undecided} when that is not known, or another part of the system may attach what is missed
 */
export function findUnevenStorage(tier: Tier): KnownStorage[] | undefined {
  const places = placesOf(tier);
  // With no disk in sight, what another part may attach is all there is to compare.
  const isEmpty = places.every(({ vms }) => vms.flat().length === 0);
  if (isEmpty && !hasVolumeElsewhere(tier)) return undefined;
  const isUneven = all(
    () => !isEven(places),
    () => !hasVolumeElsewhere(tier),
  );
  if (!isUneven) return undefined;
  return places.map(({ subregion, vms }) => ({ subregion, disks: vms.flat().map(knownOf) }));
}

/** Counts disks by what is known of them: `2 x gp2 100 GiB, volume`; nothing for none. */
export function countDisks(disks: readonly KnownDisk[]): string | undefined {
  if (disks.length === 0) return undefined;
  const words = disks.map(describe);
  const kinds = [...new Set(words)].sort();
  const numbers = kinds.map((kind) => words.filter((word) => word === kind).length);
  return kinds.map((kind, index) => (numbers[index] === 1 ? kind : `${String(numbers[index])} x ${kind}`)).join(", ");
}

function placesOf(tier: Tier): StorageOfSubregion[] {
  const workers = [...tier.workersBySubregion()].sort(([a], [b]) => (a < b ? -1 : 1));
  return workers.map(([subregion, vms]) => ({ subregion, vms: vms.map(dataDisksOf) }));
}

/** Another number decides, or another type, while the sizes are not known. */
function isEven(places: readonly StorageOfSubregion[]): boolean {
  return all(
    () => isAlike(places, () => "one"),
    () => isAlike(places, (disk) => performanceOf(disk())),
    () => isAlikeInSize(places),
  );
}

function isAlikeInSize(places: readonly StorageOfSubregion[]): boolean {
  if (isAlike(places, (disk) => `${performanceOf(disk())} ${sizeOf(disk())}`)) return true;
  // Two snapshots are not two sizes: what one of them decides leaves this open.
  for (const disk of places.flatMap(({ vms }) => vms.flat())) disk().size();
  return false;
}

/**
 * Whether the Subregions hold the same disks, or all VMs have the same, however many there are. A Subregion that has one
 * VM more than another may leave one out whose equal stands everywhere.
 */
function isAlike(places: readonly StorageOfSubregion[], keyOf: (disk: () => Disk) => string): boolean {
  const loads = places.map(({ vms }) => vms.map((disks) => disks.map(keyOf)));
  const names = new Set(loads.flat().map(nameOf));
  if (names.size <= 1) return true;
  const fewest = Math.min(...loads.map(({ length }) => length));
  const everywhere = [...names].filter((name) => loads.every((vms) => vms.map(nameOf).includes(name)));
  const [totals = [], ...others] = loads.map((vms) => {
    const extra = vms.length > fewest ? everywhere.map((name) => vms.map(nameOf).indexOf(name)) : [];
    return [-1, ...extra].map((left) => nameOf(vms.filter((_, index) => index !== left).flat()));
  });
  return totals.some((total) => others.every((each) => each.includes(total)));
}

function nameOf(keys: readonly string[]): string {
  return [...keys].sort().join("; ");
}

/** Its type, and the IOPS that are part of it. */
function performanceOf(disk: Disk): string {
  const { type, iops } = orderedOf(disk);
  return iops === undefined ? type : `${type} ${String(iops)} IOPS`;
}

function orderedOf(disk: Disk) {
  return { type: disk.volumeType(), iops: disk.isGuaranteed() ? disk.iops() : undefined };
}

function sizeOf(disk: Disk): string {
  return disk.sizingSnapshot() ?? `${String(disk.size())} GiB`;
}

function knownOf(disk: () => Disk): KnownDisk {
  return { ...ifKnown(() => orderedOf(disk())), gibibytes: ifKnown(() => disk().size()) };
}

function describe({ type, iops, gibibytes }: KnownDisk): string {
  const words = [type, iops === undefined ? undefined : `${String(iops)} IOPS`];
  const size = gibibytes === undefined ? undefined : `${String(gibibytes)} GiB`;
  return [...words, size].filter((word) => word !== undefined).join(" ") || "volume";
}
