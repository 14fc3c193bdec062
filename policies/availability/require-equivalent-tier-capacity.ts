import { SUPPORT_TIMES } from "../../src/contract";
import {
  gpusOf,
  haveEqualGpus,
  type SharedSettings,
  sizeOf,
  type Tier,
  tiersOf,
  typeOf,
  type Vm,
  type VmSize,
} from "../../src/outscale";
import { all, definePolicy, doubt, finding, ifKnown, possibly } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireEquivalentTierCapacity = definePolicy({
  name: "require-equivalent-tier-capacity",
  clauses: ["SLA10.zones"],
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
  subjects: (stack, { shared }) =>
    tiersOf(stack, shared).filter((tier) => tier.isDeclared && possibly(() => tier.isSpread(shared))),
  *check(tier, { shared, settings }) {
    if (!tier.isSpread(shared)) return;
    const workers = tier.workersBySubregion(shared);
    const uneven = unevenNumbers(workers);
    if (uneven) yield finding(tier, uneven);
    const vms = [...workers.values()].flat();
    const kinds = kindsOf(vms, (one, other) => areEquivalent(one, other, settings.capacityTolerance, shared));
    if (kinds.length > 1) yield finding(tier, different(tier, kinds));
    if (tier.hasWitness()) yield doubt(tier, WITNESS);
  },
});

const WITNESS: Text = {
  en: "One of its VMs only takes part in votes: whether the others are equivalent to it is to be argued with support.",
  fr: "L'une de ses VM ne fait que voter : que les autres lui soient équivalentes sera à défendre auprès du support.",
};

function unevenNumbers(workers: ReadonlyMap<string, readonly Vm[]>): Text | undefined {
  const numbers = [...workers.values()].map(({ length }) => length);
  if (Math.max(...numbers) - Math.min(...numbers) <= 1) return undefined;
  const counted = [...workers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([subregion, { length }]) => `${String(length)} VM (${subregion})`);
  const { en, fr } = formatList(counted);
  return { en: `It has ${en}.`, fr: `Il compte ${fr}.` };
}

/** VMs that are as good as each other. */
interface Kind {
  readonly text: string;
  readonly vms: Vm[];
}

function kindsOf(vms: readonly Vm[], isAlike: (one: Vm, other: Vm) => boolean): Kind[] {
  const kinds: (Kind & { readonly first: Vm })[] = [];
  for (const vm of vms) {
    const alike = kinds.find(({ first }) => isAlike(first, vm));
    if (alike) alike.vms.push(vm);
    else
      kinds.push({
        first: vm,
        text: wordsFor(vm),
        vms: [vm],
      });
  }
  return kinds;
}

/** As much as is known of what it can do. */
function wordsFor(vm: Vm): string {
  const read = [() => typeOf(vm), () => vm.written.performance, () => vm.tenancy()];
  const gpus = (ifKnown(() => gpusOf(vm)) ?? []).map((gpu) => ["GPU", ifKnown(() => gpu().model())]);
  return [...read.map((each) => ifKnown(each)), ...gpus.flat()].filter((part) => part !== undefined).join(" ");
}

function areEquivalent(one: Vm, other: Vm, tolerance: number, shared: SharedSettings): boolean {
  return all(
    () => one.tenancy() === other.tenancy(),
    () => areOfOneSize(one, other, tolerance),
    () => haveEqualGpus(one, other, shared),
  );
}

function areOfOneSize(one: Vm, other: Vm, tolerance: number): boolean {
  // Two types of one name are the same, whatever the name.
  if (typeOf(one) === typeOf(other) && one.written.performance === other.written.performance) return true;
  const sizes: [VmSize, VmSize] = [sizeOf(one), sizeOf(other)];
  const [a, b] = sizes;
  return (
    a.performance === b.performance &&
    isWithin(a.cores, b.cores, tolerance) &&
    isWithin(a.gibibytes, b.gibibytes, tolerance)
  );
}

function isWithin(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) * 100 <= Math.max(a, b) * tolerance;
}

const MOST_NAMED = 6;

function different({ name }: Tier, kinds: readonly Kind[]): Text {
  const parts = kinds.map(({ text, vms }) => {
    const named = vms.slice(0, MOST_NAMED).map((vm) => vm.name);
    const { en, fr } = formatList(vms.length > MOST_NAMED ? [...named, "..."] : named);
    return { en: `${en}: ${text}`, fr: `${fr} : ${text}` };
  });
  return {
    en: `VMs of tier ${name} are not equivalent. ${parts.map(({ en }) => en).join("; ")}.`,
    fr: `Des VM du tier ${name} ne sont pas équivalentes. ${parts.map(({ fr }) => fr).join(" ; ")}.`,
  };
}
