import { any, reference, type Resource, type Undecided, valueAt } from "../../../stack";
import type { Text } from "../../../text";
import { Snapshot } from "../../resources/snapshot";
import { Volume } from "../../resources/volume";
import type { Device } from "../devices/device";
import { isDeclared } from "../devices/evidence";
import { VolumeDevice } from "../devices/volume-devices";

/** What a copy holds of one device. */
export interface Held extends Pick<Device, "is" | "isEncrypted"> {
  /** Where it comes from, as a noun phrase. */
  origin(): Text;
}

export function heldBy(device: Device, origin: Text): Held {
  return {
    is: (kind) => device.is(kind),
    isEncrypted: (wanted) => device.isEncrypted(wanted),
    origin: () => origin,
  };
}

export function heldByVolume(volume: Volume): Held {
  return heldBy(new VolumeDevice(volume), volumeNamed(volume.name));
}

/** What cannot be looked into. */
export function hidden(why: Undecided): Held {
  const refuse = () => {
    throw why;
  };
  return { is: refuse, isEncrypted: refuse, origin: refuse };
}

export function heldBySnapshot(snapshot: Snapshot): Held {
  const { stack, resource } = snapshot;
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
        () => isDeclared(stack, resource, wanted),
        () => source().isEncrypted(wanted),
      ),
    origin: () => source().origin(),
  };
}

function isCopyOfData({ stack, resource }: Snapshot): boolean {
  const source = reference(stack, resource, { path: "sourceSnapshotId", types: Snapshot.types });
  if (source === undefined || !names(resource, "sourceSnapshotId")) return false;
  return !("resource" in source) || heldBySnapshot(stack.view(source.resource, Snapshot)).is("data");
}

/** Whether a program names something at a path, known or not. */
export function names(resource: Resource, path: string): boolean {
  const value = valueAt(resource.inputs, path);
  return value !== undefined && value !== "";
}

export function volumeNamed(name: string): Text {
  return { en: `volume ${name}`, fr: `le volume ${name}` };
}
