import { all, any, every, SubjectOf, valueAt } from "../../../stack";
import { inlineTagValue, tagPasses } from "../../grouping/tags";
import type { System } from "../../provider/system";
import { elementPaths, isSet } from "../../provider/view";
import type { Vm } from "../../resources/vm";
import { isSensitive } from "../../sensitivity/classification";
import type { Device, DeviceUse, EvidenceWanted } from "./device";
import { imageEncrypts, isDeclaredBy, isEncryptedOn, isListed } from "./evidence";
import { rootDeviceOf } from "./root-device";

/** The devices that a VM maps when it is made, the root among them. */
export function mappedDevices(vm: Vm): Device[] {
  return elementPaths(vm.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new MappedDevice(vm, path, index),
  );
}

/** A device that a VM maps when it is made. */
class MappedDevice extends SubjectOf implements Device {
  readonly #vm: Vm;
  readonly #index: number;

  constructor(vm: Vm, path: string, index: number) {
    super("part", vm.resource, path);
    this.#vm = vm;
    this.#index = index;
  }

  get system(): System {
    return this.#vm.system;
  }

  uses(): DeviceUse[] {
    return [{ vm: this.#vm, name: () => this.#deviceName() }];
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
      () => isListed(this.system, [this.name], wanted),
      () => isEncryptedOn(this.#vm, () => this.#deviceName(), wanted),
      () => imageEncrypts(this.#vm, "root", wanted) && isRoot(),
    );
  }

  isProduction(): boolean {
    return this.#vm.isProduction();
  }

  isSensitive(): boolean {
    return isSensitive(this.#vm);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return any(
      () => this.#hasOwnTag(key, passes),
      () => tagPasses(this.#vm.system, this.resource, key, passes),
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
export class StartDevice extends SubjectOf implements Device {
  readonly #vm: Vm;

  constructor(vm: Vm) {
    super("part", vm.resource, "imageId");
    this.#vm = vm;
  }

  get system(): System {
    return this.#vm.system;
  }

  uses(): DeviceUse[] {
    return [{ vm: this.#vm, name: () => rootDeviceOf(this.#vm) }];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "root" && every(mappedDevices(this.#vm), (mapped) => !mapped.is("root"));
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isListed(this.system, [this.name], wanted),
      () => isEncryptedOn(this.#vm, () => rootDeviceOf(this.#vm), wanted),
      () => imageEncrypts(this.#vm, "root", wanted),
    );
  }

  isProduction(): boolean {
    return this.#vm.isProduction();
  }

  isSensitive(): boolean {
    return isSensitive(this.#vm);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return tagPasses(this.#vm.system, this.resource, key, passes);
  }

  outlivesVm(): boolean {
    return false;
  }

  saysWhatBecomes(): boolean {
    return false;
  }
}
