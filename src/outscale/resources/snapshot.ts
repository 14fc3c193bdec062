import { reference, SubjectOf, Unknown, UnknownValue, valueAt } from "../../stack";
import type { System } from "../provider/system";
import { elementPaths, View } from "../provider/view";
import { Image } from "./image";
import { Vm } from "./vm";
import { Volume } from "./volume";

const DAY = 24 * 60 * 60 * 1000;

/** A snapshot of a volume, usable in the whole Region. */
export class Snapshot extends View<"outscale:index/snapshot:Snapshot"> {
  static readonly types = ["outscale:index/snapshot:Snapshot"] as const;

  /**
   * The volume it is taken of, when that is one of the stack's; another is not this program's to delete.
   * @throws {UnknownValue} when that is not known
   */
  source(): Volume | undefined {
    const target = reference(this.system, this.resource, { path: "volumeId", types: Volume.types });
    return target && "resource" in target ? this.system.view(target.resource, Volume) : undefined;
  }

  /** Whether its first day has certainly passed on a date, `2026-01-31`; it is then durable. */
  isDurableOn(today: string): boolean {
    const created = this.resource.outputs?.["creationDate"];
    return typeof created === "string" && Date.parse(today) - Date.parse(created) >= DAY;
  }
}

/** A place that makes a volume or an image from a snapshot. */
class SnapshotCopy extends SubjectOf {
  readonly #maker: Volume | Vm | Image;

  constructor(maker: Volume | Vm | Image, path: string) {
    super(path === "snapshotId" ? "resource" : "part", maker.resource, path === "snapshotId" ? "" : path);
    this.#maker = maker;
  }

  get system(): System {
    return this.#maker.system;
  }

  /** The property that names the snapshot. */
  get snapshotPath(): string {
    return this.path === "" ? "snapshotId" : this.path;
  }

  /**
   * The snapshot, when it is one of the stack's.
   * @throws {UnknownValue} when that is not known
   */
  snapshot(): Snapshot | undefined {
    const { system } = this.#maker;
    const holder = this.snapshotPath.replace(/\.?snapshotId$/, "");
    const held = valueAt(this.resource.inputs, holder);
    // What a mapping is made from may be anything of it: its size, its tags.
    if (held instanceof Unknown) throw new UnknownValue(this.resource, holder, { value: held });
    const target = reference(system, this.resource, { path: this.snapshotPath, types: Snapshot.types });
    const own = target && "resource" in target && target.resource.elsewhere !== true ? target.resource : undefined;
    return own && system.view(own, Snapshot);
  }

  /** Whether what is made serves production. */
  isProduction(): boolean {
    return this.#maker.isProduction();
  }
}

/** Every place of the stack that makes something from a snapshot. */
export function snapshotCopiesOf(system: System): SnapshotCopy[] {
  const makers = [...system.all(Volume), ...system.all(Vm), ...system.all(Image)];
  return makers.flatMap((maker) => snapshotPaths(maker).map((path) => new SnapshotCopy(maker, path)));
}

function snapshotPaths(maker: Volume | Vm | Image): string[] {
  const { inputs } = maker.resource;
  if (maker instanceof Volume) return ["snapshotId"];
  const mappings = elementPaths(inputs, "blockDeviceMappings");
  if (maker instanceof Vm) return mappings.map((path) => `${path}.bsu.snapshotId`);
  return mappings.flatMap((path) => elementPaths(inputs, `${path}.bsus`)).map((path) => `${path}.snapshotId`);
}
