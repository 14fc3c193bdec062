import { any, reference, type Resource, type Undecided, valueAt } from "../../../stack";
import type { Text } from "../../../text";
import { Snapshot } from "../../resources/snapshot";
import { Volume } from "../../resources/volume";
import type { Device } from "../devices/device";
import { isDeclared } from "../devices/evidence";
import { VolumeDevice } from "../devices/volume-devices";

/** What a copy holds of one device. */
export interface Held extends Pick<Device, "is" | "isEncrypted"> {
  /** Where it comes from. */
  origin(): Origin;
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

export function heldBy(device: Device, origin: Origin): Held {
  return {
    is: (kind) => device.is(kind),
    isEncrypted: (wanted) => device.isEncrypted(wanted),
    origin: () => origin,
  };
}

export function heldByVolume(volume: Volume): Held {
  return heldBy(new VolumeDevice(volume), { of: "volume", name: volume.name });
}

/** What a volume leaves behind when it is deleted. */
export function heldByItself(volume: Volume): Held {
  return heldBy(new VolumeDevice(volume), { of: "itself" });
}

/** What cannot be looked into. */
export function hidden(why: Undecided): Held {
  const refuse = () => {
    throw why;
  };
  return { is: refuse, isEncrypted: refuse, origin: refuse };
}

export function heldBySnapshot(snapshot: Snapshot): Held {
  const { system, resource } = snapshot;
  const isOfVolume = names(resource, "volumeId");
  const source = () =>
    isOfVolume
      ? heldByVolume(snapshot.target("volumeId", Volume))
      : heldBySnapshot(snapshot.target("sourceSnapshotId", Snapshot));
  return {
    // One that is made from a file is of no volume.
    is: (kind) => kind === "data" && (isOfVolume || isCopyOfData(snapshot)),
    isEncrypted: (wanted) =>
      any(
        () => isDeclared(system, resource, wanted),
        () => source().isEncrypted(wanted),
      ),
    origin: () => source().origin(),
  };
}

function isCopyOfData({ system, resource }: Snapshot): boolean {
  const source = reference(system, resource, { path: "sourceSnapshotId", types: Snapshot.types });
  if (source === undefined || !names(resource, "sourceSnapshotId")) return false;
  return !("resource" in source) || heldBySnapshot(system.view(source.resource, Snapshot)).is("data");
}

/** Whether a program names something at a path, known or not. */
export function names(resource: Resource, path: string): boolean {
  const value = valueAt(resource.inputs, path);
  return value !== undefined && value !== "";
}
