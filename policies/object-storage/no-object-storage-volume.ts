import {
  driverPlaces,
  HelmChart,
  isBucketDriver,
  KUBERNETES_TYPES,
  type KubernetesObject,
  kubernetesObjectsOf,
} from "../../src/outscale";
import { certainly, definePolicy, finding, possibly, some } from "../../src/policy";
import type { Text } from "../../src/text";

export const noObjectStorageVolume = definePolicy({
  name: "no-object-storage-volume",
  clauses: ["SLA6.block"],
  severity: "critical",
  level: "mandatory",
  // Only the incidents of that use are excluded.
  stakes: [{ forfeits: ["SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"] }],
  alone: [{ types: KUBERNETES_TYPES }],
  title: {
    en: "No volume of Kubernetes is a bucket",
    fr: "Aucun volume de Kubernetes n'est un bucket",
  },
  why: {
    en: "A CSI driver for S3 mounts buckets in pods: incidents of object storage used that way are not covered, and its durability is not promised for that use.",
    fr: "Un pilote CSI pour S3 monte des buckets dans les pods : les incidents du stockage objet ainsi utilisé ne sont pas couverts, et sa durabilité n'est pas promise pour cet usage.",
  },
  remediation: {
    en: "Make volumes with the StorageClass of `bsu.csi.outscale.com`, and have pods read and write objects through the S3 API.",
    fr: "Créez les volumes avec la StorageClass de `bsu.csi.outscale.com`, et faites lire et écrire les objets par l'API S3 dans les pods.",
  },
  subjects: (stack) => [
    ...kubernetesObjectsOf(stack).filter((object) => possibly(() => driverPlaces(object).length > 0)),
    ...stack.all(HelmChart),
  ],
  *check(subject) {
    if (subject instanceof HelmChart) {
      if (subject.installsBucketDriver()) yield finding(subject, CHART);
      return;
    }
    const places = driverPlaces(subject);
    const found = places.find((place) => certainly(() => isBucketDriver(subject, place)));
    if (found) yield finding(subject, factOf(subject), subject.pathOf(...found));
    // What is not known of a place leaves the verdict open.
    some(places, (place) => isBucketDriver(subject, place));
  },
});

function factOf(object: KubernetesObject): Text {
  return FACTS[object.objectKind()] ?? OF_PODS;
}

const FACTS: Readonly<Record<string, Text>> = {
  CSIDriver: {
    en: "A driver that makes volumes of buckets is installed.",
    fr: "Un pilote qui fait des volumes de buckets est installé.",
  },
  PersistentVolume: { en: "The PersistentVolume is a bucket.", fr: "Le PersistentVolume est un bucket." },
  StorageClass: {
    en: "The StorageClass makes volumes of buckets.",
    fr: "La StorageClass fait des volumes de buckets.",
  },
};

const OF_PODS: Text = { en: "A volume of its pods is a bucket.", fr: "Un volume de ses pods est un bucket." };

const CHART: Text = {
  en: "The chart installs a driver that makes volumes of buckets.",
  fr: "Le chart installe un pilote qui fait des volumes de buckets.",
};
