import { all, any, type Resource } from "../../../stack";
import { matchesGlob } from "../../grouping/names";
import { tagValue } from "../../grouping/tags";
import type { SharedSettings } from "../../provider/settings";
import type { System } from "../../provider/system";
import { type Image, isDeclaredEncrypted } from "../../resources/image";
import type { Vm } from "../../resources/vm";
import type { EvidenceWanted } from "./device";

/** Evidence that a VM gives for one of its devices: a tag, its image, or user data that opens the device. */
export function isEncryptedOn(vm: Vm, device: () => string | undefined, wanted: EvidenceWanted): boolean {
  return any(
    () => isDeclared(vm.system, vm.resource, wanted),
    () => imageEncrypts(vm, "other", wanted),
    () => isOpenedOn(vm, device, wanted),
  );
}

function isOpenedOn(vm: Vm, device: () => string | undefined, { accept }: EvidenceWanted): boolean {
  return all(
    () => vm.opensEncrypted(device),
    () => accept !== "proven" || vm.keyBeside(device) === undefined,
  );
}

export function isDeclared(system: System, resource: Resource, wanted: EvidenceWanted): boolean {
  return isDeclaredBy(wanted, (key) => tagValue(system, resource, key));
}

export function isDeclaredBy(wanted: EvidenceWanted, valueOf: (key: string) => string | undefined): boolean {
  const tag = takesDeclarations(wanted) ? wanted.encryptionTag : undefined;
  return tag !== undefined && valueOf(tag.key)?.toLowerCase() === tag.value.toLowerCase();
}

export function takesDeclarations({ accept, orDeclared }: EvidenceWanted): boolean {
  return accept === "declared" || orDeclared === true;
}

/** Whether the settings declare a volume encrypted, by its name or its id. */
export function isListed(system: System, names: readonly (string | undefined)[], wanted: EvidenceWanted): boolean {
  return standing(system.settings.volumes, wanted).some(({ match }) =>
    names.some((name) => name !== undefined && matchesGlob(name, match)),
  );
}

/** Whether the settings declare that a VM's image encrypts one of its devices: the root, or any other. */
export function imageEncrypts(vm: Vm, device: "root" | "other", wanted: EvidenceWanted): boolean {
  const images = declaredImages(vm.system, wanted);
  if (images.length === 0) return false;
  const image = vm.image();
  return image !== undefined && isDeclaredEncrypted(vm.resource, image, device, images);
}

/** Whether the settings declare that an image of the stack encrypts one of its devices: all of them, or the root. */
export function imageDeclares(image: Image, wanted: EvidenceWanted, isRoot: () => boolean): boolean {
  const images = declaredImages(image.system, wanted);
  const declares = (device: "root" | "other") => isDeclaredEncrypted(image.resource, image, device, images);
  return any(
    () => declares("other"),
    () => all(isRoot, () => declares("root")),
  );
}

/** The images that the settings declare to encrypt, as far as that counts and has not ended. */
export function declaredImages({ settings }: System, wanted: EvidenceWanted): SharedSettings["images"] {
  return standing(settings.images, wanted);
}

interface Declaration {
  readonly owner?: string;
  readonly until?: string;
}

function standing<D extends Declaration>(entries: readonly D[], wanted: EvidenceWanted): D[] {
  if (!takesDeclarations(wanted)) return [];
  const counts = ({ owner, until }: D) =>
    wanted.encryptionTag !== undefined || (owner !== undefined && until !== undefined);
  return entries.filter((entry) => counts(entry) && !hasEnded(entry, wanted.today));
}

/** Whether the last day is over on which a declaration holds. */
export function hasEnded({ until }: Declaration, today: string): boolean {
  return until !== undefined && until < today;
}
