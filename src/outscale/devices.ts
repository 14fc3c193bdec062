import type { Stack } from "../stack";
import type { Device } from "./devices/device";
import { imageDevices } from "./devices/image-devices";
import { mappedDevices, StartDevice } from "./devices/vm-devices";
import { LinkedDevice, VolumeDevice } from "./devices/volume-devices";
import { Image } from "./image";
import { Vm } from "./vm";
import { Volume, VolumeLink } from "./volume";

/** Every block device that the stack makes or attaches. */
export function devicesOf(stack: Stack): Device[] {
  return [
    ...stack.all(Volume).map((volume) => new VolumeDevice(volume)),
    ...stack.all(VolumeLink).map((link) => new LinkedDevice(link)),
    ...stack.all(Vm).flatMap((vm) => [...mappedDevices(vm), new StartDevice(vm)]),
    ...stack.all(Image).flatMap(imageDevices),
  ];
}
