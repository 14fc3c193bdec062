import { any, attempt, type Candidates, some, UnknownValue } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { Image } from "../resources/image";
import { Vm } from "../resources/vm";
import { VolumeLink } from "../resources/volume";
import type { Tier } from "../tiers/tiers";
import type { Device } from "./devices/device";
import { imageDevices } from "./devices/image-devices";
import { mappedDevices } from "./devices/vm-devices";
import { type Disk, diskOfVolume, disksOfImage, disksOfVm } from "./disks";

const DATA_OF_VM = { en: "a volume attached to this VM", fr: "un volume attaché à cette VM" };
const DATA_OF_TIER = { en: "a volume attached to a VM of this tier", fr: "un volume attaché à une VM de ce tier" };

/**
 * Whether data hangs on a VM: a data device that it maps, a volume attached to it, or a data device that its image, one
 * of the stack's, brings.
 * @throws {Undecided} when none is certain and one is possible
 */
export function holdsData(vm: Vm): boolean {
  return any(
    () => some(mappedDevices(vm), (device) => device.is("data")),
    () => hasVolume(vm),
    () => some(imagesOf(vm).flatMap(imageDevices), (device) => device.is("data")),
    () => isInAnotherPart(vm.system, vm.resource, DATA_OF_VM),
  );
}

/**
 * Whether another part of the system attaches a volume to a VM of a tier.
 * @throws {UnseenPart} when one may
 */
export function hasVolumeElsewhere({ members: [vm], resource }: Tier): boolean {
  return vm !== undefined && isInAnotherPart(vm.system, resource, DATA_OF_TIER);
}

/**
 * The disks that hold the data of a VM, in any order. One of which nothing is known but that it is there throws when it
 * is looked at.
 * @throws {Undecided} when it is not known how many there are
 */
export function dataDisksOf(vm: Vm): (() => Disk)[] {
  return [
    ...linksOf(vm)
      .exactly()
      .map((link) => () => diskOfVolume(link.linkedVolume())),
    ...selectDataDisks(mappedDevices(vm), disksOfVm(vm)),
    ...imagesOf(vm).flatMap((image) =>
      selectDataDisks(
        imageDevices(image).filter((_, index) => !maps(vm, image.written.blockDeviceMappings?.[index]?.deviceName)),
        disksOfImage(image),
      ),
    ),
  ];
}

/** What a VM maps under a name takes the place of what its image maps there. */
export function maps(vm: Vm, name: string | undefined): boolean {
  return some(vm.written.blockDeviceMappings ?? [], ({ deviceName }) => deviceName === name);
}

function selectDataDisks(devices: readonly Device[], disks: readonly Disk[]): (() => Disk)[] {
  const paths = devices.filter((device) => device.is("data")).map(({ path }) => `${path}.`);
  return disks.filter((disk) => paths.some((path) => disk.path.startsWith(path))).map((disk) => () => disk);
}

/** The links that attach volumes to a VM. */
export function linksOf({ system, resource }: Vm): Candidates<VolumeLink> {
  return system.referrers(resource, VolumeLink, { path: "vmId", types: Vm.types });
}

function hasVolume(vm: Vm): boolean {
  return linksOf(vm).some(() => true);
}

/** The image of the stack that it is made from; what another image brings is not in sight. */
export function imagesOf(vm: Vm): Image[] {
  const found = attempt(() => vm.image());
  if (!found.why) return found.value instanceof Image ? [found.value] : [];
  if (found.why instanceof UnknownValue && found.why.candidates.length === 0) return [];
  throw found.why;
}
