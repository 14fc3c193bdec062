import { ifKnown } from "../../../stack";
import { Image } from "../../resources/image";
import type { Vm } from "../../resources/vm";

const ROOT_DEVICE = "/dev/sda1";

/** The name of the device that a VM starts from. */
export function rootDeviceOf(vm: Vm): string {
  // Outscale's images, and those of a data source, start from the usual device.
  const image = ifKnown(() => vm.image());
  return image instanceof Image ? rootDeviceOfImage(image) : ROOT_DEVICE;
}

/** The name of the device that the VMs made from an image start from. */
export function rootDeviceOfImage(image: Image): string {
  return image.sets("rootDeviceName") ? (image.written.rootDeviceName ?? ROOT_DEVICE) : ROOT_DEVICE;
}
