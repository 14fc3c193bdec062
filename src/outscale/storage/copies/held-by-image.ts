import { any, attempt, certainly, reference, UnknownValue } from "../../../stack";
import { elementPaths } from "../../provider/view";
import { isDeclaredEncrypted, Image } from "../../resources/image";
import { Snapshot } from "../../resources/snapshot";
import { Vm } from "../../resources/vm";
import type { VolumeLink } from "../../resources/volume";
import { imagesOf, linksOf, maps } from "../data";
import { imageDeclares, isDeclared } from "../devices/evidence";
import { imageDevices } from "../devices/image-devices";
import { mappedDevices, StartDevice } from "../devices/vm-devices";
import { LinkedDevice } from "../devices/volume-devices";
import type { ImageExport } from "../exports";
import { type Held, heldBy, heldBySnapshot, heldByVolume, hidden, names, type Origin } from "./held";

/** An image that is registered from a file, or copied from one that is not the stack's, holds nothing of the stack. */
export function heldByImage(image: Image): Held[] {
  return [...heldOfVm(image), ...heldOfSnapshots(image), ...heldOfSource(image)].map((held) => inImage(image, held));
}

/** The same, with what shows that the image as a whole is encrypted. */
function inImage(image: Image, held: Held): Held {
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
function heldOfVm(image: Image): Held[] {
  if (!names(image.resource, "vmId")) return [];
  const found = attempt(() => image.target("vmId", Vm));
  if (found.why) return [hidden(found.why)];
  const { value: vm } = found;
  const { certain, possible } = linksOf(vm);
  const origin: Origin = { of: "vm", name: vm.name };
  return [
    ...[...mappedDevices(vm), new StartDevice(vm)].map((device) => heldBy(device, origin)),
    ...heldOfItsImage(vm, origin),
    ...certain.map(heldByLink),
    ...possible.map(({ why }) => hidden(why)),
  ];
}

/** The data devices that its own image, one of the stack's, brings and that it does not map in place of that. */
function heldOfItsImage(vm: Vm, origin: Origin): Held[] {
  const found = attempt(() => imagesOf(vm));
  if (found.why) return [hidden(found.why)];
  return found.value.flatMap((image) =>
    imageDevices(image)
      .filter((_, index) => !certainly(() => maps(vm, image.written.blockDeviceMappings?.[index]?.deviceName)))
      .filter((device) => !certainly(() => device.is("root")))
      .map((device) => heldBy(device, origin)),
  );
}

function heldByLink(link: VolumeLink): Held {
  const found = attempt(() => link.volume());
  if (found.why) return hidden(found.why);
  return found.value ? heldByVolume(found.value) : heldBy(new LinkedDevice(link), { of: "volume", name: link.name });
}

/** What the snapshots hold that its mappings name. */
function heldOfSnapshots(image: Image): Held[] {
  const { inputs } = image.resource;
  return imageDevices(image).flatMap((device) =>
    elementPaths(inputs, `${device.path}.bsus`)
      .map((bsu) => `${bsu}.snapshotId`)
      .filter((path) => names(image.resource, path))
      .map((path): Held => {
        const snapshot = () => heldBySnapshot(image.target(path, Snapshot));
        return {
          is: (kind) => device.is(kind),
          isEncrypted: (wanted) =>
            any(
              () => device.isEncrypted(wanted),
              () => snapshot().isEncrypted(wanted),
            ),
          origin: () => snapshot().origin(),
        };
      }),
  );
}

function heldOfSource({ system, resource }: Image): Held[] {
  const found = attempt(() => reference(system, resource, { path: "sourceImageId", types: Image.types }));
  if (found.why) return [hidden(found.why)];
  return found.value && "resource" in found.value ? heldByImage(system.view(found.value.resource, Image)) : [];
}

/** Of an image that is not the stack's only the settings tell. */
export function heldByExport({ system, resource }: ImageExport): Held[] {
  const found = reference(system, resource, { path: "imageId", types: Image.types });
  if (found && "resource" in found) return heldByImage(system.view(found.resource, Image));
  const outside = hidden(new UnknownValue(resource, "imageId", { outside: true }));
  const id = found?.outside ?? "";
  return [
    {
      ...outside,
      isEncrypted: (wanted) =>
        (wanted.accept === "declared" && isDeclaredEncrypted(resource, id, "other", system.settings.images)) ||
        outside.isEncrypted(wanted),
    },
  ];
}
