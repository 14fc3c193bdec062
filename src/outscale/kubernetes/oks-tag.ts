import { reference, type Resource, Unknown } from "../../stack";
import { hasTagKey } from "../grouping/tags";
import type { System } from "../provider/system";
import { OksCluster } from "./oks-cluster";

/** Before the id of a cluster, the key of the tag by which Outscale's controllers find what belongs to it. */
const PREFIX = "OscK8sClusterID/";

/**
 * Whether a resource belongs to a cluster of OKS: it has the tag of one that is in sight. A cluster that the client runs
 * itself puts the same tag on what it has, so that the tag alone does not say it.
 * @throws {Undecided} when that is not known
 */
export function isOfOks(system: System, resource: Resource): boolean {
  return hasTagKey(system, resource, (key, from, path) => {
    if (key instanceof Unknown) return leadsToCluster(system, from, path);
    if (typeof key !== "string" || !key.toLowerCase().startsWith(PREFIX.toLowerCase())) return false;
    const id = key.slice(PREFIX.length);
    // A cluster that is still to be created has no id yet.
    return system.ofTypes(OksCluster.types).some((cluster) => cluster.id === undefined || cluster.id === id);
  });
}

/** Whether a key that is made with the deployment is made from a cluster. */
function leadsToCluster(system: System, from: Resource, path: string): boolean {
  const target = reference(system, from, { path, types: OksCluster.types });
  return target !== undefined && "resource" in target;
}
