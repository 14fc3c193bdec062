import { SUPPORT_TIMES } from "../../src/contract";
import { type Capacity, capacitiesOf, describeCapacity, nameFirst, tiersOf } from "../../src/outscale";
import { definePolicy, doubt, finding } from "../../src/policy";
import { formatList, joinTexts } from "../../src/text";

export const requireEquivalentTierCapacity = definePolicy({
  name: "require-equivalent-tier-capacity",
  clauses: ["SLA10.zones"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  stakes: [{ forfeits: SUPPORT_TIMES }],
  title: {
    en: "A tier has the same capacity in each Subregion",
    fr: "Un tier a la même capacité dans chaque Sous-région",
  },
  why: {
    en: "Support times bind Outscale only if what stands in the other Subregions is equivalent to what failed.",
    fr: "Les délais de support n'engagent Outscale que si ce qui se trouve dans les autres Sous-régions équivaut à ce qui est tombé.",
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
      const parts = kinds.map((kind) => {
        const [names, words] = [nameFirst(kind.vms), describeCapacity(kind)];
        return { en: `${names.en}: ${words}`, fr: `${names.fr} : ${words}` };
      });
      return {
        en: `VMs of this tier are not equivalent. ${joinTexts(parts, "; ").en}.`,
        fr: `Des VM de ce tier ne sont pas équivalentes. ${joinTexts(parts, " ; ").fr}.`,
      };
    },
    witness: {
      en: "One of its VMs only takes part in votes: whether the others are equivalent to it is to be argued with support.",
      fr: "L'une de ses VM ne fait que voter : que les autres lui soient équivalentes sera à défendre auprès du support.",
    },
  },
  subjects: (system) => tiersOf(system).filter((tier) => tier.isDeclared),
  applies: (tier) => tier.isSpread(),
  *check(tier, { settings, messages }) {
    const workers = [...tier.workersBySubregion()].sort(([a], [b]) => (a < b ? -1 : 1));
    const numbers = workers.map(([, { length }]) => length);
    if (Math.max(...numbers) - Math.min(...numbers) > 1) {
      const places = workers.map(([subregion, { length }]) => ({ subregion, vms: length }));
      yield finding(tier, messages.uneven({ places }));
    }
    const kinds = capacitiesOf(tier, settings.capacityTolerance);
    if (kinds.length > 1) yield finding(tier, messages.different({ kinds }));
    if (tier.hasWitness()) yield doubt(tier, messages.witness);
  },
});

/** How many VMs a tier has in a Subregion. */
interface Place {
  readonly subregion: string;
  readonly vms: number;
}
