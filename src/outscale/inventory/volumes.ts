import { attempt, certainly, reference, referrers, type Resource, type Value, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import { Vm } from "../resources/vm";
import { Volume, VolumeLink } from "../resources/volume";
import { mappedDevices } from "../storage/devices/vm-devices";
import { answered, hidden, isKnown, numberOf, own, ownNumber, read, textOf, type Told } from "./told";

/** A volume, as far as it is told. */
export interface VolumeEvidence {
  readonly urn: string | null;
  readonly name: string | null;
  readonly id: Told;
  /** In GiB. */
  readonly size: Told<number>;
  readonly type: Told;
  readonly iops: Told<number>;
  readonly subregion: Told;
}

/** A volume that a VM uses for data. */
export interface AttachedVolume extends VolumeEvidence {
  readonly device: Told;
}

/** A volume that none of the VMs listed attaches. */
export interface LooseVolume extends VolumeEvidence {
  /** What attaches it, where something does that is not listed. */
  readonly attachedTo: Told;
}

const ROOT_DEVICE = "/dev/sda1";

/** The volumes of a VM, the one it starts from left out; those made with it lie where it does. */
export function volumesOf(vm: Vm, subregion: Told): AttachedVolume[] {
  const linked = linksOf(vm).map((link) => linkedVolume(link));
  const ids = new Set(linked.map(({ id }) => id).filter(isKnown));
  const created = createdVolumes(vm).filter(({ id }) => !isKnown(id) || !ids.has(id));
  const mapped = mappedVolumes(vm).map((one) => {
    const made = created.find(({ device }) => isKnown(device) && device === one.device);
    return { ...one, ...(made && { id: made.id }), subregion };
  });
  const others = created.filter(({ device }) => !mapped.some((one) => one.device === device));
  return [...linked, ...mapped, ...others.map((one) => ({ ...one, subregion }))];
}

/** A volume that no listed VM attaches. */
export function looseVolume(volume: Volume): LooseVolume {
  return { ...volumeEvidence(volume), attachedTo: attachedTo(volume) };
}

function linksOf({ system, resource }: Vm): readonly VolumeLink[] {
  return system.referrers(resource, VolumeLink, { path: "vmId", types: Vm.types }).certain;
}

function linkedVolume({ system, resource }: VolumeLink): AttachedVolume {
  const device = own(resource, "deviceName");
  const found = attempt(() => reference(system, resource, VolumeLink.toVolume));
  if (found.value && "resource" in found.value) {
    return { ...volumeEvidence(system.view(found.value.resource, Volume)), device };
  }
  const rest = found.why ? hidden(found.why) : ({ unknown: "outside" } as const);
  const id = own(resource, "volumeId");
  return { urn: null, name: null, id, device, size: rest, type: rest, iops: rest, subregion: rest };
}

function volumeEvidence(volume: Volume): VolumeEvidence {
  const { resource } = volume;
  const subregion = textOf(answered(resource, "subregionName"));
  return {
    urn: resource.urn,
    name: resource.name,
    id: idOf(resource, "volumeId"),
    size: ownNumber(resource, "size"),
    type: own(resource, "volumeType"),
    iops: ownNumber(resource, "iops"),
    subregion: isKnown(subregion) ? subregion : read(() => volume.subregion()),
  };
}

/** The provider's id of a resource. */
export function idOf(resource: Resource, property: string): Told {
  const answer = textOf(answered(resource, property), resource.id);
  return answer ?? { unknown: "later" };
}

function attachedTo({ system, resource }: Volume): Told {
  const { certain, possible } = referrers(system, resource, VolumeLink.types, VolumeLink.toVolume);
  const [link] = certain;
  if (link) return own(link, "vmId");
  const linked = textOf(answered(resource, "linkedVolumes[0].vmId"));
  return linked === null && possible[0] ? hidden(possible[0].why) : linked;
}

/** The volumes that the program maps when it makes the VM. */
function mappedVolumes(vm: Vm): AttachedVolume[] {
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

/** The volumes that the provider says it made with the VM; what its image brings has no other witness. */
function createdVolumes({ resource }: Vm): AttachedVolume[] {
  const root = textOf(answered(resource, "rootDeviceName")) ?? ROOT_DEVICE;
  return elementPaths(resource.outputs ?? {}, "blockDeviceMappingsCreateds").flatMap((path) => {
    const device = textOf(answered(resource, `${path}.deviceName`));
    const id = textOf(answered(resource, `${path}.bsus[0].volumeId`));
    return device === root || id === null ? [] : [{ ...UNNAMED, device, id }];
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
