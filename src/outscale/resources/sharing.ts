import { referredName, SubjectOf, UnreadableValue } from "../../stack";
import type { System } from "../provider/system";
import { elementPaths, knownTextAt } from "../provider/view";

/** Where a resource says with whom it shares something, by type; one permission or a list of them. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  "outscale:index/imageLaunchPermission:ImageLaunchPermission": "permissionAdditions",
  "outscale:index/snapshotAttributes:SnapshotAttributes": "permissionsToCreateVolumeAdditions",
};

const NEITHER = { en: "text that is neither `true` nor `false`", fr: "un texte qui n'est ni `true` ni `false`" };

/** A permission for others to use an image or a snapshot. */
export class Permission extends SubjectOf {
  static readonly types = Object.keys(PERMISSIONS);

  /** What others may use. */
  get of(): "image" | "snapshot" {
    return this.resource.type.includes("Image") ? "image" : "snapshot";
  }

  /** The image or the snapshot, by the name or id that the program gives it. */
  override get identity(): string | undefined {
    return referredName(this.resource, this.of === "image" ? "imageId" : "snapshotId");
  }

  /**
   * Whether it is for every account there is; the provider takes text for it too.
   * @throws {UnreadableValue} when it is neither yes nor no
   */
  isForEverybody(): boolean {
    const path = `${this.path}.globalPermission`;
    const written = knownTextAt(this.resource, path).trim().toLowerCase();
    if (["true", "false", ""].includes(written)) return written === "true";
    throw new UnreadableValue(this.resource, path, NEITHER);
  }

  /** The accounts that it is for; one that is not known throws when it is looked at. */
  accounts(): (() => string)[] {
    const paths = elementPaths(this.resource.inputs, `${this.path}.accountIds`);
    return paths.map((path) => () => knownTextAt(this.resource, path));
  }
}

/** All the permissions that a stack adds. */
export function permissionsOf(system: System): Permission[] {
  return system.ofTypes(Permission.types).flatMap((resource) => {
    const paths = elementPaths(resource.inputs, PERMISSIONS[resource.type] ?? "");
    return paths.map((path) => new Permission("part", resource, path));
  });
}
