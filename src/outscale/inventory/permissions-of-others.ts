import { certainly, isValues, type Resource, Unknown, type Value, type Values } from "../../stack";
import { type MadeByOthers, toMaker } from "../provider/made-by-others";
import type { System } from "../provider/system";
import { knownTextAt } from "../provider/view";
import { Image } from "../resources/image";
import { type Permission, permissionsOf } from "../resources/sharing";
import { Snapshot } from "../resources/snapshot";

/** Where an image or a snapshot answers with whom it is shared, and what a program writes to share it. */
interface Sharing {
  readonly types: readonly string[];
  /** The output. */
  readonly property: string;
  /** The type of the resource that shares, its property that names what it shares, and that of its permissions. */
  readonly by: readonly [type: string, of: string, additions: string];
}

const SHARINGS: readonly Sharing[] = [
  {
    types: Image.types,
    property: "permissionsToLaunches",
    by: ["outscale:index/imageLaunchPermission:ImageLaunchPermission", "imageId", "permissionAdditions"],
  },
  {
    types: Snapshot.types,
    property: "permissionsToCreateVolumes",
    by: ["outscale:index/snapshotAttributes:SnapshotAttributes", "snapshotId", "permissionsToCreateVolumeAdditions"],
  },
];

/** Lists the permissions that images and snapshots of a state give by other hands, in a console or another stack. */
export function listPermissionsOfOthers(system: System): MadeByOthers[] {
  return SHARINGS.flatMap((sharing) =>
    system.ofTypes(sharing.types).flatMap((resource) => readOthers(system, resource, sharing)),
  );
}

function readOthers(system: System, of: Resource, { property, by }: Sharing): MadeByOthers[] {
  const shown = of.isDeployed === true && of.id !== undefined ? of.outputs?.[property] : undefined;
  if (shown === undefined) return [];
  const additions = Array.isArray(shown)
    ? (shown as readonly Value[]).flatMap((permission) => withoutOwn(permission, listOwn(system, of, by)))
    : shown;
  if (Array.isArray(additions) && additions.length === 0) return [];
  const isKnown = Array.isArray(additions) && additions.every((each: Value) => isValues(each));
  const [type, target, permissions] = by;
  const inputs = { [target]: of.id ?? "", [permissions]: isKnown ? additions : new Unknown() };
  return [{ holder: of, property, isKnown, resource: toMaker(of, property, type, inputs) }];
}

/** The permissions that the stack itself gives for it. */
function listOwn(system: System, { id }: Resource, [type, of]: Sharing["by"]): Permission[] {
  return permissionsOf(system).filter(({ resource }) => resource.type === type && resource.inputs[of] === id);
}

/** What is left of a permission without those that the stack itself gives. */
function withoutOwn(permission: Value, own: readonly Permission[]): Value[] {
  if (!isValues(permission)) return [permission];
  const accounts = [permission["accountId"], ...listAt(permission, "accountIds")].filter(
    (account) => account !== undefined && account !== "" && !own.some((each) => certainly(() => isFor(each, account))),
  );
  const isPublic = permission["globalPermission"] ?? false;
  const isOthers = isPublic !== false && !own.some((each) => certainly(() => each.isForEverybody()));
  if (accounts.length === 0 && !isOthers) return [];
  return [{ accountIds: accounts as Value[], globalPermission: isOthers ? isPublic : false }];
}

function isFor({ resource, path }: Permission, account: Value): boolean {
  return knownTextAt(resource, `${path}.accountIds`).includes(JSON.stringify(account));
}

function listAt(values: Values, property: string): readonly Value[] {
  const list = values[property];
  return Array.isArray(list) ? (list as readonly Value[]) : [];
}
