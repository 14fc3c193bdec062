import type { System } from "../provider/system";
import { Image } from "../resources/image";
import { Vm } from "../resources/vm";
import { Volume, VolumeLink } from "../resources/volume";
import type { Device } from "./devices/device";
import { imageDevices } from "./devices/image-devices";
import { mappedDevices, StartDevice } from "./devices/vm-devices";
import { LinkedDevice, VolumeDevice } from "./devices/volume-devices";

/** Every block device that the stack makes or attaches. */
export function devicesOf(system: System): Device[] {
  return [
    ...system.all(Volume).map((volume) => new VolumeDevice(volume)),
    ...system.all(VolumeLink).map((link) => new LinkedDevice(link)),
    ...system.all(Vm).flatMap((vm) => [...mappedDevices(vm), new StartDevice(vm)]),
    ...system.all(Image).flatMap(imageDevices),
  ];
}
