import { any, attempt, certainly, reference, UnknownValue } from "../../../stack";
import { elementPaths } from "../../provider/view";
import { isDeclaredEncrypted, Image } from "../../resources/image";
import { Snapshot } from "../../resources/snapshot";
import { Vm } from "../../resources/vm";
import type { VolumeLink } from "../../resources/volume";
import { imagesOf, linksOf, maps } from "../data";
import { declaredImages, imageDeclares, isDeclared } from "../devices/evidence";
import { imageDevices } from "../devices/image-devices";
import { mappedDevices, StartDevice } from "../devices/vm-devices";
import { LinkedDevice } from "../devices/volume-devices";
import type { ImageExport } from "../exports";
import {
  type CopiedDevice,
  copyDevice,
  readSnapshot,
  copyVolume,
  refuseContent,
  names,
  type Origin,
} from "./copied-device";

/** An image that is registered from a file, or copied from one that is not the stack's, holds nothing of the stack. */
export function readImage(image: Image): CopiedDevice[] {
  const found = attempt(() =>
    image.system.through("devices", image.resource, () => [
      ...readVm(image),
      ...readMappedSnapshots(image),
      ...readSourceImage(image),
    ]),
  );
  if (found.why) return [refuseContent(found.why)];
  return found.value.map((held) => addImageEvidence(image, held));
}

/** The same, with what shows that the image as a whole is encrypted. */
function addImageEvidence(image: Image, held: CopiedDevice): CopiedDevice {
  return {
    ...held,
    isEncrypted: (wanted) =>
      any(
        () => isDeclared(image.system, image.resource, wanted),
        () => imageDeclares(image, wanted, () => held.is("root")),
        () => held.isEncrypted(wanted),
      ),
  };
}

/** What all the devices hold of the VM that it is taken of. */
function readVm(image: Image): CopiedDevice[] {
  if (!names(image.resource, "vmId")) return [];
  const found = attempt(() => image.target("vmId", Vm));
  if (found.why) return [refuseContent(found.why)];
  const { value: vm } = found;
  const { certain, possible } = linksOf(vm);
  const origin: Origin = { of: "vm", name: vm.name };
  return [
    ...[...mappedDevices(vm), new StartDevice(vm)].map((device) => copyDevice(device, origin)),
    ...readImageOfVm(vm, origin),
    ...certain.map(readLink),
    ...possible.map(({ why }) => refuseContent(why)),
  ];
}

/** The data devices that its own image, one of the stack's, brings and that it does not map in place of that. */
function readImageOfVm(vm: Vm, origin: Origin): CopiedDevice[] {
  const found = attempt(() => imagesOf(vm));
  if (found.why) return [refuseContent(found.why)];
  return found.value.flatMap((image) =>
    imageDevices(image)
      .filter((_, index) => !certainly(() => maps(vm, image.written.blockDeviceMappings?.[index]?.deviceName)))
      .filter((device) => !certainly(() => device.is("root")))
      .map((device) => copyDevice(device, origin)),
  );
}

function readLink(link: VolumeLink): CopiedDevice {
  const found = attempt(() => link.volume());
  if (found.why) return refuseContent(found.why);
  return found.value ? copyVolume(found.value) : copyDevice(new LinkedDevice(link), { of: "volume", name: link.name });
}

/** What the snapshots hold that its mappings name. */
function readMappedSnapshots(image: Image): CopiedDevice[] {
  const { inputs } = image.resource;
  return imageDevices(image).flatMap((device) =>
    elementPaths(inputs, `${device.path}.bsus`)
      .map((bsu) => `${bsu}.snapshotId`)
      .filter((path) => names(image.resource, path))
      .map((path): CopiedDevice => {
        const snapshot = () => readSnapshot(image.target(path, Snapshot));
        return {
          is: (kind) => device.is(kind),
          isEncrypted: (wanted) =>
            any(
              () => device.isEncrypted(wanted),
              () => snapshot().isEncrypted(wanted),
            ),
          origin: () => snapshot().origin(),
          keysBeside: () => snapshot().keysBeside(),
        };
      }),
  );
}

function readSourceImage({ system, resource }: Image): CopiedDevice[] {
  const found = attempt(() => reference(system, resource, { path: "sourceImageId", types: Image.types }));
  if (found.why) return [refuseContent(found.why)];
  return found.value && "resource" in found.value ? readImage(system.view(found.value.resource, Image)) : [];
}

/** Of an image that is not the stack's only the settings tell. */
export function readExport({ system, resource }: ImageExport): CopiedDevice[] {
  const found = reference(system, resource, { path: "imageId", types: Image.types });
  if (found && "resource" in found) return readImage(system.view(found.resource, Image));
  const outside = refuseContent(new UnknownValue(resource, "imageId", { outside: true }));
  const id = found?.outside ?? "";
  return [
    {
      ...outside,
      isEncrypted: (wanted) =>
        isDeclaredEncrypted(resource, id, "other", declaredImages(system, wanted)) || outside.isEncrypted(wanted),
    },
  ];
}
