import { listDecodedLines, Instructed, instructionsOf } from "../../src/outscale";
import { definePolicy, finding, withFacts } from "../../src/policy";
import { formatList } from "../../src/text";

export const noObjectStorageMount = definePolicy({
  name: "no-object-storage-mount",
  clauses: ["SLA6.fuse", "SLA6.block"],
  ground: "condition",
  severity: "critical",
  level: "mandatory",
  // The convention excludes the incidents of this use, and none of the others that object storage has.
  excludes: ["SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"],
  alone: [Instructed],
  title: {
    en: "No bucket is mounted as a file system or a block device",
    fr: "Aucun bucket n'est monté comme système de fichiers ou périphérique bloc",
  },
  why: {
    en: "Incidents of object storage used through FUSE or as block storage are not covered, and its durability is not promised for that use.",
    fr: "Les incidents du stockage objet utilisé par FUSE ou comme stockage bloc ne sont pas couverts, et sa durabilité n'est pas garantie pour cet usage.",
  },
  remediation: {
    en: "Read and write objects through the S3 API (SDK, `aws s3`, `rclone sync`, restic), and keep files on a `Volume`.",
    fr: "Lisez et écrivez les objets par l'API S3 (SDK, `aws s3`, `rclone sync`, restic), et gardez les fichiers sur un `Volume`.",
  },
  messages: {
    mounted: ({ mounts }: Mounted) => {
      const tools = formatList([...new Set(mounts.map(({ tool }) => tool))]);
      const where = listDecodedLines(mounts);
      return {
        en: `${tools.en} mounts a bucket (${where.en}).`,
        fr: `${tools.fr} monte un bucket (${where.fr}).`,
      };
    },
  },
  subjects: (system) => instructionsOf(system),
  *check(instructions, { messages }) {
    const found = instructions.bucketMounts();
    const mounts = found.map(({ tool, line }) => ({ tool, line }));
    // Where one is mounted is text of the program's, which no sentence shows.
    const targets = found.map(({ target }) => target);
    if (mounts.length > 0) yield withFacts(finding(instructions, messages.mounted({ mounts })), { targets });
    else instructions.assertRead();
  },
});

/** The tools that mount buckets, and the lines that do. */
interface Mounted {
  readonly mounts: readonly { readonly tool: string; readonly line: number }[];
}
