import { all, isValues } from "../../../stack";
import type { KubernetesObject } from "./kubernetes-object";

const PROVISIONER = "bsu.csi.outscale.com";
const SECRET = ["csi.storage.k8s.io/node-stage-secret-name", "csi.storage.k8s.io/node-stage-secret-namespace"];

/**
 * Whether an object is a StorageClass by which Kubernetes makes volumes of Outscale's.
 * @throws {Undecided} when that is not known
 */
export function makesVolumes(object: KubernetesObject): boolean {
  return all(
    () => object.objectKind() === "StorageClass",
    () => object.text("provisioner") === PROVISIONER,
  );
}

/** Whether a class asks its driver to encrypt its volumes with LUKS. */
export function asksForEncryption(object: KubernetesObject): boolean {
  return parameter(object, "encrypted").toLowerCase() === "true";
}

/** Whether a class says where the key is. */
export function namesKey(object: KubernetesObject): boolean {
  return SECRET.every((name) => parameter(object, name) !== "");
}

/** Whether a class names a key of a key service, with which the driver makes no volume at all. */
export function namesKeyService(object: KubernetesObject): boolean {
  return parameter(object, "kmskeyid") !== "";
}

/** The driver takes the names of its parameters in any case. */
function parameter(object: KubernetesObject, name: string): string {
  const parameters = object.at("parameters");
  const written = isValues(parameters) ? Object.keys(parameters).find((key) => key.toLowerCase() === name) : undefined;
  return written === undefined ? "" : object.text("parameters", written);
}
