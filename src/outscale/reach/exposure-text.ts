import { formatShortList, joinTexts, sameInEach, type Text } from "../../text";
import type { EntryPoint as Entry } from "../firewall/exposure";
import { OpeningsOfGroup } from "../firewall/openings-of-group";
import { PUBLIC_SPACE } from "../openings/public-space";
import { serviceTexts } from "../openings/service-text";
import { type ServiceRange, intersectServices } from "../openings/services";
import type { System } from "../provider/system";
import { Listener } from "../resources/listener";
import { Vm } from "../resources/vm";
import { hopsText, targetName } from "./hop-text";
import type { Hop, Path } from "./path";
import { listAdminServices, findPathsFrom } from "./paths";

/** How many targets are named before the rest is counted. */
const NAMED = 3;

/** A path that leads through an entry, and what of it lies behind the entry. */
interface OpenedPath {
  readonly path: Path;
  readonly behind: readonly Hop[];
}

/**
 * What the Internet certainly reaches of some services by an entry: the first target with the way to it, the others by
 * name, and where people go on to from there. `undefined` when that is nothing, or one resource alone is in sight.
 */
export function describeExposure(entry: Entry, services: readonly ServiceRange[]): Text | undefined {
  const { system } = entry;
  if (system.alone) return undefined;
  const opened = pathsFromInternet(system).flatMap((path) => findOpened(entry, path));
  const straight = opened.filter(
    ({ path, behind }) => !behind.some(isVm) && intersectServices(path.services, services).length > 0,
  );
  const [first] = straight;
  // A load balancer of the public Cloud is reached by itself, which the finding says.
  if (!first || first.path.hops.length === 0) return undefined;
  // People go on from where they administer, not from where they are only served.
  const isEntered = straight.some(({ path }) => {
    return intersectServices(path.services, services).some(
      (range) => intersectServices(range, listAdminServices(system)).length > 0,
    );
  });
  const onward = isEntered ? opened.filter(({ behind }) => behind.some(isVm)) : [];
  const likewise = targetsOf(straight).slice(1);
  const next = targetsOf(onward).filter(({ name }) => !targetsOf(straight).some((target) => target.name === name));
  const sentences = [
    describeReached(first.path, services),
    ...formatLabelledList(
      { en: "Likewise:", fr: "De même :" },
      likewise.map(({ name }) => sameInEach(name)),
    ),
    ...formatLabelledList(
      { en: "From there:", fr: "De là :" },
      next.map(({ name, behind }) => addWay(name, hopsText(behind))),
    ),
  ];
  return joinTexts(sentences, " ");
}

/** Each target once, with what lies between the entry and it. */
function targetsOf(opened: readonly OpenedPath[]): { readonly name: string; readonly behind: readonly Hop[] }[] {
  const targets = new Map(opened.toReversed().map(({ path, behind }) => [path.to, behind]));
  return [...targets].reverse().map(([to, behind]) => ({ name: targetName(to.resource), behind }));
}

function addWay(name: string, way: Text): Text {
  return { en: `${name} (${way.en})`, fr: `${name} (${way.fr})` };
}

function formatLabelledList(label: Text, items: readonly Text[]): Text[] {
  if (items.length === 0) return [];
  const list = formatShortList(items, NAMED);
  return [{ en: `${label.en} ${list.en}.`, fr: `${label.fr} ${list.fr}.` }];
}

function pathsFromInternet(system: System): readonly Path[] {
  return system.memo(pathsFromInternet, system, () =>
    findPathsFrom(system, PUBLIC_SPACE).filter(({ why }) => why === undefined),
  );
}

function findOpened(entry: Entry, path: Path): OpenedPath[] {
  const at = path.hops.findIndex((hop) => isEntry(entry, hop));
  if (at !== -1) return [{ path, behind: path.hops.slice(at + 1) }];
  return entry instanceof Listener && path.to === entry.balancer ? [{ path, behind: [] }] : [];
}

function isEntry(entry: Entry, { resource, path }: Hop): boolean {
  if (entry instanceof Listener) return resource === entry.balancer.resource;
  const openings = entry instanceof OpeningsOfGroup ? entry.own : [entry];
  return openings.some((opening) => opening.resource === resource && opening.path === path);
}

/** Whether a hop is a VM from which people go on. */
function isVm({ resource, path }: Hop): boolean {
  return path === "" && Vm.types.some((type) => type === resource.type);
}

function describeReached({ to, services, hops }: Path, watched: readonly ServiceRange[]): Text {
  const what = joinTexts(intersectServices(services, watched).flatMap(serviceTexts), ", ");
  const way = hopsText(hops);
  const target = targetName(to.resource);
  return {
    en: `${what.en} of ${target} can be reached from the Internet: ${way.en}.`,
    fr: `${what.fr} est joignable depuis Internet sur ${target} : ${way.fr}.`,
  };
}
