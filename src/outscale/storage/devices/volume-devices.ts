import { any, ifKnown, some, SubjectOf, UnknownValue } from "../../../stack";
import { tagPasses } from "../../grouping/tags";
import type { System } from "../../provider/system";
import type { Volume, VolumeLink } from "../../resources/volume";
import { isSensitive } from "../../sensitivity/classification";
import type { Device, DeviceUse, EvidenceWanted } from "./device";
import { isDeclared, isEncryptedOn, isListed, takesDeclarations } from "./evidence";

function useOf(link: VolumeLink): DeviceUse {
  return { vm: link.vm(), name: () => link.written.deviceName };
}

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

  uses(): DeviceUse[] {
    return this.#volume.links().map(useOf);
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data";
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isDeclared(this.#volume.system, this.resource, wanted),
      () => isListed(this.system, [this.name, this.resource.id], wanted),
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

  uses(): DeviceUse[] {
    return [useOf(this.#link)];
  }

  is(kind: "root" | "data"): boolean {
    return kind === "data" && this.#link.volume() === undefined;
  }

  isEncrypted(wanted: EvidenceWanted): boolean {
    return any(
      () => isListed(this.system, [this.#volumeId()], wanted),
      () => isEncryptedOn(this.#link.vm(), () => this.#link.written.deviceName, wanted),
      () => takesDeclarations(wanted) && wanted.encryptionTag !== undefined && this.#hasTagsElsewhere(),
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

  /** The id of the volume, where it is written. */
  #volumeId(): string | undefined {
    return ifKnown(() => this.#link.written.volumeId);
  }

  /** @throws {UnknownValue} always: its own tags are written where the volume is */
  #hasTagsElsewhere(): never {
    throw new UnknownValue(this.resource, this.path, { outside: true });
  }
}
