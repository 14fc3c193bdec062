import { all, any, type Resource } from "../../../stack";
import { tagValue } from "../../grouping/tags";
import type { System } from "../../provider/system";
import { type Image, isDeclaredEncrypted } from "../../resources/image";
import type { Vm } from "../../resources/vm";
import type { EvidenceWanted } from "./device";

/** Evidence that a VM gives for one of its devices: a tag, its image, or user data that opens the device. */
export function isEncryptedOn(vm: Vm, device: () => string | undefined, wanted: EvidenceWanted): boolean {
  return any(
    () => isDeclared(vm.system, vm.resource, wanted),
    () => wanted.accept === "declared" && imageEncrypts(vm, "other"),
    () => vm.opensEncrypted(device),
  );
}

export function isDeclared(system: System, resource: Resource, wanted: EvidenceWanted): boolean {
  return isDeclaredBy(wanted, (key) => tagValue(system, resource, key));
}

export function isDeclaredBy(
  { accept, encryptionTag }: EvidenceWanted,
  valueOf: (key: string) => string | undefined,
): boolean {
  return accept === "declared" && valueOf(encryptionTag.key)?.toLowerCase() === encryptionTag.value.toLowerCase();
}

/** Whether the settings declare that a VM's image encrypts one of its devices: the root, or any other. */
export function imageEncrypts(vm: Vm, device: "root" | "other"): boolean {
  const { images } = vm.system.settings;
  if (images.length === 0) return false;
  const image = vm.image();
  return image !== undefined && isDeclaredEncrypted(vm.resource, image, device, images);
}

/** Whether the settings declare that an image of the stack encrypts one of its devices: all of them, or the root. */
export function imageDeclares(image: Image, { accept }: EvidenceWanted, isRoot: () => boolean): boolean {
  if (accept !== "declared") return false;
  const declares = (device: "root" | "other") =>
    isDeclaredEncrypted(image.resource, image, device, image.system.settings.images);
  return any(
    () => declares("other"),
    () => all(isRoot, () => declares("root")),
  );
}
