import { Backups } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireBackupOutsideVolumes = definePolicy({
  name: "require-backup-outside-volumes",
  clauses: ["SLA7.backup", "R17.restart"],
  ground: "good practice",
  severity: "low",
  level: "advisory",
  title: {
    en: "A copy of the backups leaves the storage of volumes",
    fr: "Une copie des sauvegardes quitte le stockage des volumes",
  },
  why: {
    en: "Backups are the client's: snapshots serve the whole Region, but lie in the same account and the same storage service as their volumes, and one mistaken call may take both.",
    fr: "Les sauvegardes incombent au client : les snapshots servent dans toute la Région, mais se trouvent dans le même compte et le même service de stockage que leurs volumes, et un seul appel erroné peut emporter les deux.",
  },
  remediation: {
    en: "Export a snapshot of a volume that is backed up with a `SnapshotExportTask`, to a bucket of the region's object storage; data that may be lost has the tag `storage: scratch`, on the volume or its VM.",
    fr: "Exportez un snapshot d'un volume sauvegardé avec un `SnapshotExportTask`, vers un bucket du stockage objet de la région ; des données qui peuvent être perdues portent le tag `storage: scratch`, sur le volume ou sa VM.",
  },
  messages: {
    "in-one-place": {
      en: "Volumes are backed up, and no export task copies any of them to object storage.",
      fr: "Des volumes sont sauvegardés, et aucune tâche d'export n'en copie un vers le stockage objet.",
    },
  },
  subjects: (system) => [new Backups(system)],
  applies: (backups) => backups.exist(),
  *check(backups, { messages }) {
    if (!backups.areExported()) yield finding(backups, messages["in-one-place"]);
  },
});
