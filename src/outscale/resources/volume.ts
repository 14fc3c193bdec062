import { any, isRetained, reference, some } from "../../stack";
import { isProduction, nearestEnvironment } from "../grouping/environment";
import { isInAnotherPart } from "../grouping/part-of-system";
import { tagPasses } from "../grouping/tags";
import { defaultSubregion } from "../provider/region";
import { View } from "../provider/view";
import { Vm } from "./vm";

const VM_OF_VOLUME = { en: "the VM that attaches this volume", fr: "la VM qui attache ce volume" };

/** A volume: block storage that lies in one Subregion. */
export class Volume extends View<"outscale:index/volume:Volume"> {
  static readonly types = ["outscale:index/volume:Volume"] as const;

  /** The Subregion it lies in; one that the program does not name is the region's first. */
  subregion(): string {
    const placed = this.answered("subregionName");
    if (placed !== undefined) return placed;
    return this.sets("subregionName")
      ? (this.written.subregionName ?? "")
      : defaultSubregion(this.system.settings.region);
  }

  /**
   * The links that attach it to VMs.
   * @throws {UnknownValue} when a link may or may not be to this volume
   */
  links(): readonly VolumeLink[] {
    return this.system.referrers(this.resource, VolumeLink, VolumeLink.toVolume).certainOnes();
  }

  /**
   * Whether a VM of another part of the system attaches it: no where one of the stack's does, for it is attached once.
   * @throws {UnseenPart} when one may
   */
  mayBeAttachedElsewhere(): boolean {
    return this.links().length === 0 && isInAnotherPart(this.system, this.resource, VM_OF_VOLUME);
  }

  /**
   * Whether a tag of its own, or of the VM it is attached to, has a value that passes.
   * @throws {Undecided} when none certainly has and one may
   */
  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return any(
      () => tagPasses(this.system, this.resource, key, passes),
      () => some(this.links(), (link) => tagPasses(this.system, link.vm().resource, key, passes)),
      () => this.mayBeAttachedElsewhere(),
    );
  }

  /**
   * Whether the volume itself stays when it leaves the program.
   * @throws {UnreadableValue} when the door does not tell
   */
  isKeptWhole(): boolean {
    return isRetained(this.resource);
  }

  /**
   * Whether it, or a last snapshot of it, stays when it leaves the program.
   * @throws {UnreadableValue} when the door does not tell
   */
  isKept(): boolean {
    return any(
      () => this.isKeptWhole(),
      () => this.sets("terminationSnapshotName"),
    );
  }

  /** Whether it serves production: by its own tag, else by that of a VM it is attached to. */
  isProduction(): boolean {
    const { system, resource } = this;
    const own = nearestEnvironment(system, resource, () => []);
    const links = own === undefined ? this.links() : [];
    if (links.length > 0) return some(links, (link) => link.vm().isProduction());
    return isProduction(system, resource, () => []);
  }
}

/** Attaches a volume to a VM under a device name. */
export class VolumeLink extends View<"outscale:index/volumeLink:VolumeLink"> {
  static readonly types = ["outscale:index/volumeLink:VolumeLink"] as const;
  static readonly toVolume = { path: "volumeId", types: Volume.types } as const;

  /**
   * The VM that the volume is attached to.
   * @throws {UnknownValue} when the VM is not one of the stack's
   */
  vm(): Vm {
    return this.target("vmId", Vm);
  }

  /**
   * The volume, where it is one of the stack's.
   * @throws {UnknownValue} when the volume is not one of the stack's
   */
  linkedVolume(): Volume {
    return this.target(VolumeLink.toVolume.path, Volume);
  }

  /** The volume; `undefined` when only its id tells, which leads out of the stack. */
  volume(): Volume | undefined {
    const target = reference(this.system, this.resource, VolumeLink.toVolume);
    return target && "resource" in target ? this.system.view(target.resource, Volume) : undefined;
  }

  /** Whether the volume is taken from the VM even while it is in use. */
  isForced(): boolean {
    return this.written.forceUnlink === true;
  }

  /** It serves what its volume serves; of a volume out of the stack, what its VM does. */
  isProduction(): boolean {
    return (this.volume() ?? this.vm()).isProduction();
  }
}
