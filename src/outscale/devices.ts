import { all, any, every, ifKnown, referrers, type Resource, some, type Stack, type Subject, valueAt } from "../stack";
import { declaredEncryption, Image } from "./image";
import type { SharedSettings } from "./settings";
import { inlineTagValue, tagValue } from "./tags";
import { elementPaths } from "./view";
import { Vm } from "./vm";
import { Volume, VolumeLink } from "./volume";

/** What counts as evidence that a device is encrypted. */
export interface EvidenceWanted {
  readonly shared: SharedSettings;
  /** The tag that declares it, `encryption:luks2`. */
  readonly tag: string;
  /** `proven`: what opens that very device; `declared`: a tag or an image setting will do too. */
  readonly accept: "declared" | "proven";
}

/** A block device that may hold data. */
export interface Device extends Subject {
  /** The VMs that use it. */
  vms(): readonly Vm[];
  /** Whether there is such a device at all, and what it is. */
  is(kind: "root" | "data"): boolean;
  /** @throws {Undecided} when no evidence is certain and some is possible */
  isEncrypted(wanted: EvidenceWanted): boolean;
}

/** Every block device that the stack makes or attaches. */
export function devicesOf(stack: Stack): Device[] {
  return [
    ...stack.all(Volume).map((volume) => new VolumeDevice(volume)),
    ...stack.all(VolumeLink).map((link) => new LinkedDevice(link)),
    ...stack.all(Vm).flatMap((vm) => [...mappedDevices(vm), new StartDevice(vm)]),
    ...stack.all(Image).flatMap(imageDevices),
  ];
}

abstract class Part {
  readonly kind = "part";
  readonly related: readonly Resource[] = [];
  readonly resource: Resource;
  readonly path: string;

  constructor(resource: Resource, path: string) {
    this.resource = resource;
    this.path = path;
  }

  get name(): string {
    return this.resource.name;
  }
}

/** A volume, attached or not. */
class VolumeDevice implements Device {
  readonly kind = "resource";
  readonly path = "";
  readonly related: readonly Resource[] = [];
  readonly #volume: Volume;

  constructor(volume: Volume) {
    this.#volume = volume;
  }

  get resource(): Resource {
    return this.#volume.resource;
  }

  get name(): string {
    return this.#volume.name;
  }

  vms(): Vm[] {
    return this.#volume.links().map((link) => link.vm());
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data";
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#volume.stack, this.resource, wanted),
      () => some(this.#volume.links(), (link) => isEncryptedOn(link.vm(), () => link.written.deviceName, wanted)),
    );
  }
}

/** A volume that is not the stack's, attached to one of its VMs. */
class LinkedDevice extends Part implements Device {
  readonly #link: VolumeLink;

  constructor(link: VolumeLink) {
    super(link.resource, "volumeId");
    this.#link = link;
  }

