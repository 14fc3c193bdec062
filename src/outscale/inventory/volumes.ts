import { attempt, certainly, reference, referrers, type Resource, type Value, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import { Vm } from "../resources/vm";
import { Volume, VolumeLink } from "../resources/volume";
import { mappedDevices } from "../storage/devices/vm-devices";
import {
  readOutput,
  explainUnknown,
  isKnown,
  numberOf,
  readWritten,
  readWrittenNumber,
  readKnown,
  textOf,
  type KnownValue,
} from "./known-values";

/** A volume, as far as it is told. */
export interface VolumeEvidence {
  readonly urn: string | null;
  readonly name: string | null;
  readonly id: KnownValue;
  /** In GiB. */
  readonly size: KnownValue<number>;
  readonly type: KnownValue;
  readonly iops: KnownValue<number>;
  readonly subregion: KnownValue;
}

/** A volume that a VM uses for data. */
export interface AttachedVolume extends VolumeEvidence {
  readonly device: KnownValue;
}

/** A volume that none of the VMs listed attaches. */
export interface LooseVolume extends VolumeEvidence {
  /** What attaches it, where something does that is not listed. */
  readonly attachedTo: KnownValue;
}

const ROOT_DEVICE = "/dev/sda1";

/** The volumes of a VM, the one it starts from left out; those made with it lie where it does. */
export function volumesOf(vm: Vm, subregion: KnownValue): AttachedVolume[] {
  const linked = linksOf(vm).map((link) => describeLinkedVolume(link));
  const ids = new Set(linked.map(({ id }) => id).filter(isKnown));
  const created = listCreatedVolumes(vm.resource)
    .filter(({ isRoot, id }) => !isRoot && !(isKnown(id) && ids.has(id)))
    .map(({ device, id }) => ({ ...UNNAMED, device, id }));
  const mapped = listMappedVolumes(vm).map((one) => {
    const made = created.find(({ device }) => isKnown(device) && device === one.device);
    return { ...one, ...(made && { id: made.id }), subregion };
  });
  const others = created.filter(({ device }) => !mapped.some((one) => one.device === device));
  return [...linked, ...mapped, ...others.map((one) => ({ ...one, subregion }))];
}

/** A volume that no listed VM attaches. */
export function describeLooseVolume(volume: Volume): LooseVolume {
  return { ...describeVolume(volume), attachedTo: findAttachment(volume) };
}

function linksOf({ system, resource }: Vm): readonly VolumeLink[] {
  return system.referrers(resource, VolumeLink, { path: "vmId", types: Vm.types }).certain;
}

function describeLinkedVolume({ system, resource }: VolumeLink): AttachedVolume {
  const device = readWritten(resource, "deviceName");
  const found = attempt(() => reference(system, resource, VolumeLink.toVolume));
  if (found.value && "resource" in found.value) {
    return { ...describeVolume(system.view(found.value.resource, Volume)), device };
  }
  const rest = found.why ? explainUnknown(found.why) : ({ unknown: "outside" } as const);
  const id = readWritten(resource, "volumeId");
  return { urn: null, name: null, id, device, size: rest, type: rest, iops: rest, subregion: rest };
}

/** A volume by itself. */
export function describeVolume(volume: Volume): VolumeEvidence {
  const { resource } = volume;
  const subregion = textOf(readOutput(resource, "subregionName"));
  return {
    urn: resource.urn,
    name: resource.name,
    id: idOf(resource, "volumeId"),
    size: readWrittenNumber(resource, "size"),
    type: readWritten(resource, "volumeType"),
    iops: readWrittenNumber(resource, "iops"),
    subregion: isKnown(subregion) ? subregion : readKnown(() => volume.subregion()),
  };
}

/** The provider's id of a resource. */
export function idOf(resource: Resource, property: string): KnownValue {
  const answer = textOf(readOutput(resource, property), resource.id);
  return answer ?? { unknown: "later" };
}

/** The id of the VM that attaches a volume; `null` where none does. */
export function findAttachment({ system, resource }: Volume): KnownValue {
  const { certain, possible } = referrers(system, resource, VolumeLink.types, VolumeLink.toVolume);
  const [link] = certain;
  if (link) return readWritten(link, "vmId");
  const linked = textOf(readOutput(resource, "linkedVolumes[0].vmId"));
  return linked === null && possible[0] ? explainUnknown(possible[0].why) : linked;
}

/** The volumes that the program maps when it makes the VM. */
function listMappedVolumes(vm: Vm): AttachedVolume[] {
  const { inputs } = vm.resource;
  const devices = mappedDevices(vm);
  return elementPaths(inputs, "blockDeviceMappings").flatMap((path, index) => {
    const device = devices[index];
    if (!device || certainly(() => !device.is("data"))) return [];
    const at = (property: string): Value | undefined => valueAt(inputs, `${path}.${property}`);
    return [
      {
        ...UNNAMED,
        device: textOf(at("deviceName")),
        size: numberOf(at("bsu.volumeSize")),
        type: textOf(at("bsu.volumeType")),
        iops: numberOf(at("bsu.iops")),
      },
    ];
  });
}

/** A volume that the provider says a VM holds. */
export interface CreatedVolume {
  readonly id: KnownValue;
  readonly device: KnownValue;
  /** Whether the VM starts from it. */
  readonly isRoot: boolean;
}

/** The volumes that the provider says it made with the VM; what its image brings has no other witness. */
export function listCreatedVolumes(resource: Resource): CreatedVolume[] {
  const root = textOf(readOutput(resource, "rootDeviceName")) ?? ROOT_DEVICE;
  return elementPaths(resource.outputs ?? {}, "blockDeviceMappingsCreateds").flatMap((path) => {
    const device = textOf(readOutput(resource, `${path}.deviceName`));
    const id = textOf(readOutput(resource, `${path}.bsus[0].volumeId`));
    return id === null ? [] : [{ id, device, isRoot: device === root }];
  });
}

const UNNAMED = {
  urn: null,
  name: null,
  id: { unknown: "later" },
  size: { unknown: "untold" },
  type: { unknown: "untold" },
  iops: null,
  subregion: null,
} as const satisfies VolumeEvidence;
