import { listDecodedLines, Instructed, instructionsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const noDatabaseOnObjectStorage = definePolicy({
  name: "no-database-on-object-storage",
  clauses: ["SLA6.block"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  // The convention excludes the incidents of this use, and none of the others that object storage has.
  excludes: ["SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"],
  alone: [Instructed],
  title: {
    en: "No database keeps its data on a mounted bucket",
    fr: "Aucune base de données ne garde ses données sur un bucket monté",
  },
  why: {
    en: "Object storage under a running database is used as block storage: its incidents are not covered, its durability is not promised for that use, and a database without locks and partial writes loses data.",
    fr: "Le stockage objet sous une base de données active sert de stockage bloc : ses incidents ne sont pas couverts, sa durabilité n'est pas garantie pour cet usage, et une base de données sans verrous ni écritures partielles perd des données.",
  },
  remediation: {
    en: "Keep the data directory on a `Volume`, and send backups to the bucket through the S3 API (pgBackRest, WAL-G, `aws s3`).",
    fr: "Gardez le répertoire de données sur un `Volume`, et envoyez les sauvegardes vers le bucket par l'API S3 (pgBackRest, WAL-G, `aws s3`).",
  },
  messages: {
    mounted: ({ databases }: Mounted) => {
      const engines = formatList([...new Set(databases.map(({ engine }) => engine))]);
      const where = listDecodedLines(databases);
      return {
        en: `The data of ${engines.en} lies on a mounted bucket (${where.en}).`,
        fr: `Les données de ${engines.fr} sont sur un bucket monté (${where.fr}).`,
      };
    },
  },
  subjects: (system) => instructionsOf(system),
  *check(instructions, { messages }) {
    const databases = instructions.databasesOnBuckets().map(({ engine, line }) => ({ engine, line }));
    if (databases.length > 0) {
      yield finding(instructions, messages.mounted({ databases }));
      return;
    }
    instructions.assertPlaced();
    instructions.assertRead();
  },
});

/** The databases on buckets, and the lines that say so. */
interface Mounted {
  readonly databases: readonly { readonly engine: string; readonly line: number }[];
}
