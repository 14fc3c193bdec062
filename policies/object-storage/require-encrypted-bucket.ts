import { Bucket } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireEncryptedBucket = definePolicy({
  name: "require-encrypted-bucket",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Buckets encrypt their objects",
    fr: "Les buckets chiffrent leurs objets",
  },
  why: {
    en: "Encrypting data is the client's duty: an object that neither its writer nor its bucket encrypts lies in clear in object storage.",
    fr: "Chiffrer les données incombe au client : un objet que ni celui qui l'écrit ni son bucket ne chiffre est en clair dans le stockage objet.",
  },
  remediation: {
    en: 'Give the bucket a `BucketServerSideEncryptionConfiguration` with `sseAlgorithm: "AES256"`.',
    fr: 'Donnez au bucket une `BucketServerSideEncryptionConfiguration` avec `sseAlgorithm: "AES256"`.',
  },
  messages: {
    "in-clear": {
      en: "Nothing has object storage encrypt what is written to the bucket.",
      fr: "Rien ne fait chiffrer par le stockage objet ce qui est écrit dans le bucket.",
    },
  },
  subjects: (system) => system.all(Bucket),
  applies: (bucket) => bucket.isOnOos(),
  *check(bucket, { messages }) {
    if (!bucket.isEncrypted()) yield finding(bucket, messages["in-clear"]);
  },
});
