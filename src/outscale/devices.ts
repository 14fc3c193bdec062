import {
  all,
  any,
  certainly,
  every,
  ifKnown,
  referrers,
  type Resource,
  some,
  type Stack,
  type Subject,
  SubjectOf,
  UnknownValue,
  valueAt,
} from "../stack";
import { declaredEncryption, Image } from "./image";
import { isInAnotherPart } from "./part";
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
  /** The VMs that use it and whose user data does not open it; all of them, where one that does is enough. */
  inClearOn(): readonly Vm[];
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

/** A volume, attached or not. */
class VolumeDevice extends SubjectOf implements Device {
  readonly #volume: Volume;

  constructor(volume: Volume) {
    super("resource", volume.resource, "");
    this.#volume = volume;
  }

  inClearOn(): Vm[] {
    return this.#volume.links().map((link) => link.vm());
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data";
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#volume.stack, this.resource, wanted),
      () => some(this.#volume.links(), (link) => isEncryptedOn(link.vm(), () => link.written.deviceName, wanted)),
      // A volume is attached once at most.
      () => this.#volume.links().length === 0 && this.#isAttachedElsewhere(wanted),
    );
  }

  #isAttachedElsewhere({ shared }: EvidenceWanted): boolean {
    return isInAnotherPart(this.#volume.stack, shared, this.resource, VM_OF_VOLUME);
  }
}

/** A volume that is not the stack's, attached to one of its VMs. */
class LinkedDevice extends SubjectOf implements Device {
  readonly #link: VolumeLink;

  constructor(link: VolumeLink) {
    super("part", link.resource, "volumeId");
    this.#link = link;
  }

  inClearOn(): Vm[] {
    return [this.#link.vm()];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data" && this.#link.volume() === undefined;
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return isEncryptedOn(this.#link.vm(), () => this.#link.written.deviceName, wanted);
  }
}

const VM_OF_VOLUME = { en: "the VM that attaches this volume", fr: "la VM qui attache ce volume" };
const VMS_OF_IMAGE = { en: "the VMs made from this image", fr: "les VM créées à partir de cette image" };
const ROOT_DEVICE = "/dev/sda1";

/** A device that a VM maps when it is made. */
class MappedDevice extends SubjectOf implements Device {
  readonly #vm: Vm;
  readonly #index: number;

  constructor(vm: Vm, path: string, index: number) {
    super("part", vm.resource, path);
    this.#vm = vm;
    this.#index = index;
  }

  inClearOn(): Vm[] {
    return [this.#vm];
  }

  is(kind: "root" | "data"): boolean {
    return all(
      () => valueAt(this.resource.inputs, `${this.path}.bsu`) !== undefined,
      () => (this.#deviceName() === rootDeviceOf(this.#vm)) === (kind === "root"),
    );
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    const isRoot = () => this.is("root");
    return any(
      () => isDeclaredBy(wanted, (key) => inlineTagValue(this.resource, key, `${this.path}.bsu.tags`)),
      () => isEncryptedOn(this.#vm, () => this.#deviceName(), wanted),
      () => wanted.accept === "declared" && imageEncrypts(this.#vm, "root", wanted) && isRoot(),
    );
  }

  #deviceName(): string | undefined {
    return this.#vm.written.blockDeviceMappings?.[this.#index]?.deviceName;
  }
}

/** The device a VM starts from, when it maps none itself. */
class StartDevice extends SubjectOf implements Device {
  readonly #vm: Vm;

  constructor(vm: Vm) {
    super("part", vm.resource, "imageId");
    this.#vm = vm;
  }

  inClearOn(): Vm[] {
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
class ImageDevice extends SubjectOf implements Device {
  readonly #image: Image;
  readonly #index: number;

  constructor(image: Image, path: string, index: number) {
    super("part", image.resource, path);
    this.#image = image;
    this.#index = index;
  }

  inClearOn(): Vm[] {
    return this.#vms().certain.filter((vm) => !certainly(() => vm.opensEncrypted(() => this.#deviceName())));
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
      () => this.#isOpenedEverywhere(wanted),
    );
  }

  #isOpenedEverywhere(wanted: EvidenceWanted): boolean {
    const { certain, possible } = this.#vms();
    const isUsed = certain.length + possible.length > 0;
    const { stack } = this.#image;
    return (
      (isUsed || isInAnotherPart(stack, wanted.shared, this.resource, VMS_OF_IMAGE)) &&
      every([...certain, ...possible], (vm) => {
        if (vm instanceof UnknownValue) throw vm;
        return isEncryptedOn(vm, () => this.#deviceName(), wanted);
      })
    );
  }

  /** The VMs made from the image, and why of others it cannot be told. */
  #vms(): { certain: Vm[]; possible: UnknownValue[] } {
    const how = { path: "imageId", types: Image.types };
    const { certain, possible } = referrers(this.#image.stack, this.resource, Vm.types, how);
    return {
      certain: certain.map((resource) => this.#image.stack.view(resource, Vm)),
      possible: possible.map(({ why }) => why),
    };
  }

  #deviceName(): string | undefined {
    return this.#image.written.blockDeviceMappings?.[this.#index]?.deviceName;
  }
}

/** The devices that a VM maps when it is made, the root among them. */
export function mappedDevices(vm: Vm): Device[] {
  return elementPaths(vm.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new MappedDevice(vm, path, index),
  );
}

/** The devices that an image of the stack brings, the root among them. */
export function imageDevices(image: Image): Device[] {
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
  return isDeclaredBy(wanted, (key) => tagValue(stack, resource, key));
}

function isDeclaredBy({ accept, tag }: EvidenceWanted, valueOf: (key: string) => string | undefined): boolean {
  const [key, ...value] = tag.split(":");
  return accept === "declared" && valueOf(key ?? "")?.toLowerCase() === value.join(":").toLowerCase();
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
