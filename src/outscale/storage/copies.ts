import { all, any, certainly, ifKnown, type Resource, some, SubjectOf } from "../../stack";
import type { System } from "../provider/system";
import { Image } from "../resources/image";
import { Snapshot } from "../resources/snapshot";
import { Volume } from "../resources/volume";
import { isSensitive } from "../sensitivity/classification";
import { type CopiedDevice, copyItself, readSnapshot, names, type Origin } from "./copies/copied-device";
import { readExport, readImage } from "./copies/devices-of-image";
import type { EvidenceWanted } from "./devices/device";
import { type KeyBeside, type Shortfall, findShortfall } from "./devices/lack-of-evidence";
import { ImageExport, SnapshotExport } from "./exports";

/** Which of what a copy holds is to be encrypted, and what shows that it is. */
interface CopyWanted extends EvidenceWanted {
  /** Whether what VMs start from counts even where it is not sensitive. */
  readonly encryptRoot: boolean;
}

/** Why a copy counts as in clear. */
export interface CopyLack {
  readonly shortfall: Shortfall;
  /** Where what is certainly in clear comes from. */
  readonly origins: readonly Origin[];
  /** Where the keys lie that are at hand. */
  readonly keys: readonly KeyBeside[];
}

/** A copy of what devices hold: a snapshot, an image, an export of one, or the snapshot that a volume leaves behind. */
class Copy extends SubjectOf {
  readonly #held: () => readonly CopiedDevice[];
  readonly #isSensitive: () => boolean;

  constructor(
    resource: Resource,
    path: string,
    held: () => readonly CopiedDevice[],
    sensitive: () => boolean = () => false,
  ) {
    super(path === "" ? "resource" : "part", resource, path);
    this.#held = held;
    this.#isSensitive = sensitive;
  }

  /** Whether it holds what is to be encrypted: data, and what VMs start from where that counts. */
  holdsData(encryptRoot: boolean): boolean {
    return some(this.#held(), (held) => this.#counts(held, encryptRoot));
  }

  /** Whether any of that is without evidence. */
  isInClear(wanted: CopyWanted): boolean {
    return some(this.#held(), (held) => this.#isClear(held, wanted));
  }

  /** What a copy without the evidence that is wanted has instead. */
  lackOfEvidence(wanted: CopyWanted): CopyLack {
    const clear = this.#held().filter((held) => certainly(() => this.#isClear(held, wanted)));
    const origins = clear.map((held) => held.origin());
    const shortfall = findShortfall(wanted, (weaker) => !this.isInClear(weaker));
    const keys = shortfall === "key-at-hand" ? clear.flatMap((held) => ifKnown(() => held.keysBeside()) ?? []) : [];
    return { shortfall, origins: distinct(origins), keys: distinct(keys) };
  }

  #isClear(held: CopiedDevice, wanted: CopyWanted): boolean {
    return all(
      () => this.#counts(held, wanted.encryptRoot),
      () => !held.isEncrypted(wanted),
    );
  }

  #counts(held: CopiedDevice, encryptRoot: boolean): boolean {
    return any(
      () => held.is("data"),
      () =>
        all(
          () => held.is("root"),
          () => encryptRoot || this.#isSensitive(),
        ),
    );
  }
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((each) => [JSON.stringify(each), each])).values()];
}

/** Every copy that a stack makes of what devices hold. */
export function copiesOf(system: System): Copy[] {
  return [
    ...system.all(Snapshot).map((snapshot) => new Copy(snapshot.resource, "", () => [readSnapshot(snapshot)])),
    ...system.all(Image).map((image) => {
      const { resource } = image;
      return new Copy(
        resource,
        "",
        () => readImage(image),
        () => isSensitive(image),
      );
    }),
    ...system.all(SnapshotExport).map((task) => new Copy(task.resource, "", () => [readSnapshot(task.snapshot())])),
    ...system.all(ImageExport).map((task) => {
      return new Copy(
        task.resource,
        "",
        () => readExport(task),
        () => isSensitive(task.image()),
      );
    }),
    ...system
      .all(Volume)
      .filter(({ resource }) => names(resource, "terminationSnapshotName"))
      .map((volume) => new Copy(volume.resource, "terminationSnapshotName", () => [copyItself(volume)])),
  ];
}
