import { any, attemptEach, reference, type Resource, some, UnknownValue, UnreadableValue } from "../../stack";
import { parentsOf } from "../grouping/environment";
import { isInAnotherPart } from "../grouping/part-of-system";
import { tagValue, tagValues } from "../grouping/tags";
import type { SharedSettings } from "../provider/settings";
import type { System, ViewOf } from "../provider/system";
import { Bucket } from "../resources/bucket";
import { Image } from "../resources/image";
import { LoadBalancer } from "../resources/load-balancer";
import { Net } from "../resources/net";
import { nicsOf } from "../resources/nic-link";
import { Snapshot } from "../resources/snapshot";
import { Subnet, toSubnet } from "../resources/subnet";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";

/** The views of what has a class. */
const VIEWS = [Net, Subnet, Nic, Vm, LoadBalancer, Volume, Snapshot, Image, Bucket] as const;

/** What has a class: places and what stands in them, storage and copies of it. */
export type Classified = InstanceType<(typeof VIEWS)[number]>;

/** All that has a class in a stack. */
export function classifiedIn(system: System): Classified[] {
  return VIEWS.flatMap((view): Classified[] => system.all<Classified>(view));
}

type Classes = SharedSettings["classification"];

/**
 * How sensitive something is. The nearest tag says so, its own or that of what it stands in; a copy is as sensitive as
 * what it was made from, whatever its own tag; the setting speaks for what no tag classifies.
 * @returns `undefined` when nothing classifies it
 * @throws {UnreadableValue} when a tag's value is none of the classes
 * @throws {Undecided} when a tag that would say is not known
 */
export function classOf(of: Classified): string | undefined {
  const { classification } = of.system.settings;
  const tagged = of.system.memo("class", of.resource, () => readTaggedClass(of, classification));
  const { default: assumed } = classification;
  return tagged ?? (assumed === undefined ? undefined : readClass(of.resource, assumed, classification));
}

/**
 * Whether the class of something is one of the sensitive ones.
 * @throws {UnreadableValue} when nothing classifies it
 */
export function isSensitive(of: Classified): boolean {
  const { key } = of.system.settings.classification;
  const found = classOf(of);
  if (found !== undefined) return isSensitiveClass(found, of.system.settings.classification);
  const what = of instanceof Net ? { en: "a Net", fr: "un Net" } : { en: "something", fr: "un élément" };
  throw new UnreadableValue(of.resource, "tags", {
    en: `${what.en} without a \`${key}\` tag`,
    fr: `${what.fr} sans tag \`${key}\``,
  });
}

/** The setting by which nothing can be sensitive: none of the classes is, and no policy about sensitive data asks anything. */
export function settingWithoutSensitive({ settings }: System): string | undefined {
  const { values } = settings.classification;
  return values.some((value) => isSensitiveClass(value, settings.classification))
    ? undefined
    : "pack-settings.classification.sensitive";
}

/** Whether a class that a text names is one of the sensitive ones. @throws {UnreadableValue} when it is no class */
export function namesSensitiveClass(resource: Resource, text: string, classes: Classes): boolean {
  return isSensitiveClass(readClass(resource, text, classes), classes);
}

/**
 * Whether something of a stack, or of the rest of its system, is sensitive.
 * @throws {Undecided} when nothing certainly is, and something may be
 */
export function hasSensitive(system: System, asking: Resource): boolean {
  return any(
    () => system.memo("is sensitive", system, () => some(classifiedIn(system), isSensitive)),
    () => isInAnotherPart(system, asking, SENSITIVE_DATA),
  );
}

const SENSITIVE_DATA = { en: "sensitive data of this system", fr: "des données sensibles de ce système" };

/** What is wrong with the tag that classifies something. */
export type Misfit = "missing" | "none of the classes" | "contradicts itself" | "less than its source";

/**
 * What is wrong with the tag by which something says its own class.
 * @param mustHaveOne whether it is to be classified for all that it holds
 * @returns `undefined` when the tag is right, or none is needed
 */
export function misfitOf(of: Classified, mustHaveOne: boolean): Misfit | undefined {
  const { classification } = of.system.settings;
  const values = tagValues(of.system, of.resource, classification.key);
  const classes = new Set(values.map((value) => findClass(value, classification)));
  if (classes.has(undefined)) return "none of the classes";
  if (classes.size > 1) return "contradicts itself";
  const [own] = classes;
  if (own !== undefined) {
    const sources = sourcesOf(of).map((source) => () => readSourceClass(source, classification));
    const most = chooseMostSensitive(sources, classification);
    return most !== undefined && rank(most, classification) > rank(own, classification)
      ? "less than its source"
      : undefined;
  }
  const needsOne = mustHaveOne && classification.default === undefined;
  return needsOne && readNearestClass(of, classification) === undefined ? "missing" : undefined;
}

