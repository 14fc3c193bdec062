import { Disks, disksOf } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding } from "../../src/policy";

export const limitVolumeIops = definePolicy({
  name: "limit-volume-iops",
  clauses: ["SLA7.iops"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  stakes: [{ forfeits: ["SLA7.iops"] }],
  alone: [Disks],
  title: {
    en: "Guaranteed IOPS are ordered within the limits of the disk",
    fr: "Les IOPS garanties sont commandées dans les limites du disque",
  },
  why: {
    en: "IOPS are guaranteed on io1 disks alone and within their technical limits: what is ordered otherwise cannot be claimed.",
    fr: "Les IOPS ne sont garanties que sur les disques io1 et dans leurs limites techniques : ce qui est commandé autrement ne peut être réclamé.",
  },
  remediation: {
    en: 'Write `iops` together with `volumeType: "io1"`, from 100 to 13000 and at most 300 per GiB, or remove `iops`.',
    fr: 'Écrivez `iops` avec `volumeType: "io1"`, de 100 à 13000 et au plus 300 par Gio, ou retirez `iops`.',
  },
  messages: {
    "no-guarantee": ({ type }: { readonly type: string }) => ({
      en: `IOPS are ordered on a disk of type ${type}, which guarantees none.`,
      fr: `Des IOPS sont commandées sur un disque de type ${type}, qui n'en garantit aucune.`,
    }),
    missing: {
      en: "The disk is of type io1 and no `iops` is written.",
      fr: "Le disque est de type io1 et `iops` n'est pas renseigné.",
    },
    "beyond-disk": ({ iops }: { readonly iops: number }) => ({
      en: `${String(iops)} IOPS are ordered, and a disk has from ${String(LEAST)} to ${String(MOST)}.`,
      fr: `${String(iops)} IOPS sont commandées, et un disque en a de ${String(LEAST)} à ${String(MOST)}.`,
    }),
    "beyond-size": ({ iops, gibibytes }: { readonly iops: number; readonly gibibytes: number }) => ({
      en: `${String(iops)} IOPS are ordered on ${String(gibibytes)} GiB, which has at most ${String(MOST_PER_GIB * gibibytes)}.`,
      fr: `${String(iops)} IOPS sont commandées sur ${String(gibibytes)} Gio, qui en a au plus ${String(MOST_PER_GIB * gibibytes)}.`,
    }),
  },
  subjects: (system) => disksOf(system),
  applies: (disk) =>
    all(
      () => disk.asksForIops(),
      () => disk.isProduction(),
    ),
  *check(disk, { messages }) {
    // The last two do not ask for the type, which may be unknown: on a type without guarantee any IOPS are a flaw.
    const flaws = [
      {
        isIn: () => disk.namesIops() && !disk.isGuaranteed(),
        say: () => messages["no-guarantee"]({ type: disk.volumeType() }),
      },
      { isIn: () => !disk.namesIops() && disk.isGuaranteed(), say: () => messages.missing },
      {
        isIn: () => disk.namesIops() && (disk.iops() < LEAST || disk.iops() > MOST),
        say: () => messages["beyond-disk"]({ iops: disk.iops() }),
      },
      {
        isIn: () => disk.namesIops() && disk.iops() > MOST_PER_GIB * disk.size(),
        say: () => messages["beyond-size"]({ iops: disk.iops(), gibibytes: disk.size() }),
      },
    ];
    if (!any(...flaws.map(({ isIn }) => isIn))) return;
    const flaw = flaws.find(({ isIn }) => certainly(isIn));
    if (flaw) yield finding(disk, flaw.say(), disk.iopsPath);
  },
});

const LEAST = 100;
const MOST = 13_000;
const MOST_PER_GIB = 300;
