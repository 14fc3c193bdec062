import { driverPlaces, HelmChart, isBucketDriver, KUBERNETES_TYPES, kubernetesObjectsOf } from "../../src/outscale";
import { certainly, definePolicy, factOf, finding, ifKnown, some, withFacts } from "../../src/policy";

export const noObjectStorageVolume = definePolicy({
  name: "no-object-storage-volume",
  clauses: ["SLA6.block"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  // The convention excludes the incidents of this use, and none of the others that object storage has.
  excludes: ["SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"],
  alone: [{ types: KUBERNETES_TYPES }],
  title: {
    en: "No volume of Kubernetes is a bucket",
    fr: "Aucun volume Kubernetes n'est un bucket",
  },
  why: {
    en: "A CSI driver for S3 mounts buckets in pods: incidents of object storage used that way are not covered, and its durability is not promised for that use.",
    fr: "Un pilote CSI pour S3 monte des buckets dans les pods : les incidents du stockage objet ainsi utilisé ne sont pas couverts, et sa durabilité n'est pas garantie pour cet usage.",
  },
  remediation: {
    en: "Make volumes with the StorageClass of `bsu.csi.outscale.com`, and have pods read and write objects through the S3 API.",
    fr: "Créez les volumes avec la StorageClass de `bsu.csi.outscale.com`, et faites lire et écrire les objets par les pods à travers l'API S3.",
  },
  messages: {
    driver: {
      en: "A driver that makes volumes of buckets is installed.",
      fr: "Un pilote qui crée des volumes à partir de buckets est installé.",
    },
    "persistent-volume": { en: "The PersistentVolume is a bucket.", fr: "Le PersistentVolume est un bucket." },
    "storage-class": {
      en: "The StorageClass makes volumes of buckets.",
      fr: "La StorageClass crée des volumes à partir de buckets.",
    },
    pods: { en: "A volume of its pods is a bucket.", fr: "Un volume de ses pods est un bucket." },
    chart: {
      en: "The chart installs a driver that makes volumes of buckets.",
      fr: "Le chart installe un pilote qui crée des volumes à partir de buckets.",
    },
  },
  subjects: (system) => [...kubernetesObjectsOf(system), ...system.all(HelmChart)],
  applies: (subject) => subject instanceof HelmChart || driverPlaces(subject).length > 0,
  *check(subject, { messages }) {
    if (subject instanceof HelmChart) {
      if (subject.installsBucketDriver()) yield finding(subject, messages.chart);
      return;
    }
    const places = driverPlaces(subject);
    const found = places.find((place) => certainly(() => isBucketDriver(subject, place)));
    if (found) {
      const message = messages[BY_KIND[subject.objectKind()] ?? "pods"];
      // One text may hold several objects.
      const volume = ifKnown(() => subject.at(...found.slice(0, -1)));
      const facts = { object: ifKnown(() => subject.text("metadata", "name")), volume: factOf(volume) };
      yield withFacts(finding(subject, message, subject.pathOf(...found)), facts);
    }
    // Where it is not known which driver one more place names, this throws, and the verdict is undetermined.
    some(places, (place) => isBucketDriver(subject, place));
  },
});

/** The message for each kind of Kubernetes object; for every other kind, the one about the volume of a pod. */
const BY_KIND: Readonly<Record<string, "driver" | "persistent-volume" | "storage-class">> = {
  CSIDriver: "driver",
  PersistentVolume: "persistent-volume",
  StorageClass: "storage-class",
};
