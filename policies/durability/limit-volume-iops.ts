import { type Disk, Disks, disksOf } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding, possibly } from "../../src/policy";
import type { Text } from "../../src/text";

export const limitVolumeIops = definePolicy({
  name: "limit-volume-iops",
  clauses: ["SLA7.iops"],
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
    fr: "Les IOPS ne sont garanties que sur les disques io1 et dans leurs limites techniques : ce qui est commandé autrement ne peut être réclamé.",
  },
  remediation: {
    en: 'Write `iops` together with `volumeType: "io1"`, from 100 to 13000 and at most 300 per GiB, or remove `iops`.',
    fr: 'Écrivez `iops` avec `volumeType: "io1"`, de 100 à 13000 et au plus 300 par Gio, ou retirez `iops`.',
  },
  subjects: (stack, { shared }) =>
    disksOf(stack).filter((disk) =>
      possibly(() =>
        all(
          () => disk.asksForIops(),
          () => disk.isProduction(shared),
        ),
      ),
    ),
  *check(disk, { shared }) {
    const isUnclaimable = all(
      () =>
        any(
          ...FLAWS.map(
            ({ isIn }) =>
              () =>
                isIn(disk),
          ),
        ),
      () => disk.isProduction(shared),
    );
    if (!isUnclaimable) return;
    const flaw = FLAWS.find(({ isIn }) => certainly(() => isIn(disk)));
    if (flaw) yield finding(disk, flaw.message(disk), disk.iopsPath);
  },
});

const LEAST = 100;
const MOST = 13_000;
const MOST_PER_GIB = 300;

interface Flaw {
  readonly isIn: (disk: Disk) => boolean;
  readonly message: (disk: Disk) => Text;
}

/** Too many IOPS are so whatever the type: of another type, any number is. */
const FLAWS: readonly Flaw[] = [
  {
    isIn: (disk) => disk.namesIops() && !disk.isGuaranteed(),
    message: (disk) => ({
      en: `IOPS are ordered on a disk of type ${disk.volumeType()}, which guarantees none.`,
      fr: `Des IOPS sont commandées sur un disque de type ${disk.volumeType()}, qui n'en garantit aucune.`,
    }),
  },
  {
    isIn: (disk) => !disk.namesIops() && disk.isGuaranteed(),
    message: () => ({
      en: "The disk is of type io1 and no `iops` is written.",
      fr: "Le disque est de type io1 et aucun `iops` n'est écrit.",
    }),
  },
  {
    isIn: (disk) => disk.namesIops() && (disk.iops() < LEAST || disk.iops() > MOST),
    message: (disk) => ({
      en: `${String(disk.iops())} IOPS are ordered, and a disk has from ${String(LEAST)} to ${String(MOST)}.`,
      fr: `${String(disk.iops())} IOPS sont commandées, et un disque en a de ${String(LEAST)} à ${String(MOST)}.`,
    }),
  },
  {
    isIn: (disk) => disk.namesIops() && disk.iops() > MOST_PER_GIB * disk.size(),
    message: (disk) => ({
      en: `${String(disk.iops())} IOPS are ordered on ${String(disk.size())} GiB, which has at most ${String(MOST_PER_GIB * disk.size())}.`,
      fr: `${String(disk.iops())} IOPS sont commandées sur ${String(disk.size())} Gio, qui en a au plus ${String(MOST_PER_GIB * disk.size())}.`,
    }),
  },
];
