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
  UnreadableValue,
  valueAt,
} from "../stack";
import { declaredEncryption, Image } from "./image";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { inlineTagValue, tagPasses, tagValue } from "./tags";
import { elementPaths, isSet } from "./view";
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
  isProduction(shared: SharedSettings): boolean;
  /**
   * Whether a tag of the device, or of the VMs that use it, has a value that passes.
   * @throws {Undecided} when none certainly has and one may
   */
  hasTag(key: string, passes: (value: string) => boolean, shared: SharedSettings): boolean;
  /**
   * Whether the program says that the device stays when its VM is deleted; the provider's own default is not settled.
   * @throws {UnreadableValue} when the provider may not do as is written
   */
  outlivesVm(): boolean;
  /** Whether the program says what becomes of the device when its VM is deleted, be it to stay or to go. */
  saysWhatBecomes(): boolean;
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
      () => this.#volume.mayBeAttachedElsewhere(wanted.shared),
    );
  }

  isProduction(shared: SharedSettings): boolean {
    return this.#volume.isProduction(shared);
  }

  hasTag(key: string, passes: (value: string) => boolean, shared: SharedSettings): boolean {
    return this.#volume.hasTag(key, passes, shared);
  }

  outlivesVm(): boolean {
    return true;
  }

  saysWhatBecomes(): boolean {
    return true;
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

  isProduction(shared: SharedSettings): boolean {
    return this.#link.isProduction(shared);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return any(
      () => tagPasses(this.#link.stack, this.#link.vm().resource, key, passes),
      () => {
        throw new UnknownValue(this.resource, this.path, { outside: true });
      },
    );
  }

  outlivesVm(): boolean {
    return true;
  }

  saysWhatBecomes(): boolean {
    return true;
  }
}

const VMS_OF_IMAGE = { en: "the VMs made from this image", fr: "les VM créées à partir de cette image" };
const NOT_SENT = {
  en: "a `false` that the provider does not send for an image",
  fr: "un `false` que le fournisseur n'envoie pas pour une image",
};
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

  isProduction(shared: SharedSettings): boolean {
    return this.#vm.isProduction(shared);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return any(
      () => this.#hasOwnTag(key, passes),
      () => tagPasses(this.#vm.stack, this.resource, key, passes),
    );
  }

  outlivesVm(): boolean {
    return this.#vm.written.blockDeviceMappings?.[this.#index]?.bsu?.deleteOnVmDeletion === false;
  }

  saysWhatBecomes(): boolean {
    return isSet(this.resource, `${this.path}.bsu.deleteOnVmDeletion`);
  }

  #hasOwnTag(key: string, passes: (value: string) => boolean): boolean {
    const value = inlineTagValue(this.resource, key, `${this.path}.bsu.tags`);
    return value !== undefined && passes(value);
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

  isProduction(shared: SharedSettings): boolean {
    return this.#vm.isProduction(shared);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return tagPasses(this.#vm.stack, this.resource, key, passes);
  }

  outlivesVm(): boolean {
    return false;
  }

  saysWhatBecomes(): boolean {
    return false;
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

  /** It serves what the VMs made from its image serve; without any there is no such device yet. */
  isProduction(shared: SharedSettings): boolean {
    return (
      (this.#isUsed() || isInAnotherPart(this.#image.stack, shared, this.resource, VMS_OF_IMAGE)) &&
      !this.#everyVm((vm) => !vm.isProduction(shared))
    );
  }

  hasTag(key: string, passes: (value: string) => boolean, shared: SharedSettings): boolean {
    const { stack } = this.#image;
    return this.#everyVm((vm) =>
      any(
        () => tagPasses(stack, vm.resource, key, passes),
        () => !vm.isProduction(shared),
      ),
    );
  }

  outlivesVm(): boolean {
    return any(
      () => this.#isUsed() && this.#everyVm((vm) => this.#isMappedBy(vm)),
      () => this.#isWrittenToStay(),
    );
  }

  saysWhatBecomes(): boolean {
    return isSet(this.resource, `${this.path}.bsus[0].deleteOnVmDeletion`);
  }

  /** Whether a VM maps the device itself, in place of its image. */
  #isMappedBy(vm: Vm): boolean {
    return some(vm.written.blockDeviceMappings ?? [], ({ deviceName }) => deviceName === this.#deviceName());
  }

  #isWrittenToStay(): boolean {
    const bsu = this.#image.written.blockDeviceMappings?.[this.#index]?.bsus?.[0];
    if (bsu?.deleteOnVmDeletion !== false) return false;
    throw new UnreadableValue(this.resource, `${this.path}.bsus[0].deleteOnVmDeletion`, NOT_SENT);
  }

  #isOpenedEverywhere(wanted: EvidenceWanted): boolean {
    return (
      (this.#isUsed() || isInAnotherPart(this.#image.stack, wanted.shared, this.resource, VMS_OF_IMAGE)) &&
      this.#everyVm((vm) => isEncryptedOn(vm, () => this.#deviceName(), wanted))
    );
  }

  #isUsed(): boolean {
    const { certain, possible } = this.#vms();
    return certain.length + possible.length > 0;
  }

  #everyVm(test: (vm: Vm) => boolean): boolean {
    const { certain, possible } = this.#vms();
    return every([...certain, ...possible], (vm) => {
      if (vm instanceof UnknownValue) throw vm;
      return test(vm);
    });
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
