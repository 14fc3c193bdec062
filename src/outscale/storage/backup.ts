import { all, any } from "../../stack";
import { matchesGlob } from "../grouping/names";
import type { Device } from "./devices/device";

/** What a backup may be of: a device, or all that a cluster holds. */
type BackupSubject = Pick<Device, "name" | "system" | "hasTag">;

/**
 * Whether a schedule outside the program backs a device up: the tag by which the backup tool chooses, on the device or
 * its VM, or a name that the settings list.
 * @throws {Undecided} when no evidence is certain and some is possible
 */
export function isBackedUp(holder: BackupSubject): boolean {
  const { backups, backupTag } = holder.system.settings;
  return any(
    () => backups.some((glob) => matchesGlob(holder.name, glob)),
    // As the backup tool compares: whatever is spelled otherwise it passes over.
    () => holder.hasTag(backupTag.key, (value) => value === backupTag.value),
  );
}

/**
 * Whether the program declares, with its reason, that a device needs no backup: a cache, a replicated log.
 * @throws {Undecided} when that is not known
 */
export function isExpendable(holder: BackupSubject): boolean {
  return all(
    () => isDeclaredWithoutBackup(holder),
    () => holder.hasTag("backup-reason", (value) => value.trim() !== ""),
  );
}

/** Whether the program declares that nothing backs a device up, be there a reason or none. */
export function isDeclaredWithoutBackup(holder: BackupSubject): boolean {
  return holder.hasTag("backup", (value) => value.toLowerCase() === "none");
}
