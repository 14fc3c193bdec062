import { Bucket } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireVersionedBucket = definePolicy({
  name: "require-versioned-bucket",
  clauses: ["SLA6.usage"],
  ground: "condition",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA6.durability"],
  title: {
    en: "Buckets keep former versions of their objects, and lock backups and logs",
    fr: "Les buckets gardent les versions précédentes de leurs objets, et verrouillent sauvegardes et journaux",
  },
  why: {
    en: "The durability of objects does not cover what the client's own action destroys, deliberate or not: without versions, an overwritten or deleted object is lost.",
    fr: "La durabilité des objets ne couvre pas ce que détruit une action du client, même involontaire : sans versions, un objet écrasé ou supprimé est perdu.",
  },
  remediation: {
    en: 'Turn versioning on (`BucketVersioning` with `status: "Enabled"`), and make buckets for backups and logs with `objectLockEnabled: true`.',
    fr: 'Activez la gestion des versions (`BucketVersioning` avec `status: "Enabled"`), et créez les buckets de sauvegardes et de journaux avec `objectLockEnabled: true`.',
  },
  messages: {
    "no-versions": {
      en: "Versioning is not turned on: an object that is overwritten or deleted is gone.",
      fr: "La gestion des versions n'est pas activée : un objet écrasé ou supprimé disparaît.",
    },
    unlocked: {
      en: "Backups or logs are written to it, and nothing locks them: who may delete objects may delete all versions.",
      fr: "Des sauvegardes ou des journaux y sont écrits, et rien ne les verrouille : qui peut supprimer des objets peut supprimer toutes les versions.",
    },
  },
  subjects: (system) => system.all(Bucket),
  applies: (bucket) =>
    all(
      () => bucket.isProduction(),
      () => bucket.isOnOos(),
    ),
  *check(bucket, { messages }) {
    if (!bucket.isVersioned()) {
      yield finding(bucket, messages["no-versions"]);
      return;
    }
    const isUnlocked = all(
      () => !bucket.isLocked(),
      () => bucket.takesEvidence(),
    );
    if (isUnlocked) yield finding(bucket, messages.unlocked);
  },
});
