import { SUPPORT_TIMES } from "../../src/contract";
import {
  dataDisksOf,
  type Disk,
  hasVolumeElsewhere,
  type SharedSettings,
  type Tier,
  tiersOf,
} from "../../src/outscale";
import { all, any, definePolicy, doubt, finding, ifKnown, possibly, some } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireStorageInEverySubregion = definePolicy({
  name: "require-storage-in-every-subregion",
  clauses: ["SLA7.volume", "SLA10.zones"],
  severity: "high",
  level: "advisory",
  stakes: [{ forfeits: SUPPORT_TIMES }],
  title: {
    en: "A tier has the same data volumes in each Subregion",
    fr: "Un tier a les mêmes volumes de données dans chaque Sous-région",
  },
  why: {
    en: "A volume exists in its own Subregion only, and support times bind Outscale only if an equivalent of what failed stands in the others.",
    fr: "Un volume n'existe que dans sa propre Sous-région, et les délais de support n'engagent Outscale que si l'équivalent de ce qui est tombé se trouve dans les autres.",
  },
  remediation: {
    en: "Give the tier as many data volumes in each Subregion, of the same size, `volumeType` and `iops`, each linked to a VM of that Subregion.",
    fr: "Donnez au tier autant de volumes de données dans chaque Sous-région, de mêmes taille, `volumeType` et `iops`, chacun lié à une VM de cette Sous-région.",
  },
  subjects: (stack, { shared }) =>
    tiersOf(stack, shared).filter((tier) => tier.isDeclared && possibly(() => isJudged(tier, shared))),
  *check(tier, { shared }) {
    if (!isJudged(tier, shared)) return;
    const places = placesOf(tier, shared);
    const isUneven = all(
      () => !isEven(places),
      () => !hasVolumeElsewhere(tier, shared),
    );
    if (isUneven) yield finding(tier, differences(tier, places));
    if (tier.hasWitness()) yield doubt(tier, WITNESS);
  },
});

function isJudged(tier: Tier, shared: SharedSettings): boolean {
  const vms = [...tier.members, ...tier.possible.map(({ vm }) => vm)];
  return all(
    () => tier.isSpread(shared),
    () =>
      any(
        () => some(vms, (vm) => dataDisksOf(vm).length > 0),
        () => hasVolumeElsewhere(tier, shared),
      ),
  );
}

const WITNESS: Text = {
  en: "One of its VMs only takes part in votes and is asked for no storage: whether the others are equivalent to it is to be argued with support.",
  fr: "L'une de ses VM ne fait que voter et n'a pas besoin de stockage : que les autres lui soient équivalentes sera à défendre auprès du support.",
};

/** The data disks of the VMs of a tier that lie in one Subregion. */
interface Place {
  readonly subregion: string;
  readonly vms: readonly (readonly (() => Disk)[])[];
}

function placesOf(tier: Tier, shared: SharedSettings): Place[] {
  const workers = [...tier.workersBySubregion(shared)].sort(([a], [b]) => (a < b ? -1 : 1));
  return workers.map(([subregion, vms]) => ({ subregion, vms: vms.map(dataDisksOf) }));
}

/** Another number decides, or another type, while the sizes are not known. */
function isEven(places: readonly Place[]): boolean {
  return all(
    () => isAlike(places, () => "one"),
    () => isAlike(places, (disk) => performanceOf(disk())),
    () => isAlikeInSize(places),
  );
}

function isAlikeInSize(places: readonly Place[]): boolean {
  if (isAlike(places, (disk) => `${performanceOf(disk())} ${sizeOf(disk())}`)) return true;
  // Two snapshots are not two sizes: what one of them decides leaves this open.
  for (const disk of places.flatMap(({ vms }) => vms.flat())) disk().size();
  return false;
}

/**
 * Whether the Subregions hold the same disks, or all VMs have the same, however many there are. A Subregion that has one
 * VM more than another may leave one out whose equal stands everywhere.
 */
function isAlike(places: readonly Place[], keyOf: (disk: () => Disk) => string): boolean {
  const loads = places.map(({ vms }) => vms.map((disks) => disks.map(keyOf)));
  const names = new Set(loads.flat().map(nameOf));
  if (names.size <= 1) return true;
  const fewest = Math.min(...loads.map(({ length }) => length));
  const everywhere = [...names].filter((name) => loads.every((vms) => vms.map(nameOf).includes(name)));
  const [totals = [], ...others] = loads.map((vms) => {
    const extra = vms.length > fewest ? everywhere.map((name) => vms.map(nameOf).indexOf(name)) : [];
    return [-1, ...extra].map((left) => nameOf(vms.filter((_, index) => index !== left).flat()));
  });
  return totals.some((total) => others.every((each) => each.includes(total)));
}

function nameOf(keys: readonly string[]): string {
  return [...keys].sort().join("; ");
}

/** Its type, and the IOPS that are part of it. */
function performanceOf(disk: Disk): string {
  return disk.isGuaranteed() ? `${disk.volumeType()} ${String(disk.iops())} IOPS` : disk.volumeType();
}

function sizeOf(disk: Disk): string {
  return disk.sizingSnapshot() ?? `${String(disk.size())} GiB`;
}

function differences({ name }: Tier, places: readonly Place[]): Text {
  const parts = places.map(({ subregion, vms }) => {
    const disks = counted(vms.flat().map(wordsFor));
    return { en: `${subregion}: ${disks ?? "none"}`, fr: `${subregion} : ${disks ?? "aucun"}` };
  });
  return {
    en: `Data volumes of tier ${name} are not the same in each Subregion. ${parts.map(({ en }) => en).join("; ")}.`,
    fr: `Les volumes de données du tier ${name} ne sont pas les mêmes dans chaque Sous-région. ${parts.map(({ fr }) => fr).join(" ; ")}.`,
  };
}

function counted(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const kinds = [...new Set(words)].sort();
  const numbers = kinds.map((kind) => words.filter((word) => word === kind).length);
  return kinds.map((kind, index) => (numbers[index] === 1 ? kind : `${String(numbers[index])} x ${kind}`)).join(", ");
}

/** As much as is known of it. */
function wordsFor(disk: () => Disk): string {
  const known = [ifKnown(() => performanceOf(disk())), ifKnown(() => `${String(disk().size())} GiB`)];
  return known.filter((part) => part !== undefined).join(" ") || "volume";
}
