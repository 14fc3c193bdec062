import { any, reference, SubjectOf, UnreadableValue } from "../../stack";
import type { System } from "../provider/system";
import { elementPaths, isSet } from "../provider/view";
import { Image } from "../resources/image";
import { Snapshot } from "../resources/snapshot";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";

const GUARANTEED = "io1";

/** What a program writes of a disk; a volume calls its size `size`, a mapping `volumeSize`. */
interface Written {
  readonly iops?: number;
  readonly volumeType?: string;
  readonly size?: number;
  readonly volumeSize?: number;
}

/** A disk that a program orders with its performance: a volume, or one that a VM or an image maps, the root included. */
export class Disk extends SubjectOf {
  readonly #owner: Volume | Vm | Image;
  readonly #read: () => Written | undefined;

  constructor(owner: Volume | Vm | Image, path: string, read: () => Written | undefined) {
    super(path === "" ? "resource" : "part", owner.resource, path);
    this.#owner = owner;
    this.#read = read;
  }

  get system(): System {
    return this.#owner.system;
  }

  /** Where its IOPS are written. */
  get iopsPath(): string {
    return this.path === "" ? "iops" : `${this.path}.iops`;
  }

  /** The subscribed IOPS, where `namesIops`. */
  iops(): number {
    return this.#read()?.iops ?? 0;
  }

  /** Whether the program writes how many IOPS it has. */
  namesIops(): boolean {
    return isSet(this.resource, this.iopsPath);
  }

  /** The type; the provider's default where the program names none. */
  volumeType(): string {
    return this.#read()?.volumeType ?? "standard";
  }

  /** Whether its type guarantees IOPS. */
  isGuaranteed(): boolean {
    return this.volumeType() === GUARANTEED;
  }

  /** Whether it is, or is meant to be, a disk of guaranteed IOPS. */
  asksForIops(): boolean {
    return any(
      () => this.namesIops(),
      () => this.isGuaranteed(),
    );
  }

  /**
   * Its size, in GiB.
   * @throws {UnreadableValue} when the snapshot or the image it is made from decides
   */
  size(): number {
    const { size, volumeSize } = this.#read() ?? {};
    const written = size ?? volumeSize;
    if (written === undefined) throw new UnreadableValue(this.resource, this.path || "size", SIZE_OF_ANOTHER);
    return written;
  }

  /**
   * The snapshot that decides its size, by its urn or as written; `undefined` where a size is written.
   * @throws {UnreadableValue} when the image decides
   * @throws {UnknownValue} when the snapshot is not known
   */
  sizingSnapshot(): string | undefined {
    const { size, volumeSize } = this.#read() ?? {};
    if ((size ?? volumeSize) !== undefined) return undefined;
    const path = this.path === "" ? "snapshotId" : `${this.path}.snapshotId`;
    const found = reference(this.#owner.system, this.resource, { path, types: Snapshot.types });
    if (!found) throw new UnreadableValue(this.resource, this.path || "size", SIZE_OF_ANOTHER);
    return "resource" in found ? found.resource.urn : found.outside;
  }

  /** Whether it serves production. */
  isProduction(): boolean {
    return this.#owner.isProduction();
  }
}

const SIZE_OF_ANOTHER = {
  en: "a size that its snapshot or image decides",
  fr: "une taille que fixe son snapshot ou son image",
};

/** The resources that order disks. */
export const Disks = { types: [...Volume.types, ...Vm.types, ...Image.types] };

/** Every disk that the stack orders. */
export function disksOf(system: System): Disk[] {
  return [
    ...system.all(Volume).map(diskOfVolume),
    ...system.all(Vm).flatMap(disksOfVm),
    ...system.all(Image).flatMap(disksOfImage),
  ];
}

export function diskOfVolume(volume: Volume): Disk {
  return new Disk(volume, "", () => volume.written);
}

/** The disks that a VM maps when it is made, the root among them. */
export function disksOfVm(vm: Vm): Disk[] {
  return elementPaths(vm.resource.inputs, "blockDeviceMappings").map(
    (path, index) => new Disk(vm, `${path}.bsu`, () => vm.written.blockDeviceMappings?.[index]?.bsu),
  );
}

/** The disks that an image of the stack brings, the root among them. */
export function disksOfImage(image: Image): Disk[] {
  const { inputs } = image.resource;
  return elementPaths(inputs, "blockDeviceMappings").flatMap((mapping, index) =>
    elementPaths(inputs, `${mapping}.bsus`).map(
      (path, which) => new Disk(image, path, () => image.written.blockDeviceMappings?.[index]?.bsus?.[which]),
    ),
  );
}
