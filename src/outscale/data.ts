import { any, attempt, referrers, some, UnknownValue } from "../stack";
import { imageDevices, mappedDevices } from "./devices";
import { Image } from "./image";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { Vm } from "./vm";
import { VolumeLink } from "./volume";

const DATA_OF_VM = { en: "a volume attached to this VM", fr: "un volume attaché à cette VM" };

/**
 * Whether data hangs on a VM: a data device that it maps, a volume attached to it, or a data device that its image, one
 * of the stack's, brings.
 * @throws {Undecided} when none is certain and one is possible
 */
export function holdsData(vm: Vm, shared: SharedSettings): boolean {
  return any(
    () => some(mappedDevices(vm), (device) => device.is("data")),
    () => hasVolume(vm),
    () => some(imagesOf(vm).flatMap(imageDevices), (device) => device.is("data")),
    () => isInAnotherPart(vm.stack, shared, vm.resource, DATA_OF_VM),
  );
}

function hasVolume(vm: Vm): boolean {
  const { certain, possible } = referrers(vm.stack, vm.resource, VolumeLink.types, { path: "vmId", types: Vm.types });
  if (certain.length === 0 && possible[0]) throw possible[0].why;
  return certain.length > 0;
}

/** The image of the stack that it is made from; what another image brings is not in sight. */
function imagesOf(vm: Vm): Image[] {
  const found = attempt(() => vm.image());
  if ("value" in found) return found.value instanceof Image ? [found.value] : [];
  if (found.why instanceof UnknownValue && found.why.candidates.length === 0) return [];
  throw found.why;
}
