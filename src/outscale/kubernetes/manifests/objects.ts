import {
  attempt,
  isValues,
  type Resource,
  Unknown,
  UnknownValue,
  UnreadableValue,
  type Value,
  valueAt,
} from "../../../stack";
import type { System } from "../../provider/system";
import { elementPaths } from "../../provider/view";
import { OksManifest } from "../oks-manifest";
import { KubernetesObject } from "./kubernetes-object";
import { documentsIn } from "./yaml-documents";

/** The kinds that are read of the Kubernetes provider's resources, by type. */
const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["core/v1", "Pod", "PersistentVolume", "ReplicationController"],
    ["apps/v1", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    ["batch/v1", "CronJob", "Job"],
    ["storage.k8s.io/v1", "CSIDriver", "StorageClass"],
  ].flatMap(([group = "", ...kinds]) => kinds.map((kind) => [`kubernetes:${group}:${kind}`, kind])),
);

/** Resources that stand for many objects, with the properties that hold them. */
const GROUPS: Readonly<Record<string, { texts?: readonly string[]; files?: readonly string[] }>> = {
  "kubernetes:kustomize:Directory": { files: ["directory"] },
  "kubernetes:kustomize/v2:Directory": { files: ["directory"] },
  "kubernetes:yaml:ConfigFile": { files: ["file"] },
  "kubernetes:yaml:ConfigGroup": { texts: ["yaml"], files: ["files"] },
  "kubernetes:yaml/v2:ConfigFile": { files: ["file"] },
  "kubernetes:yaml/v2:ConfigGroup": { texts: ["yaml"], files: ["files"] },
};

export const CHARTS = ["kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"];

/** The types of the resources that hold Kubernetes objects. */
export const KUBERNETES_TYPES = [...OksManifest.types, ...Object.keys(KINDS), ...Object.keys(GROUPS), ...CHARTS];

const FILES = { en: "manifests in files", fr: "des manifestes dans des fichiers" };
const NO_OBJECTS = {
  en: "text that is no Kubernetes object in YAML",
  fr: "un texte qui n'est pas un objet Kubernetes en YAML",
};

/** Every Kubernetes object of a stack that is read; one that cannot be, or not all of which is known, throws when it is. */
export function kubernetesObjectsOf(system: System): readonly KubernetesObject[] {
  return system.memo(kubernetesObjectsOf, system, () => [
    ...system
      .all(OksManifest)
      .map(
        (manifest) =>
          new KubernetesObject({ resource: manifest.resource, path: "manifest", isText: true }, () =>
            manifest.object(),
          ),
      ),
    ...system.ofTypes(Object.keys(KINDS)).map(readResource),
    ...system
      .ofTypes([...Object.keys(GROUPS), ...CHARTS])
      // What the provider has made of it is judged in its place.
      .filter((group) => !hasMembers(system, group))
      .flatMap((group) => [...readGroup(group), ...findEmbedded(group, "objs"), ...findEmbedded(group, "values")]),
  ]);
}

/** A resource's type tells its kind, which programs in some languages leave out. */
function readResource(resource: Resource): KubernetesObject {
  const kind = KINDS[resource.type] ?? "";
  return new KubernetesObject({ resource, path: "", isText: false }, () => ({ ...resource.inputs, kind }));
}

function hasMembers(system: System, { urn }: Resource): boolean {
  const parents = system.memo("parents of Kubernetes objects", system, () => {
    return new Set(system.ofTypes(Object.keys(KINDS)).map(({ parent }) => parent));
  });
  return parents.has(urn);
}

function readGroup(resource: Resource): KubernetesObject[] {
  const { texts = [], files = [] } = GROUPS[resource.type] ?? {};
  return [
    ...texts.flatMap((property) => elementPaths(resource.inputs, property).flatMap((path) => readText(resource, path))),
    ...files
      .filter((property) => valueAt(resource.inputs, property) !== undefined)
      .map((path) => refuseObject(resource, path, new UnreadableValue(resource, path, FILES))),
  ];
}

function readText(resource: Resource, path: string): KubernetesObject[] {
  const found = attempt(() => {
    const text = valueAt(resource.inputs, path);
    if (text instanceof Unknown) throw new UnknownValue(resource, path, { value: text });
    const objects = typeof text === "string" ? documentsIn(text) : undefined;
    if (!objects) throw new UnreadableValue(resource, path, NO_OBJECTS);
    return objects;
  });
  if (found.why) return [refuseObject(resource, path, found.why)];
  return found.value.map((object) => new KubernetesObject({ resource, path, isText: true }, () => object));
}

function refuseObject(resource: Resource, path: string, why: Error): KubernetesObject {
  return new KubernetesObject({ resource, path, isText: true }, () => {
    throw why;
  });
}

/** The objects that stand among other values, such as those that a chart adds to its own. */
function findEmbedded(resource: Resource, path: string): KubernetesObject[] {
  const value = valueAt(resource.inputs, path);
  return value === undefined ? [] : found(value, path);

  function found(here: Value, at: string): KubernetesObject[] {
    if (here instanceof Unknown) return [refuseObject(resource, at, new UnknownValue(resource, at, { value: here }))];
    if (Array.isArray(here)) return here.flatMap((each: Value, index) => found(each, `${at}[${String(index)}]`));
    if (!isValues(here)) return [];
    if (here["kind"] !== undefined && here["apiVersion"] !== undefined) {
      return [new KubernetesObject({ resource, path: at, isText: false }, () => here)];
    }
    return Object.entries(here).flatMap(([name, each]) => found(each, `${at}.${name}`));
  }
}
