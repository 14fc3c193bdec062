import type { Boot } from "./boot";
import { readDiskUse } from "./disk-use";
import { readDocuments, type DocumentValue } from "./document";
import { ROOT_DEVICE } from "./guest-device";
import type { KeyPlace } from "./key-place";
import type { SourceText } from "./source-text";
import { INVALID_TALOS, MANIFEST } from "./phrase";

/** Partitions of the system's disk that hold what the machine and its workloads write. */
const SYSTEM_PARTITIONS = ["STATE", "EPHEMERAL"];

/** Adds what Talos makes of its disks; it has no shell and runs no scripts. */
export function readTalos(config: SourceText, boot: Boot): void {
  const documents = readDocuments(config);
  if (!documents) {
    boot.addUnread(INVALID_TALOS);
    return;
  }
  const encrypted = new Map<string, DocumentValue>();
  for (const document of documents) {
    const { get } = document;
    const machine = get("machine");
    for (const [partition, encryption] of machine.get("systemDiskEncryption").entries()) {
      if (isLuks(encryption.get("provider"))) encrypted.set(partition.toUpperCase(), encryption);
    }
    for (const disk of machine.get("disks").items()) {
      for (const partition of disk.get("partitions").items()) {
        boot.addDiskUse(readDiskUse(disk.get("device").text() ?? "", partition.get("mountpoint").text() ?? "", ""));
      }
    }
    for (const file of machine.get("files").items()) {
      const content = file.get("content");
      if (content.text() !== undefined) boot.addFile(file.get("path").text() ?? "", content.sourceText(), false);
    }
    const cluster = get("cluster");
    const manifests = [cluster.get("inlineManifests"), cluster.get("extraManifests"), machine.get("pods")];
    if (manifests.some((list) => list.items().length > 0)) boot.addUnread(MANIFEST);
    if (!isLuks(get("encryption").get("provider"))) continue;
    const kind = get("kind").text();
    if (kind === "VolumeConfig") encrypted.set(get("name").text() ?? "", get("encryption"));
    if (kind === "UserVolumeConfig" || kind === "RawVolumeConfig") {
      const match = get("provisioning").get("diskSelector").get("match").text() ?? "";
      const device = /^\s*disk\.dev_path\s*==\s*["']([^"']+)["']\s*$/.exec(match)?.[1];
      boot.addDevice(device ?? match, "talos", get("encryption").line, writtenKeyOf(get("encryption")));
    }
  }
  const partitions = SYSTEM_PARTITIONS.map((partition) => encrypted.get(partition));
  if (!partitions.every((partition) => partition !== undefined)) return;
  const [key] = partitions.flatMap((partition) => writtenKeyOf(partition) ?? []);
  boot.addDevice(ROOT_DEVICE, "talos", Math.min(...partitions.map(({ line }) => line)), key);
}

/** A passphrase that is written in the configuration; other keys are derived from the machine, or asked of a server. */
function writtenKeyOf({ get }: DocumentValue): KeyPlace | undefined {
  const written = get("keys")
    .items()
    .find((key) => key.get("static").isPresent);
  return written && { in: "user data", line: written.line };
}

function isLuks({ text }: DocumentValue): boolean {
  return text()?.toLowerCase() === "luks2";
}