/** The class by tags alone: of what it is in, and of what it was made from, the most sensitive. */
function readTaggedClass(of: Classified, classes: Classes): string | undefined {
  // What is told of a resource of another stack counts its sources already, which are not in sight.
  const told = of.resource.elsewhere === true ? readOwnClass(of.system, of.resource, classes) : undefined;
  if (told !== undefined) return told;
  const found = [
    () => readNearestClass(of, classes),
    ...sourcesOf(of).map((source) => () => readSourceClass(source, classes)),
  ];
  return of.system.through("class", of.resource, () => chooseMostSensitive(found, classes));
}

function readSourceClass(source: () => Classified | undefined, classes: Classes): string | undefined {
  const of = source();
  return of && readTaggedClass(of, classes);
}

/** The class that the nearest tag gives; nothing for what no tag reaches. */
function readNearestClass(of: Classified, classes: Classes): string | undefined {
  const { system, resource } = of;
  const read = (from: Resource) => readOwnClass(system, from, classes);
  const parents = parentsOf(system, resource).map((parent) => () => read(parent));
  for (const level of [() => read(resource), ...placesOf(of, classes, read), ...parents]) {
    const found = level();
    if (found !== undefined) return found;
  }
  return undefined;
}

type ClassReader = (from: Resource) => string | undefined;

/** The classes that the places give in which something stands, nearest first. */
function placesOf(of: Classified, classes: Classes, read: ClassReader): (() => string | undefined)[] {
  const most = (list: readonly (() => string | undefined)[]) => chooseMostSensitive(list, classes);
  if (of instanceof Subnet) return [() => read(of.net().resource)];
  if (of instanceof Volume) return [() => most(of.links().map((link) => () => readNearestClass(link.vm(), classes)))];
  if (of instanceof Vm) {
    return [() => most(nicsOf(of).map((nic) => () => read(nic().resource))), ...inSubnets(of, most, read)];
  }
  return of instanceof Nic || of instanceof LoadBalancer ? inSubnets(of, most, read) : [];
}

function inSubnets(
  of: Vm | Nic | LoadBalancer,
  most: (list: readonly (() => string | undefined)[]) => string | undefined,
  read: ClassReader,
): (() => string | undefined)[] {
  const among = (places: (subnet: Subnet) => Resource) => () => {
    const classes = of.subnets().map((subnet) => () => read(places(subnet)));
    // A VM with several NICs is in several Subnets; else these are the ones of which it is in one.
    if (of instanceof Vm && of.nicPaths().length > 1) return most(classes);
    const [first, ...others] = classes.map((one) => one());
    if (others.every((other) => other === first)) return first;
    throw new UnknownValue(of.resource, toSubnet().path, { candidates: of.subnets().map(({ resource }) => resource) });
  };
  return [among(({ resource }) => resource), among((subnet) => subnet.net().resource)];
}

function readOwnClass(system: System, resource: Resource, classes: Classes): string | undefined {
  const value = tagValue(system, resource, classes.key);
  return value === undefined ? undefined : readClass(resource, value, classes);
}

/** What it was made from, where that is the stack's: nothing is known of other storage. */
function sourcesOf(of: Classified): (() => Classified | undefined)[] {
  const from = <V extends Classified>(path: string, view: ViewOf<V>) => {
    return () => {
      const target = reference(of.system, of.resource, { path, types: view.types });
      return target && "resource" in target ? of.system.view(target.resource, view) : undefined;
    };
  };
  if (of instanceof Volume) return [from("snapshotId", Snapshot)];
  if (of instanceof Snapshot) return [() => of.source(), from("sourceSnapshotId", Snapshot)];
  if (of instanceof Image) return [from("vmId", Vm), from("sourceImageId", Image)];
  return [];
}

/**
 * The most sensitive of several classes, where what is not known could not be more.
 * @throws {Undecided} when it could
 */
function chooseMostSensitive(reads: readonly (() => string | undefined)[], classes: Classes): string | undefined {
  const { known, why } = attemptEach(reads);
  const [most] = known.filter((value) => value !== undefined).sort((a, b) => rank(b, classes) - rank(a, classes));
  if (most !== undefined && isSensitiveClass(most, classes)) return most;
  if (why) throw why;
  return most;
}

function rank(value: string, classes: Classes): number {
  return classes.values.indexOf(value) + (isSensitiveClass(value, classes) ? classes.values.length : 0);
}

function isSensitiveClass(value: string, { sensitive }: Classes): boolean {
  return sensitive.some((each) => each.toLowerCase() === value.toLowerCase());
}

/** The class that a text names, in any case. */
function readClass(resource: Resource, text: string, { key, values }: Classes): string {
  const value = findClass(text, { values });
  if (value !== undefined) return value;
  throw new UnreadableValue(resource, "tags", {
    en: `a \`${key}\` tag whose value is none of ${values.join(", ")}`,
    fr: `un tag \`${key}\` dont la valeur n'est pas parmi ${values.join(", ")}`,
  });
}

function findClass(text: string, { values }: Pick<Classes, "values">): string | undefined {
  return values.find((each) => each.toLowerCase() === text.toLowerCase());
}
