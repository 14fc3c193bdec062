import { Bucket, isExpendable, isScratch, Volume } from "../../src/outscale";
import { acceptance, all, certainly, definePolicy, finding, possibly } from "../../src/policy";

export const requireProtectedState = definePolicy({
  name: "require-protected-state",
  clauses: ["DEL.api", "SLA7.nodurability"],
  ground: "good practice",
  severity: "low",
  level: "advisory",
  title: {
    en: "Volumes and buckets stay when a program drops or replaces them",
    fr: "Les volumes et les buckets restent quand un programme les retire ou les remplace",
  },
  why: {
    en: "What is deleted through the API is gone everywhere, backups by Outscale included: an edit of the program can be enough.",
    fr: "Ce que l'API supprime disparaît partout, sauvegardes d'Outscale comprises : une modification du programme peut y suffire.",
  },
  remediation: {
    en: "Give the resource the option `protect: true` or `retainOnDelete: true`; on a volume `terminationSnapshotName` at least leaves a snapshot. One that may be lost has the tag `storage: scratch`.",
    fr: "Donnez à la ressource l'option `protect: true` ou `retainOnDelete: true` ; sur un volume, `terminationSnapshotName` laisse au moins un snapshot. Un volume qui peut être perdu porte le tag `storage: scratch`.",
  },
  messages: {
    volume: {
      en: "Leaving the program deletes the volume: none of `protect`, `retainOnDelete` and `terminationSnapshotName` is set.",
      fr: "Le retirer du programme supprime le volume : ni `protect`, ni `retainOnDelete`, ni `terminationSnapshotName` n'est renseigné.",
    },
    scratch: {
      en: "It may be lost, as the tag `storage: scratch` declares.",
      fr: "Il peut être perdu, comme le déclare le tag `storage: scratch`.",
    },
    bucket: {
      en: "Leaving the program deletes the bucket: neither `protect` nor `retainOnDelete` is set.",
      fr: "Le retirer du programme supprime le bucket : ni `protect` ni `retainOnDelete` n'est renseigné.",
    },
  },
  subjects: (system) => [...system.all(Volume), ...system.all(Bucket)],
  applies: (subject) =>
    all(
      () => subject.isProduction(),
      () => !(subject instanceof Bucket) || subject.isOnOos(),
    ),
  *check(subject, { messages }) {
    const isExposed = () =>
      all(
        () => !subject.isKept(),
        () => subject instanceof Bucket || !isExpendable(subject),
      );
    if (!(subject instanceof Bucket) && certainly(() => isScratch(subject))) {
      if (possibly(isExposed)) yield acceptance(messages.scratch);
    } else if (all(isExposed, () => subject instanceof Bucket || !isScratch(subject)))
      yield finding(subject, subject instanceof Bucket ? messages.bucket : messages.volume);
  },
});
