import { type Resource, SubjectOf } from "../../../stack";
import { knownAt } from "../../provider/view";
import type { KubernetesObject } from "./kubernetes-object";
import { CHARTS } from "./objects";
import { podPlace } from "./pods";

/** The names that drivers have which make volumes of buckets, and the charts that install them. */
const DRIVER = /(?:^|[./-])s3(?:[./-]|$)|s3fs|juicefs|rclone|goofys|geesefs/i;
const CHART = /csi.*\bs3\b|\bs3\b.*csi|s3fs|juicefs|csi-rclone|goofys|geesefs/i;

/** What a volume names its driver under, the second in clusters of old. */
const BY = ["csi", "flexVolume"];

/** Where something stands in an object: names of fields, and places in lists. */
type Place = readonly (string | number)[];

/**
 * Where an object names the drivers that make its volumes.
 * @throws {Undecided} when the object is not known
 */
export function driverPlaces(object: KubernetesObject): Place[] {
  const kind = object.objectKind();
  if (kind === "StorageClass") return [["provisioner"]];
  if (kind === "PersistentVolume") return BY.map((by) => ["spec", by, "driver"]);
  if (kind === "CSIDriver") return [["metadata", "name"]];
  const pod = podPlace(object);
  if (!pod) return [];
  const volumes = object.elements(...pod, "volumes");
  return volumes.flatMap((volume) => BY.map((by) => [...volume, by, "driver"]));
}

/** Whether the driver that an object names at a place makes volumes of buckets. */
export function isBucketDriver(object: KubernetesObject, place: Place): boolean {
  return DRIVER.test(object.text(...place));
}

/** A Helm chart that a program installs. */
export class HelmChart extends SubjectOf {
  static readonly types = CHARTS;

  constructor(resource: Resource) {
    super("resource", resource, "chart");
  }

  /**
   * Whether it installs a driver that makes volumes of buckets, by its name.
   * @throws {UnknownValue} when its name is not known
   */
  installsBucketDriver(): boolean {
    const chart = knownAt(this.resource, "chart");
    return typeof chart === "string" && CHART.test(chart);
  }
}
