import { any, every } from "../../stack";
import { tagPasses } from "../grouping/tags";
import type { Vm } from "../resources/vm";
import { imagesOf, linksOf } from "./data";
import type { Device } from "./devices/device";
import { imageDevices } from "./devices/image-devices";
import { mappedDevices } from "./devices/vm-devices";

export const SCRATCH_KEY = "storage";

/**
 * Whether a tag declares that what a device, or all that a cluster holds may be lost: `storage: scratch`, on it or on its
 * VM. Scratch data is as secret as any other.
 * @throws {Undecided} when none certainly has the tag and one may
 */
export function isScratch(holder: Pick<Device, "hasTag">): boolean {
  return holder.hasTag(SCRATCH_KEY, namesScratch);
}

/**
 * Whether the program declares that all the data that hang on a VM may be lost.
 * @throws {Undecided} when that is not known
 */
export function holdsScratchOnly(vm: Vm): boolean {
  return any(
    () => tagPasses(vm.system, vm.resource, SCRATCH_KEY, namesScratch),
    () =>
      every(
        [...mappedDevices(vm), ...imagesOf(vm).flatMap(imageDevices)],
        (device) => !device.is("data") || isScratch(device),
      ) && every(linksOf(vm).lookups(), (link) => link().linkedVolume().hasTag(SCRATCH_KEY, namesScratch)),
  );
}

/** Whether the value of the tag says that nothing is kept; any spelling of it counts. */
export function namesScratch(value: string): boolean {
  return value.trim().toLowerCase() === "scratch";
}
