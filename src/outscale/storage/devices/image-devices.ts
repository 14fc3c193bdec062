import { all, any, type Candidates, every, some, SubjectOf, UnreadableValue, valueAt } from "../../../stack";
import { isInAnotherPart } from "../../grouping/part-of-system";
import { tagPasses } from "../../grouping/tags";
import type { System } from "../../provider/system";
import { elementPaths, isSet } from "../../provider/view";
import { Image } from "../../resources/image";
import { Vm } from "../../resources/vm";
import { isSensitive } from "../../sensitivity/classification";
import type { Device, DeviceUse, EvidenceWanted } from "./device";
import { imageDeclares, isDeclared, isEncryptedOn, isListed } from "./evidence";
import { rootDeviceOfImage } from "./root-device";

const VMS_OF_IMAGE = { en: "the VMs made from this image", fr: "les VM créées à partir de cette image" };
const NOT_SENT = {
  en: "a `false` that the provider does not send for an image",
  fr: "un `false` que le fournisseur n'envoie pas pour une image",
};

/** The devices that an image of the stack brings, the root among them. */
export function imageDevices(image: Image): Device[] {
  return elementPaths(image.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new ImageDevice(image, path, index),
  );
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

  get system(): System {
    return this.#image.system;
  }

  uses(): DeviceUse[] {
    return this.#vms().certain.map((vm) => ({ vm, name: () => this.#deviceName() }));
  }

  is(kind: "root" | "data"): boolean {
    return all(
      () => valueAt(this.resource.inputs, `${this.path}.bsus`) !== undefined,
      () => (this.#deviceName() === rootDeviceOfImage(this.#image)) === (kind === "root"),
    );
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#image.system, this.resource, wanted),
      () => isListed(this.system, [this.name], wanted),
      () => imageDeclares(this.#image, wanted, () => this.is("root")),
      () => this.#isOpenedEverywhere(wanted),
    );
  }

  /** It serves what the VMs made from its image serve; without any there is no such device yet. */
  isProduction(): boolean {
    return (
      (this.#isUsed() || isInAnotherPart(this.#image.system, this.resource, VMS_OF_IMAGE)) &&
      !this.#everyVm((vm) => !vm.isProduction())
    );
  }

  /** As sensitive as what it was made from, or as the VMs that it serves. */
  isSensitive(): boolean {
    return this.#isUsed() ? some(this.#vms().lookups(), (vm) => isSensitive(vm())) : isSensitive(this.#image);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    const { system } = this.#image;
    return this.#everyVm((vm) =>
      any(
        () => tagPasses(system, vm.resource, key, passes),
        () => !vm.isProduction(),
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
      (this.#isUsed() || isInAnotherPart(this.#image.system, this.resource, VMS_OF_IMAGE)) &&
      this.#everyVm((vm) => isEncryptedOn(vm, () => this.#deviceName(), wanted))
    );
  }

  #isUsed(): boolean {
    return this.#vms().all.length > 0;
  }

  #everyVm(test: (vm: Vm) => boolean): boolean {
    return every(this.#vms().lookups(), (vm) => test(vm()));
  }

  /** The VMs made from the image. */
  #vms(): Candidates<Vm> {
    return this.system.referrers(this.resource, Vm, { path: "imageId", types: Image.types });
  }

  #deviceName(): string | undefined {
    return this.#image.written.blockDeviceMappings?.[this.#index]?.deviceName;
  }
}
