import {
  asksForEncryption,
  KUBERNETES_TYPES,
  kubernetesObjectsOf,
  makesVolumes,
  namesKey,
  namesKeyService,
} from "../../src/outscale";
import { definePolicy, finding, ifKnown, type Message, withFacts } from "../../src/policy";

export const requireEncryptedStorageClass = definePolicy({
  name: "require-encrypted-storage-class",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  alone: [{ types: KUBERNETES_TYPES }],
  title: {
    en: "StorageClasses encrypt the volumes they make",
    fr: "Les StorageClass chiffrent les volumes qu'elles créent",
  },
  why: {
    en: "Encrypting data is the client's duty, and no attribute of a volume does it: what a StorageClass does not have the driver encrypt lies in clear on the disk and in its snapshots.",
    fr: "Chiffrer les données incombe au client, et aucun attribut d'un volume ne le fait : ce qu'une StorageClass ne fait pas chiffrer par le pilote est en clair sur le disque et dans ses snapshots.",
  },
  remediation: {
    en: 'Write `encrypted: "true"` in `parameters`, with `csi.storage.k8s.io/node-stage-secret-name` and `-namespace` for the key, and no `kmsKeyId`.',
    fr: 'Écrivez `encrypted: "true"` dans `parameters`, avec `csi.storage.k8s.io/node-stage-secret-name` et `-namespace` pour la clé, et pas de `kmsKeyId`.',
  },
  messages: {
    "in-clear": {
      en: 'Volumes of this StorageClass are not encrypted: it does not say `encrypted: "true"`.',
      fr: 'Les volumes de cette StorageClass ne sont pas chiffrés : elle ne dit pas `encrypted: "true"`.',
    },
    "no-key": {
      en: "This StorageClass encrypts its volumes, and names no secret that holds the key.",
      fr: "Cette StorageClass chiffre ses volumes, et ne nomme aucun secret qui contienne la clé.",
    },
    "key-service": {
      en: "This StorageClass names a `kmsKeyId`, with which the driver makes no volume.",
      fr: "Cette StorageClass nomme un `kmsKeyId`, avec lequel le pilote ne crée aucun volume.",
    },
  },
  subjects: (system) => kubernetesObjectsOf(system),
  applies: (object) => makesVolumes(object),
  *check(object, { messages }) {
    // One text may hold several.
    const facts = { object: ifKnown(() => object.text("metadata", "name")) };
    const found = (message: Message) => withFacts(finding(object, message, object.pathOf("parameters")), facts);
    if (namesKeyService(object)) yield found(messages["key-service"]);
    if (!asksForEncryption(object)) yield found(messages["in-clear"]);
    else if (!namesKey(object)) yield found(messages["no-key"]);
  },
});
