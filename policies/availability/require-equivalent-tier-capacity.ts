import { SUPPORT_TIMES } from "../../src/contract";
import {
  type Capacity,
  comparableTiersOf,
  describeCapacity,
  type EquivalentVms,
  groupEquivalents,
  GUESSED_TIER,
  nameFirst,
  type Tier,
  type Vm,
} from "../../src/outscale";
import { definePolicy, doubt, type Finding, finding, findingOf } from "../../src/policy";
import { formatList, joinTexts, joinWithSemicolons, type Text } from "../../src/text";

export const requireEquivalentTierCapacity = definePolicy({
  name: "require-equivalent-tier-capacity",
  clauses: ["SLA10.zones"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  stakes: [
    {
      forfeits: SUPPORT_TIMES,
      extent: {
        en: "for the VMs alone that have no equivalent, where the tier can do without them, else for the tier; for none where only their number differs",
        fr: "pour les seules VM sans équivalent, si le tier peut s'en passer, sinon pour le tier ; pour aucune si seul leur nombre diffère",
      },
    },
  ],
  title: {
    en: "A tier has the same capacity in each Subregion",
    fr: "Un tier a la même capacité dans chaque Sous-région",
  },
  why: {
    en: "Support times bind Outscale only if what stands in the other Subregions is equivalent to what failed.",
    fr: "Les délais de support n'engagent Outscale que si ce qui se trouve dans les autres Sous-régions équivaut à ce qui est tombé en panne.",
  },
  remediation: {
    en: "Give the tier as many VMs in each Subregion, one more or less, of the same `vmType`, `performance` and `placementTenancy`, with the same GPUs linked to each.",
    fr: "Donnez au tier autant de VM dans chaque Sous-région, à une près, des mêmes `vmType`, `performance` et `placementTenancy`, chacune liée aux mêmes GPU.",
  },
  settings: {
    capacityTolerance: {
      type: "number",
      description: "By how many percent the cores and the memory of two VMs of a tier may differ.",
      minimum: 0,
      maximum: 100,
      default: 0,
    },
  },
  messages: {
    uneven: ({ places }: { readonly places: readonly Place[] }) => {
      const { en, fr } = formatList(places.map(({ subregion, vms }) => `${String(vms)} VM (${subregion})`));
      return { en: `It has ${en}.`, fr: `Il compte ${fr}.` };
    },
    different: ({ kinds }: { readonly kinds: readonly Capacity[] }) => {
      const { en, fr } = describeCapacities(kinds);
      return {
        en: `VMs of this tier are not equivalent. ${en}.`,
        fr: `Des VM de ce tier ne sont pas équivalentes. ${fr}.`,
      };
    },
    unmatched: ({ kinds }: { readonly kinds: readonly Capacity[] }) => {
      const { en, fr } = describeCapacities(kinds);
      return {
        en: `VMs of this tier have no equivalent in another Subregion, and support times are lost for these alone. ${en}.`,
        fr: `Des VM de ce tier n'ont pas d'équivalent dans une autre Sous-région, et les délais de support ne sont perdus que pour elles. ${fr}.`,
      };
    },
    guessed: ({ fact }: { readonly fact: Text }) => joinTexts([fact, GUESSED_TIER], " "),
  },
  subjects: (system) => comparableTiersOf(system),
  applies: (tier) => tier.isSpread(),
  *check(tier, { settings, messages }) {
    const groups = groupEquivalents(tier, settings.capacityTolerance);
    const unmatched = findUnmatched(groups);
    const left = new Set(unmatched.flatMap(({ vms }) => vms));
    const places = countWorkers(tier, (vm) => !left.has(vm));
    const numbers = places.map(({ vms }) => vms);
    const found: Finding[] = [];
    // Each VM has its equivalent all the same: what it costs is load, not a commitment.
    if (Math.max(...numbers) - Math.min(...numbers) > 1 && tier.isDeclared) {
      yield findingOf([], finding(tier, messages.uneven({ places })));
    }
    if (unmatched.length > 0) {
      const kinds = unmatched.map(({ capacity }) => capacity);
      found.push(findingOf([...left], finding(tier, messages.unmatched({ kinds }))));
    } else if (groups.length > 1) {
      found.push(finding(tier, messages.different({ kinds: groups.map(({ capacity }) => capacity) })));
    }
    for (const each of found) {
      yield tier.isDeclared ? each : doubt(tier, messages.guessed({ fact: each.message.text }));
    }
  },
});

/** The groups that some Subregion lacks, where another group is in all: the tier can do without them. */
function findUnmatched(groups: readonly EquivalentVms[]): EquivalentVms[] {
  return groups.some(({ isEverywhere }) => isEverywhere) ? groups.filter(({ isEverywhere }) => !isEverywhere) : [];
}

/** How many VMs that count a tier has in each Subregion in which it runs. */
function countWorkers(tier: Tier, counts: (vm: Vm) => boolean): Place[] {
  const workers = [...tier.workersBySubregion()].sort(([a], [b]) => (a < b ? -1 : 1));
  return workers.map(([subregion, vms]) => ({ subregion, vms: vms.filter(counts).length }));
}

function describeCapacities(kinds: readonly Capacity[]): Text {
  const parts = kinds.map((kind) => {
    const [names, words] = [nameFirst(kind.vms), describeCapacity(kind)];
    return { en: `${names.en}: ${words}`, fr: `${names.fr} : ${words}` };
  });
  return joinWithSemicolons(parts);
}

/** How many VMs a tier has in a Subregion. */
interface Place {
  readonly subregion: string;
  readonly vms: number;
}
