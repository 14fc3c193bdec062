import { all, ifKnown } from "../../stack";
import { gpusOf, haveEqualGpus } from "../resources/flexible-gpu";
import type { Vm } from "../resources/vm";
import { sizeOf, typeOf, type VmSize } from "../resources/vm-size";
import type { Tier } from "./tiers";

/** What VMs that are as good as each other can do, as far as that is known of the first. */
export interface Capacity {
  /** Their names. */
  readonly vms: readonly string[];
  readonly type: string | undefined;
  readonly performance: string | undefined;
  readonly tenancy: string | undefined;
  /** The model of each GPU. */
  readonly gpus: readonly (string | undefined)[];
}

/** VMs of a tier that are equivalent, and what they can do. */
export interface EquivalentVms {
  readonly vms: readonly Vm[];
  readonly capacity: Capacity;
  /** Whether one of them stands in each Subregion in which the tier runs. */
  readonly isEverywhere: boolean;
}

/**
 * The VMs of a tier that carry load, by what they can do: one group, where all are equivalent.
 * @param tolerance by how many percent cores and memory may differ
 * @throws {Undecided} when it is not known which VMs these are, or whether two are equivalent
 */
export function groupEquivalents(tier: Tier, tolerance: number): EquivalentVms[] {
  const kinds: [Vm, ...Vm[]][] = [];
  const places = tier.workersBySubregion();
  for (const vm of [...places.values()].flat()) {
    const alike = kinds.find(([first]) => areEquivalent(first, vm, tolerance));
    if (alike) alike.push(vm);
    else kinds.push([vm]);
  }
  return kinds.map((vms) => ({
    vms,
    capacity: { vms: vms.map(({ name }) => name), ...capacityOf(vms[0]) },
    isEverywhere: [...places.values()].every((here) => here.some((vm) => vms.includes(vm))),
  }));
}

/** Says what VMs can do, in the provider's own words. */
export function describeCapacity({ type, performance, tenancy, gpus }: Capacity): string {
  const words = [type, performance, tenancy, ...gpus.flatMap((model) => ["GPU", model])];
  return words.filter((word) => word !== undefined).join(" ");
}

function capacityOf(vm: Vm): Omit<Capacity, "vms"> {
  return {
    type: ifKnown(() => typeOf(vm)),
    performance: ifKnown(() => vm.written.performance),
    tenancy: ifKnown(() => vm.tenancy()),
    gpus: (ifKnown(() => gpusOf(vm)) ?? []).map((gpu) => ifKnown(() => gpu().model())),
  };
}

function areEquivalent(one: Vm, other: Vm, tolerance: number): boolean {
  return all(
    () => one.tenancy() === other.tenancy(),
    () => areOfOneSize(one, other, tolerance),
    () => haveEqualGpus(one, other),
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
