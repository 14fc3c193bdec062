import { any, reference, type Resource, type Undecided, valueAt } from "../../../stack";
import type { Text } from "../../../text";
import { Snapshot } from "../../resources/snapshot";
import { Volume } from "../../resources/volume";
import type { Device } from "../devices/device";
import { isDeclared } from "../devices/evidence";
import { findKeysBeside, type KeyBeside } from "../devices/lack-of-evidence";
import { VolumeDevice } from "../devices/volume-devices";

/** What a copy holds of one device. */
export interface CopiedDevice extends Pick<Device, "is" | "isEncrypted"> {
  /** Where it comes from. */
  origin(): Origin;
  /** Where the keys lie beside it that open what it comes from. */
  keysBeside(): readonly KeyBeside[];
}

/** What a copy is made of. What leaves a copy of itself behind is not named again beside it. */
export type Origin = { readonly of: "volume" | "vm"; readonly name: string } | { readonly of: "itself" };

/** An origin as a noun phrase. */
export function originText(origin: Origin): Text {
  switch (origin.of) {
    case "volume":
      return { en: `volume ${origin.name}`, fr: `le volume ${origin.name}` };
    case "vm":
      return { en: `VM ${origin.name}`, fr: `la VM ${origin.name}` };
    case "itself":
      return { en: "this volume", fr: "ce volume" };
  }
}

export function copyDevice(device: Device, origin: Origin): CopiedDevice {
  return {
    is: (kind) => device.is(kind),
    isEncrypted: (wanted) => device.isEncrypted(wanted),
    origin: () => origin,
    keysBeside: () => findKeysBeside(device.uses()),
  };
}

export function copyVolume(volume: Volume): CopiedDevice {
  return copyDevice(new VolumeDevice(volume), { of: "volume", name: volume.name });
}

/** What a volume leaves behind when it is deleted. */
export function copyItself(volume: Volume): CopiedDevice {
  return copyDevice(new VolumeDevice(volume), { of: "itself" });
}

/** What cannot be looked into. */
export function refuseContent(why: Undecided): CopiedDevice {
  const refuse = () => {
    throw why;
  };
  return { is: refuse, isEncrypted: refuse, origin: refuse, keysBeside: refuse };
}

export function readSnapshot(snapshot: Snapshot): CopiedDevice {
  const { system, resource } = snapshot;
  const isOfVolume = names(resource, "volumeId");
  const source = () =>
    isOfVolume
      ? copyVolume(snapshot.target("volumeId", Volume))
      : readSnapshot(snapshot.target("sourceSnapshotId", Snapshot));
  return {
    // One that is made from a file is of no volume.
    is: (kind) => kind === "data" && (isOfVolume || isCopyOfData(snapshot)),
    isEncrypted: (wanted) =>
      any(
        () => isDeclared(system, resource, wanted),
        () => system.through("encryption", resource, () => source().isEncrypted(wanted)),
      ),
    origin: () => system.through("origin", resource, () => source().origin()),
    keysBeside: () => system.through("keys", resource, () => source().keysBeside()),
  };
}

function isCopyOfData({ system, resource }: Snapshot): boolean {
  const source = reference(system, resource, { path: "sourceSnapshotId", types: Snapshot.types });
  if (source === undefined || !names(resource, "sourceSnapshotId")) return false;
  if (!("resource" in source)) return true;
  return system.through("kind", resource, () => readSnapshot(system.view(source.resource, Snapshot)).is("data"));
}

/** Whether a program names something at a path, known or not. */
export function names(resource: Resource, path: string): boolean {
  const value = valueAt(resource.inputs, path);
  return value !== undefined && value !== "";
}
