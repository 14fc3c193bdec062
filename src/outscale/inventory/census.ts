import { certainly, possibly } from "../../stack";
import type { System } from "../provider/system";
import { LoadBalancer } from "../resources/load-balancer";
import { Vm } from "../resources/vm";
import { entriesOf, entriesOfAnotherRegion } from "../tiers/entry";
import { declaredJob } from "../tiers/job";
import { type Tier, tiersOf, tiersUsedFor } from "../tiers/tiers";
import { readKnown, type KnownValue } from "./known-values";

/** Where each VM of a stack belongs in an inventory; each is in one place. */
export interface VmCensus {
  readonly tiers: readonly { readonly tier: Tier; readonly vms: readonly Vm[] }[];
  readonly stopped: readonly { readonly vm: Vm; readonly tier: KnownValue }[];
  /** Those of which it is not known whether they serve production, or with which others. */
  readonly unsure: readonly Vm[];
  readonly ephemeral: readonly Vm[];
  readonly notProduction: readonly Vm[];
}

/** What a host failure or an API call stops was deployed all the same (A36): only what the program stops is not. */
export function censusOfVms(system: System): VmCensus {
  const vms = system.all(Vm);
  const tiers = [...tiersOf(system), ...tiersUsedFor(system, "another region")];
  const tierOf = new Map(tiers.flatMap((tier) => tier.members.map((vm): [Vm, Tier] => [vm, tier])));
  const possible = new Set(tiers.flatMap((tier) => tier.vms.possible.map(({ value }) => value)));
  const serves = (vm: Vm) => possibly(() => vm.isProduction());
  const stopped = new Set(vms.filter((vm) => certainly(() => vm.isStopped()) && serves(vm)));
  const others = vms.filter((vm) => !tierOf.has(vm) && !possible.has(vm) && !stopped.has(vm));
  return {
    tiers: tiers.filter(({ members }) => members.length > 0).map((tier) => ({ tier, vms: tier.members })),
    stopped: [...stopped].map((vm) => ({
      vm,
      tier: tierOf.get(vm)?.name ?? readKnown(() => declaredJob(vm)?.name),
    })),
    unsure: vms.filter((vm) => possible.has(vm) && !stopped.has(vm)),
    ephemeral: others.filter(serves),
    notProduction: others.filter((vm) => !serves(vm)),
  };
}

/** Where each load balancer of a stack belongs in an inventory. */
export interface BalancerCensus {
  readonly entries: readonly { readonly name: string; readonly balancers: readonly LoadBalancer[] }[];
  /** Those of which it is not known whether they serve production, or with which others. */
  readonly unsure: readonly LoadBalancer[];
  readonly notProduction: readonly LoadBalancer[];
}

export function censusOfBalancers(system: System): BalancerCensus {
  const found = [...entriesOf(system), ...entriesOfAnotherRegion(system)];
  const entries = found.filter(({ balancers }) => balancers.length > 0);
  const sure = new Set(entries.flatMap(({ balancers }) => balancers));
  const possible = new Set(found.flatMap((entry) => entry.members.possible.map(({ value }) => value)));
  const others = system.all(LoadBalancer).filter((balancer) => !sure.has(balancer));
  return {
    entries,
    unsure: others.filter((balancer) => possible.has(balancer)),
    notProduction: others.filter((balancer) => !possible.has(balancer)),
  };
}
