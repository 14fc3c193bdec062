import { any, some, SubjectOf, UnknownValue } from "../../../stack";
import { tagPasses } from "../../grouping/tags";
import type { System } from "../../provider/system";
import type { Vm } from "../../resources/vm";
import type { Volume, VolumeLink } from "../../resources/volume";
import { isSensitive } from "../../sensitivity/classification";
import type { Device, EvidenceWanted } from "./device";
import { isDeclared, isEncryptedOn } from "./evidence";

/** A volume, attached or not. */
export class VolumeDevice extends SubjectOf implements Device {
  readonly #volume: Volume;

  constructor(volume: Volume) {
    super("resource", volume.resource, "");
    this.#volume = volume;
  }

  get system(): System {
    return this.#volume.system;
  }

  inClearOn(): Vm[] {
    return this.#volume.links().map((link) => link.vm());
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data";
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#volume.system, this.resource, wanted),
      () => some(this.#volume.links(), (link) => isEncryptedOn(link.vm(), () => link.written.deviceName, wanted)),
      () => this.#volume.mayBeAttachedElsewhere(),
    );
  }

  isProduction(): boolean {
    return this.#volume.isProduction();
  }

  isSensitive(): boolean {
    return isSensitive(this.#volume);
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return this.#volume.hasTag(key, passes);
  }

  outlivesVm(): boolean {
    return true;
  }

  saysWhatBecomes(): boolean {
    return true;
  }
}

/** A volume that is not the stack's, attached to one of its VMs. */
export class LinkedDevice extends SubjectOf implements Device {
  readonly #link: VolumeLink;

  constructor(link: VolumeLink) {
    super("part", link.resource, "volumeId");
    this.#link = link;
  }

  get system(): System {
    return this.#link.system;
  }

  inClearOn(): Vm[] {
    return [this.#link.vm()];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data" && this.#link.volume() === undefined;
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isEncryptedOn(this.#link.vm(), () => this.#link.written.deviceName, wanted),
      () => wanted.accept === "declared" && this.#hasTagsElsewhere(),
    );
  }

  isProduction(): boolean {
    return this.#link.isProduction();
  }

  isSensitive(): boolean {
    return isSensitive(this.#link.vm());
  }

  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return any(
      () => tagPasses(this.#link.system, this.#link.vm().resource, key, passes),
      () => this.#hasTagsElsewhere(),
    );
  }

  outlivesVm(): boolean {
    return true;
  }

  saysWhatBecomes(): boolean {
    return true;
  }

  /** @throws {UnknownValue} always: its own tags are written where the volume is */
  #hasTagsElsewhere(): never {
    throw new UnknownValue(this.resource, this.path, { outside: true });
  }
}
