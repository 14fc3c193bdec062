import { all, any, some } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { View } from "../provider/view";
import { WholeStack } from "../provider/whole-stack";
import { Image } from "../resources/image";
import { Snapshot } from "../resources/snapshot";
import { Vm } from "../resources/vm";
import { isBackedUp } from "./backup";
import { holdsData } from "./data";
import { devicesOf } from "./devices";
import { isScratch } from "./scratch";

/** Copies a snapshot to the object storage of the region. */
export class SnapshotExport extends View<"outscale:index/snapshotExportTask:SnapshotExportTask"> {
  static readonly types = ["outscale:index/snapshotExportTask:SnapshotExportTask"] as const;

  /** @throws {UnknownValue} when it is not the stack's, or not known */
  snapshot(): Snapshot {
    return this.target("snapshotId", Snapshot);
  }

  /**
   * Whether it copies a production volume that a schedule backs up.
   * @throws {Undecided} when the snapshot is not the stack's, or the volume is not known
   */
  isOfBackup(): boolean {
    const volume = this.snapshot().source();
    return (
      volume !== undefined &&
      all(
        () => volume.isProduction(),
        () => isBackedUp(volume),
      )
    );
  }
}

/** Copies an image, with the data of the VM it is taken of, to the object storage of the region. */
export class ImageExport extends View<"outscale:index/imageExportTask:ImageExportTask"> {
  static readonly types = ["outscale:index/imageExportTask:ImageExportTask"] as const;

  /** @throws {UnknownValue} when it is not the stack's, or not known */
  image(): Image {
    return this.target("imageId", Image);
  }

  /** @throws {Undecided} when the image or its VM is not the stack's, or not known */
  isOfBackup(): boolean {
    const image = this.image();
    if (!image.sets("vmId")) return false;
    const vm = image.target("vmId", Vm);
    return all(
      () => vm.isProduction(),
      () => holdsData(vm),
    );
  }
}

const EXPORT = { en: "an export task of a volume", fr: "une tâche d'export d'un volume" };

/** All that schedules back up in a stack. */
export class Backups extends WholeStack {
  /** Whether a schedule backs up any production data that must not be lost. */
  exist(): boolean {
    return some(devicesOf(this.system), (device) =>
      all(
        () => device.is("data"),
        () => device.isProduction(),
        () => isBackedUp(device),
        () => !isScratch(device),
      ),
    );
  }

  /**
   * Whether a copy of any of it leaves the storage of volumes and snapshots.
   * @throws {Undecided} when none certainly does and one may
   */
  areExported(): boolean {
    return any(
      () => some(this.system.all(SnapshotExport), (task) => task.isOfBackup()),
      () => some(this.system.all(ImageExport), (task) => task.isOfBackup()),
      () => isInAnotherPart(this.system, this.resource, EXPORT),
    );
  }
}