  vms(): Vm[] {
    return [this.#link.vm()];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data" && this.#link.volume() === undefined;
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return isEncryptedOn(this.#link.vm(), () => this.#link.written.deviceName, wanted);
  }
}

const ROOT_DEVICE = "/dev/sda1";

/** A device that a VM maps when it is made. */
class MappedDevice extends Part implements Device {
  readonly #vm: Vm;
  readonly #index: number;

  constructor(vm: Vm, path: string, index: number) {
    super(vm.resource, path);
    this.#vm = vm;
    this.#index = index;
  }

  vms(): Vm[] {
    return [this.#vm];
  }

  is(kind: "root" | "data"): boolean {
    return all(
      () => valueAt(this.resource.inputs, `${this.path}.bsu`) !== undefined,
      () => (this.#deviceName() === rootDeviceOf(this.#vm)) === (kind === "root"),
    );
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    const { key, value } = tagOf(wanted);
    const isRoot = () => this.is("root");
    return any(
      () => wanted.accept === "declared" && inlineTagValue(this.resource, key, `${this.path}.bsu.tags`) === value,
      () => isEncryptedOn(this.#vm, () => this.#deviceName(), wanted),
      () => wanted.accept === "declared" && imageEncrypts(this.#vm, "root", wanted) && isRoot(),
    );
  }

  #deviceName(): string | undefined {
    return this.#vm.written.blockDeviceMappings?.[this.#index]?.deviceName;
  }
}

/** The device a VM starts from, when it maps none itself. */
class StartDevice extends Part implements Device {
  readonly #vm: Vm;

  constructor(vm: Vm) {
    super(vm.resource, "imageId");
    this.#vm = vm;
  }

  vms(): Vm[] {
    return [this.#vm];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "root" && every(mappedDevices(this.#vm), (mapped) => !mapped.is("root"));
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isEncryptedOn(this.#vm, () => rootDeviceOf(this.#vm), wanted),
      () => wanted.accept === "declared" && imageEncrypts(this.#vm, "root", wanted),
    );
  }
}

/** A device that an image of the stack brings to every VM made from it. */
class ImageDevice extends Part implements Device {
  readonly #image: Image;
  readonly #index: number;

  constructor(image: Image, path: string, index: number) {
    super(image.resource, path);
    this.#image = image;
    this.#index = index;
  }

  vms(): Vm[] {
    const { certain } = referrers(this.#image.stack, this.resource, Vm.types, { path: "imageId", types: Image.types });
    return certain.map((resource) => this.#image.stack.view(resource, Vm));
  }

  is(kind: "root" | "data"): boolean {
    return all(
      () => valueAt(this.resource.inputs, `${this.path}.bsus`) !== undefined,
      () => (this.#deviceName() === rootDeviceOfImage(this.#image)) === (kind === "root"),
    );
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#image.stack, this.resource, wanted),
      () => wanted.accept === "declared" && declaredOn(this.#image, wanted) === "all",
      () => this.vms().length > 0 && every(this.vms(), (vm) => isEncryptedOn(vm, () => this.#deviceName(), wanted)),
    );
  }

  #deviceName(): string | undefined {
    return this.#image.written.blockDeviceMappings?.[this.#index]?.deviceName;
  }
}

function mappedDevices(vm: Vm): MappedDevice[] {
  return elementPaths(vm.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new MappedDevice(vm, path, index),
  );
}

function imageDevices(image: Image): ImageDevice[] {
  return elementPaths(image.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new ImageDevice(image, path, index),
  );
}

function rootDeviceOf(vm: Vm): string {
  // Outscale's images, and those of a data source, start from the usual device.
  const image = ifKnown(() => vm.image());
  return image instanceof Image ? rootDeviceOfImage(image) : ROOT_DEVICE;
}

function rootDeviceOfImage(image: Image): string {
  return image.sets("rootDeviceName") ? (image.written.rootDeviceName ?? ROOT_DEVICE) : ROOT_DEVICE;
}

/** Evidence that a VM gives for one of its devices: a tag, its image, or user data that opens the device. */
function isEncryptedOn(vm: Vm, device: () => string | undefined, wanted: EvidenceWanted): boolean {
  return any(
    () => isDeclared(vm.stack, vm.resource, wanted),
    () => wanted.accept === "declared" && imageEncrypts(vm, "all", wanted),
    () => vm.opensEncrypted(device),
  );
}

function isDeclared(stack: Stack, resource: Resource, wanted: EvidenceWanted): boolean {
  const { key, value } = tagOf(wanted);
  return wanted.accept === "declared" && tagValue(stack, resource, key)?.toLowerCase() === value.toLowerCase();
}

function imageEncrypts(vm: Vm, what: "root" | "all", { shared }: EvidenceWanted): boolean {
  const { images } = shared;
  if (images.length === 0) return false;
  const image = vm.image();
  const declared = image === undefined ? undefined : declaredEncryption(vm.resource, image, images);
  return declared === "all" || (what === "root" && declared === "root");
}

function declaredOn(image: Image, { shared }: EvidenceWanted): "root" | "all" | undefined {
  return declaredEncryption(image.resource, image, shared.images);
}

function tagOf({ tag }: EvidenceWanted): { key: string; value: string } {
  const colon = tag.indexOf(":");
  return { key: tag.slice(0, colon), value: tag.slice(colon + 1) };
}
