import { all, any } from "../stack";
import type { Device } from "./devices";
import { matchesGlob } from "./names";
import type { SharedSettings } from "./settings";

/**
 * Whether a schedule outside the program backs a device up: the tag by which the backup tool chooses, on the device or
 * its VM, or a name that the settings list.
 * @throws {Undecided} when no evidence is certain and some is possible
 */
export function isBackedUp(device: Device, shared: SharedSettings): boolean {
  const [key = "", ...rest] = shared.backupTag.split(":");
  const expected = rest.join(":").trim();
  return any(
    () => shared.backups.some((glob) => matchesGlob(device.name, glob)),
    // As the backup tool compares: whatever is spelled otherwise it passes over.
    () => device.hasTag(key.trim(), (value) => value === expected, shared),
  );
}

/**
 * Whether the program declares, with its reason, that a device needs no backup: a cache, a replicated log.
 * @throws {Undecided} when that is not known
 */
export function isExpendable(device: Device, shared: SharedSettings): boolean {
  return all(
    () => isDeclaredWithoutBackup(device, shared),
    () => device.hasTag("backup-reason", (value) => value.trim() !== "", shared),
  );
}

function isDeclaredWithoutBackup(device: Device, shared: SharedSettings): boolean {
  return device.hasTag("backup", (value) => value.toLowerCase() === "none", shared);
}
